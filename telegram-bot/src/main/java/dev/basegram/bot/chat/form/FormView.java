package dev.basegram.bot.chat.form;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.browse.LinkNames;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.chat.widget.Ask;
import dev.basegram.bot.chat.widget.FormAnswer;
import dev.basegram.bot.chat.widget.Question;
import dev.basegram.bot.chat.widget.Widget;
import dev.basegram.bot.chat.widget.WidgetState;
import dev.basegram.bot.chat.widget.Widgets;
import dev.basegram.bot.session.DraftStore;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Shows a form where it is, and saves it as a draft in the same breath. */
@Singleton
final class FormView {
    private final Widgets widgets;
    private final DraftStore drafts;

    FormView(Widgets widgets, DraftStore drafts) {
        this.widgets = widgets;
        this.drafts = drafts;
    }

    /** Returns the fields of a table that can be filled in here, for this person. */
    List<Field> fillable(Turn turn, Table table) {
        return turn.base().form(table).stream()
                .filter(field -> widgets.of(field.type()).isPresent())
                .toList();
    }

    /**
     * Shows the form's current step, its review or its conflict.
     *
     * @param line what else the person should know
     * @param leaves what the screen before turns into when this one is a new message; null to take it away
     */
    Reply show(Turn turn, Table table, Form form, Line line, @Nullable Html leaves) throws InterruptedException {
        Field field = form.current().flatMap(table::field).orElse(null);
        if (field == null) {
            return live(turn, form, review(turn, table, form, line), leaves);
        }
        Widget widget = widgets.of(field.type()).orElseThrow();
        boolean first = form.shown().isEmpty() && form.state().equals(WidgetState.NEW);
        WidgetState begun = first ? widget.begin(question(turn, table, form, field)) : form.state();
        Form begunForm = form.asShown(begun, options(field));
        Form shown = form.asShown(widget.shown(question(turn, table, begunForm, field)), options(field));
        Question question = question(turn, table, shown, field);
        Ask ask = widget.ask(question);
        boolean required = required(turn, table, field);
        Screen screen = new FormScreens(
                        shown, table, recordName(turn, table, shown), cells(turn, table, shown), turn.speech())
                .step(field, ask, required, mayReview(turn, table, shown), line);
        Reply reply = live(turn, shown, screen, leaves);
        if (!ask.askContact() || !turn.update().chat().isPrivate()) {
            return reply;
        }
        boolean asked = turn.session().keyboard() != null;
        return reply.and(asked ? new Outgoing.KeepKeyboard() : askContact(turn));
    }

    private static Outgoing askContact(Turn turn) {
        var speech = turn.speech();
        return new Outgoing.Kept(
                speech.say(Phrase.CONTACT_HINT), new Markup.AskContact("📱 " + speech.label(Phrase.CONTACT_BUTTON)));
    }

    private Screen review(Turn turn, Table table, Form form, Line line) throws InterruptedException {
        FormScreens screens =
                new FormScreens(form, table, recordName(turn, table, form), cells(turn, table, form), turn.speech());
        if (!form.isEdit()) {
            return screens.review(line);
        }
        Field field = table.field(form.steps().getFirst()).orElseThrow();
        RecordId record = java.util.Objects.requireNonNull(form.record());
        return form.conflict() == null
                ? screens.confirmEdit(field, line)
                : screens.conflict(field, form.conflict(), new Action.Open(table.id(), record));
    }

    /** Returns what the edited record is called; empty for a new one, and where it is gone by now. */
    private static String recordName(Turn turn, Table table, Form form) throws InterruptedException {
        RecordId id = form.record();
        return id == null
                ? ""
                : turn.base()
                        .record(table, id, Freshness.HELD)
                        .found()
                        .map(record -> RowLine.name(table, record, CellText.withoutNames(turn.speech()), turn.speech()))
                        .orElse("");
    }

    private Reply live(Turn turn, Form form, Screen screen, @Nullable Html leaves) {
        turn.session(session -> session.withForm(form.id()).withAlbum(session.album()));
        return Reply.NONE
                .and(new Outgoing.Live(screen, leaves))
                .saving(drafts.save(
                        form.id(),
                        turn.personId(),
                        turn.update().chat().chatId(),
                        form.table().value(),
                        FormCodec.write(form)));
    }

    /** Returns a step as its widget sees it. */
    Question question(Turn turn, Table table, Form form, Field field) {
        FormAnswer before = form.answers().get(field.id());
        if (before == null && form.isEdit() && !form.seen().isEmpty()) {
            before = new FormAnswer.Value(form.seen());
        }
        String key = form.key() + ":" + field.id().value();
        return new Question(table, field, before, form.state(), turn.speech(), turn.base(), turn.now(), key);
    }

    /** Returns a text that changes when what the screen offered has changed. */
    static String options(Field field) {
        return Fingerprint.of(field.type().toString()).value();
    }

    static boolean required(Turn turn, Table table, Field field) {
        return turn.base().required(table).stream().anyMatch(f -> f.id().equals(field.id()));
    }

    /** Tells whether nothing that must be answered is left. */
    static boolean mayReview(Turn turn, Table table, Form form) {
        return !form.isEdit()
                && form.hasContent()
                && turn.base().required(table).stream().allMatch(field -> isAnswered(form, field.id()));
    }

    static boolean isAnswered(Form form, FieldId field) {
        return switch (form.answers().get(field)) {
            case FormAnswer.Value(CellValue value) -> !value.isEmpty();
            case FormAnswer.Files _ -> true;
            case null, default -> false;
        };
    }

    /** Returns a writer of cells that knows the names of what the answers link to. */
    CellText cells(Turn turn, Table table, Form form) throws InterruptedException {
        Map<FieldId, CellValue> values = new java.util.HashMap<>(form.values());
        AirtableRecord answered = new AirtableRecord(new RecordId("rec0"), Instant.EPOCH, values);
        AirtableRecord before = new AirtableRecord(
                new RecordId("rec0"),
                Instant.EPOCH,
                form.isEdit() && !form.steps().isEmpty() ? Map.of(form.steps().getFirst(), form.seen()) : Map.of());
        List<Field> fields = table.fields().stream()
                .filter(field -> form.steps().contains(field.id()))
                .toList();
        return LinkNames.cells(turn.base(), fields, List.of(answered, before), turn.speech());
    }
}
