package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.SearchText;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * People of the base: those that its rows name already, as far as the person may see these rows, or anybody by their e-mail address,
 * which Airtable then checks. Nobody else is known here, so nobody else is offered.
 */
@Singleton
final class CollaboratorWidget implements Widget {
    private static final Pattern EMAIL =
            Pattern.compile("[^\\s@<>\"(),:;]{1,64}@[^\\s@<>\"(),:;]+\\.[\\p{L}\\p{N}-]{2,}");

    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.SingleCollaborator || type instanceof FieldType.MultipleCollaborators;
    }

    private static boolean isSingle(Question question) {
        return question.field().type() instanceof FieldType.SingleCollaborator;
    }

    @Override
    public WidgetState begin(Question question) {
        return question.answer() instanceof FormAnswer.Value(CellValue.People(List<Collaborator> people))
                ? WidgetState.NEW.withChosen(
                        people.stream().map(CollaboratorWidget::mark).toList())
                : WidgetState.NEW;
    }

    /** Keeps whom the buttons stand for: rows may name others by the time one is pressed. */
    @Override
    public WidgetState shown(Question question) throws InterruptedException {
        List<String> offered = new ArrayList<>(known(question).keySet());
        question.state().chosen().stream()
                .filter(mark -> !offered.contains(mark))
                .forEach(offered::add);
        return question.state().withOffered(offered);
    }

    /** Returns whom the rows name, by their mark, in the order of their names. */
    private static Map<String, Collaborator> known(Question question) throws InterruptedException {
        List<AirtableRecord> rows = question.base()
                .rows(question.table(), Optional.empty())
                .found()
                .map(Snapshot::records)
                .orElse(List.of());
        List<FieldId> fields = question.table().fields().stream()
                .filter(field -> mayNamePeople(field.type()))
                .map(Field::id)
                .toList();
        Map<String, Collaborator> known = new LinkedHashMap<>();
        Stream.concat(rows.stream().flatMap(row -> fields.stream().map(row::cell)), answered(question))
                .flatMap(CollaboratorWidget::people)
                .sorted(Comparator.comparing(person -> SearchText.folded(person.label())))
                .forEach(person -> known.putIfAbsent(mark(person), person));
        return known;
    }

    private static boolean mayNamePeople(FieldType type) {
        return type instanceof FieldType.SingleCollaborator
                || type instanceof FieldType.MultipleCollaborators
                || type instanceof FieldType.Computed;
    }

    private static Stream<CellValue> answered(Question question) {
        return question.answer() instanceof FormAnswer.Value(CellValue value) ? Stream.of(value) : Stream.of();
    }

    private static Stream<Collaborator> people(CellValue value) {
        return switch (value) {
            case CellValue.Person(Collaborator person) -> Stream.of(person);
            case CellValue.People(List<Collaborator> people) -> people.stream();
            default -> Stream.of();
        };
    }

    private static String mark(Collaborator person) {
        return person.id().isEmpty() ? String.valueOf(person.email()) : person.id();
    }

    /** Returns the person a mark stands for: somebody known, or somebody only Airtable may know by this address. */
    private static Collaborator marked(Map<String, Collaborator> known, String mark) {
        Collaborator person = known.get(mark);
        if (person != null) {
            return person;
        }
        return mark.contains("@") ? new Collaborator("", mark, null) : new Collaborator(mark, null, null);
    }

    @Override
    public Ask ask(Question question) throws InterruptedException {
        Map<String, Collaborator> known = known(question);
        List<String> offered = question.state().offered();
        List<String> names =
                offered.stream().map(mark -> marked(known, mark).label()).toList();
        if (offered.isEmpty()) {
            return Ask.typed(question.speech().say(Phrase.ASK_PERSON_BY_EMAIL)).row(done(question));
        }
        ChoicePages pages = new ChoicePages(names, question.state());
        FormPress.Kind kind = isSingle(question) ? FormPress.Kind.CHOOSE : FormPress.Kind.TOGGLE;
        return new Ask(
                        question.speech().say(Phrase.ASK_PERSON),
                        pages.rows(kind, i -> label(question, offered.get(i), names.get(i)), question.speech()),
                        false)
                .row(done(question));
    }

    private static String label(Question question, String mark, String name) {
        if (isSingle(question)) {
            return name;
        }
        return (question.state().chosen().contains(mark) ? "☑️ " : "▫️ ") + name;
    }

    private static List<Ask.Choice> done(Question question) {
        return isSingle(question)
                ? List.of()
                : List.of(new Ask.Choice(
                        "✔️ %s (%d)"
                                .formatted(
                                        question.speech().label(Phrase.DONE_BUTTON),
                                        question.state().chosen().size()),
                        FormPress.of(FormPress.Kind.DONE)));
    }

    @Override
    public Verdict readText(Question question, String text) throws InterruptedException {
        Map<String, Collaborator> known = known(question);
        if (EMAIL.matcher(text).matches()) {
            String email = text.toLowerCase(Locale.ROOT);
            return chosen(
                    question,
                    known,
                    known.values().stream()
                            .filter(person -> email.equalsIgnoreCase(person.email()))
                            .map(CollaboratorWidget::mark)
                            .findFirst()
                            .orElse(email));
        }
        List<String> marks = question.state().offered();
        List<Integer> named = new ChoicePages(
                        marks.stream().map(mark -> marked(known, mark).label()).toList(), question.state())
                .named(text);
        return switch (named.size()) {
            case 0 -> new Verdict.Refused(question.speech().say(Phrase.NO_SUCH_PERSON, shortened(text)));
            case 1 -> chosen(question, known, marks.get(named.getFirst()));
            default -> new Verdict.GoOn(question.state().withQuery(shortened(text)));
        };
    }

    private static String shortened(String text) {
        return ChoicePages.words(text);
    }

    private static Verdict chosen(Question question, Map<String, Collaborator> known, String mark) {
        return isSingle(question)
                ? Verdict.taken(new CellValue.Person(marked(known, mark)))
                : new Verdict.GoOn(question.state().withQuery("").toggled(mark));
    }

    @Override
    public Verdict press(Question question, FormPress press) throws InterruptedException {
        WidgetState state = question.state();
        return switch (press.kind()) {
            case CHOOSE, TOGGLE ->
                press.index() < state.offered().size()
                        ? chosen(question, known(question), state.offered().get(press.index()))
                        : new Verdict.GoOn(state);
            case PAGE -> new Verdict.GoOn(state.withPage(press.index()));
            case CLEAR -> new Verdict.GoOn(state.withQuery(""));
            case DONE -> done(question, known(question));
            default -> new Verdict.GoOn(state);
        };
    }

    private static Verdict done(Question question, Map<String, Collaborator> known) {
        return isSingle(question)
                ? new Verdict.GoOn(question.state())
                : Verdict.taken(new CellValue.People(question.state().chosen().stream()
                        .map(mark -> marked(known, mark))
                        .toList()));
    }
}
