package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.screen.FailureScreen;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Links: the newest records of the other table, a search by typing, and a new one by its name where the person may add. Nothing
 * is made without a press on «new».
 */
@Singleton
final class LinkWidget implements Widget {
    private static final int OFFERED = 8;

    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.RecordLinks links && links.linkedTable() != null;
    }

    @Override
    public WidgetState begin(Question question) {
        return question.answer() instanceof FormAnswer.Value(CellValue.Links(List<RecordId> linked))
                ? WidgetState.NEW.withChosen(
                        linked.stream().map(RecordId::value).toList())
                : WidgetState.NEW;
    }

    @Override
    public WidgetState shown(Question question) throws InterruptedException {
        if (!(other(question) instanceof Answer.Ok<Table>(Table other))) {
            return question.state();
        }
        return question.state()
                .withOffered(offer(question, other).stream()
                        .map(record -> record.id().value())
                        .toList());
    }

    private static Answer<Table> other(Question question) throws InterruptedException {
        return question.field().type() instanceof FieldType.RecordLinks links && links.linkedTable() != null
                ? question.base().table(links.linkedTable())
                : Answer.failed(new AirtableFailure.FieldGone(
                        question.field().id(), question.field().name()));
    }

    private static boolean isSingle(Question question) {
        return question.field().type() instanceof FieldType.RecordLinks links && links.prefersSingle();
    }

    @Override
    public Ask ask(Question question) throws InterruptedException {
        Speech speech = question.speech();
        if (!(other(question) instanceof Answer.Ok<Table>(Table other))) {
            return Ask.typed(speech.say(Phrase.LINK_CLOSED));
        }
        List<AirtableRecord> offered = found(question, other, question.state().offered());
        List<Ask.Choice> choices = new ArrayList<>();
        for (AirtableRecord record : offered) {
            int index = question.state().offered().indexOf(record.id().value());
            choices.add(choice(question, other, record, index));
        }
        String query = question.state().query();
        Ask ask = Ask.grid(
                offered.isEmpty() && !query.isEmpty()
                        ? speech.say(Phrase.LINK_NOT_FOUND, other.name(), query)
                        : speech.say(Phrase.ASK_LINK, other.name()),
                2,
                choices);
        return ask.row(ownRow(question, other)).row(doneRow(question));
    }

    private static Ask.Choice choice(Question question, Table other, AirtableRecord record, int index) {
        String name = RowLine.name(other, record, CellText.withoutNames(question.speech()), question.speech());
        boolean marked = question.state().chosen().contains(record.id().value());
        return isSingle(question)
                ? new Ask.Choice(name, new FormPress(FormPress.Kind.CHOOSE, index))
                : new Ask.Choice((marked ? "☑️ " : "▫️ ") + name, new FormPress(FormPress.Kind.TOGGLE, index));
    }

    private static List<Ask.Choice> ownRow(Question question, Table other) {
        List<Ask.Choice> row = new ArrayList<>();
        String query = question.state().query();
        if (query.isEmpty()) {
            return row;
        }
        if (nameField(question, other).isPresent()) {
            row.add(new Ask.Choice(question.speech().label(Phrase.LINK_NEW, query), FormPress.of(FormPress.Kind.NEW)));
        }
        row.add(new Ask.Choice(question.speech().label(Phrase.SHOW_ALL), FormPress.of(FormPress.Kind.CLEAR)));
        return row;
    }

    private static List<Ask.Choice> doneRow(Question question) {
        int marked = question.state().chosen().size();
        return isSingle(question)
                ? List.of()
                : List.of(new Ask.Choice(
                        "✔️ %s (%d)".formatted(question.speech().label(Phrase.DONE_BUTTON), marked),
                        FormPress.of(FormPress.Kind.DONE)));
    }

    /** Returns the field that a new record can be named by: a text that the person may write. */
    private static Optional<Field> nameField(Question question, Table other) {
        return other.primary()
                .filter(_ -> question.base().mayAdd(other))
                .filter(field -> question.base().mayEdit(other, field))
                .filter(field -> field.type() instanceof FieldType.SingleLineText
                        || field.type() instanceof FieldType.MultilineText);
    }

    /** Returns what to offer: what is marked, then what was searched for, else the newest. */
    private static List<AirtableRecord> offer(Question question, Table other) throws InterruptedException {
        List<String> marked = isSingle(question) ? List.of() : question.state().chosen();
        List<AirtableRecord> chosen = found(question, other, marked);
        List<AirtableRecord> rest = question.state().query().isEmpty()
                ? newest(question, other)
                : question.base()
                        .search(other, question.state().query(), OFFERED)
                        .found()
                        .map(SearchResult::hits)
                        .orElse(List.of());
        return Stream.concat(
                        chosen.stream(),
                        rest.stream().filter(row -> !marked.contains(row.id().value())))
                .limit(Math.max(OFFERED, chosen.size()))
                .toList();
    }

    private static List<AirtableRecord> found(Question question, Table other, List<String> ids)
            throws InterruptedException {
        List<RecordId> wanted = ids.stream().map(RecordId::new).toList();
        if (wanted.isEmpty()) {
            return List.of();
        }
        Map<RecordId, AirtableRecord> found =
                question.base().records(other, wanted).found().orElse(Map.of());
        return wanted.stream().filter(found::containsKey).map(found::get).toList();
    }

    private static List<AirtableRecord> newest(Question question, Table other) throws InterruptedException {
        return question.base().rows(other, Optional.empty()).found().map(Snapshot::records).orElse(List.of()).stream()
                .sorted(Comparator.comparing(AirtableRecord::created).reversed())
                .limit(OFFERED)
                .toList();
    }

    @Override
    public Verdict readText(Question question, String text) throws InterruptedException {
        return new Verdict.GoOn(question.state().withQuery(ChoicePages.words(text)));
    }

    @Override
    public Verdict press(Question question, FormPress press) throws InterruptedException {
        if (!(other(question) instanceof Answer.Ok<Table>(Table other))) {
            return new Verdict.GoOn(question.state());
        }
        WidgetState state = question.state();
        return switch (press.kind()) {
            case CHOOSE, TOGGLE -> chosen(question, press);
            case CLEAR -> new Verdict.GoOn(state.withQuery(""));
            case DONE ->
                Verdict.taken(new CellValue.Links(
                        state.chosen().stream().map(RecordId::new).toList()));
            case NEW -> made(question, other);
            default -> new Verdict.GoOn(state);
        };
    }

    private static Verdict chosen(Question question, FormPress press) {
        List<String> offered = question.state().offered();
        if (press.index() >= offered.size()) {
            return new Verdict.GoOn(question.state());
        }
        String id = offered.get(press.index());
        return isSingle(question)
                ? Verdict.taken(new CellValue.Links(List.of(new RecordId(id))))
                : new Verdict.GoOn(question.state().withQuery("").toggled(id));
    }

    private static Verdict made(Question question, Table other) throws InterruptedException {
        String name = question.state().query();
        Optional<Field> field = nameField(question, other);
        if (field.isEmpty() || name.isEmpty()) {
            return new Verdict.GoOn(question.state());
        }
        Answer<AirtableRecord> made = question.base()
                .create(
                        other,
                        Map.of(field.get().id(), new CellValue.Text(name)),
                        question.key() + ":" + Integer.toHexString(name.hashCode()));
        return switch (made) {
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) ->
                new Verdict.Refused(FailureScreen.text(failure, false, question.speech()));
            case Answer.Ok<AirtableRecord>(AirtableRecord record) ->
                isSingle(question)
                        ? Verdict.taken(new CellValue.Links(List.of(record.id())))
                        : new Verdict.GoOn(question.state()
                                .withQuery("")
                                .toggled(record.id().value()));
        };
    }
}
