package dev.basegram.bot.chat.form;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.UpdateOutcome;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.browse.LinkNames;
import dev.basegram.bot.chat.cell.FieldWrites;
import dev.basegram.bot.chat.files.FilesIn;
import dev.basegram.bot.chat.screen.FailureScreen;
import dev.basegram.bot.chat.screen.RecordScreen;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.chat.undo.Undo;
import dev.basegram.bot.chat.widget.FormAnswer;
import dev.basegram.bot.session.DraftStore;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Writes a finished form to the base, once, and says honestly what came of it. */
@Singleton
final class FormSaver {
    private final FormView view;
    private final DraftStore drafts;
    private final Browsing browsing;
    private final FilesIn filesIn;
    private final Undo undo;

    FormSaver(FormView view, DraftStore drafts, Browsing browsing, FilesIn filesIn, Undo undo) {
        this.view = view;
        this.drafts = drafts;
        this.browsing = browsing;
        this.filesIn = filesIn;
        this.undo = undo;
    }

    Reply save(Turn turn, Table table, Form form) throws InterruptedException {
        return form.isEdit() ? update(turn, table, form) : create(turn, table, form);
    }

    private Reply create(Turn turn, Table table, Form form) throws InterruptedException {
        Optional<Field> missing = turn.base().required(table).stream()
                .filter(field -> !FormView.isAnswered(form, field.id()))
                .findFirst();
        if (missing.isPresent()) {
            int step = form.steps().indexOf(missing.get().id());
            return view.show(
                    turn,
                    table,
                    form.changing(step),
                    new Line.Problem(turn.speech().say(Phrase.REQUIRED)),
                    null);
        }
        return switch (turn.base().create(table, form.values(), form.key())) {
            case Answer.Ok<AirtableRecord>(AirtableRecord record) -> created(turn, table, form, record);
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> notSaved(turn, table, form, failure);
        };
    }

    private Reply created(Turn turn, Table table, Form form, AirtableRecord made) throws InterruptedException {
        FilesIn.Stored stored = FilesIn.Stored.none(made);
        for (Field field : table.fields()) {
            if (form.answers().get(field.id()) instanceof FormAnswer.Files files) {
                stored = stored.and(filesIn.store(turn, table, stored.record(), field, files.files()));
            }
        }
        turn.session(session -> session.withForm(null));
        return Reply.keep(confirmation(turn, table, stored))
                .and(new Outgoing.Close(null))
                .saving(drafts.remove(form.id(), turn.personId()))
                .saving(undo.created(turn, table.id(), made.id()))
                .saving(stored.writes());
    }

    private Screen confirmation(Turn turn, Table table, FilesIn.Stored stored) throws InterruptedException {
        Speech speech = turn.speech();
        AirtableRecord record = stored.record();
        CellText cells = LinkNames.cells(turn.base(), table.fields(), List.of(record), speech);
        return Screen.with(
                        Html.lines(saved(speech, stored), Html.EMPTY, RecordScreen.text(table, record, cells, speech)))
                .row(
                        Screen.button(speech.label(Phrase.OPEN_BUTTON), new Action.Open(table.id(), record.id())),
                        Screen.button(
                                "↩️ " + speech.label(Phrase.UNDO_BUTTON) + " · 60 s", new Action.Undo(undo.id(turn))))
                .row(Screen.button("➕ " + speech.label(Phrase.ADD_ANOTHER), new Action.Add(table.id())))
                .build();
    }

    private static Html saved(Speech speech, FilesIn.Stored stored) {
        List<Html> lines = new ArrayList<>(List.of(Html.of("✅ ").plus(speech.say(Phrase.SAVED))));
        if (stored.arriving() > 0) {
            lines.add(Html.of("⏳ ").plus(speech.say(Phrase.FILES_ARRIVING, stored.arriving())));
        }
        if (stored.lost() > 0) {
            lines.add(Html.of("⚠️ ").plus(speech.say(Phrase.FILES_LOST, stored.lost())));
        }
        return Html.join("\n", lines);
    }

    private Reply update(Turn turn, Table table, Form form) throws InterruptedException {
        FieldId field = form.steps().getFirst();
        RecordId record = Objects.requireNonNull(form.record());
        if (form.answers().get(field) instanceof FormAnswer.Files files) {
            return addFiles(turn, table, form, record, files);
        }
        CellValue value = form.answers().get(field) instanceof FormAnswer.Value(CellValue v) ? v : CellValue.empty();
        RecordChange wanted = FieldWrites.change(table.id(), record, field, form.seen(), value);
        return switch (turn.base().update(table, wanted)) {
            case Answer.Ok<UpdateOutcome>(UpdateOutcome.Saved saved) ->
                updated(turn, table, form, FilesIn.Stored.none(saved.record()))
                        .saving(undo.updated(turn, table.id(), record, field, form.seen(), value));
            case Answer.Ok<UpdateOutcome>(UpdateOutcome.Conflict conflict)
            when same(conflict.current().cell(field), value) -> // handled again after a crash: it is there
                updated(turn, table, form, FilesIn.Stored.none(conflict.current()))
                        .saving(undo.updated(turn, table.id(), record, field, form.seen(), value));
            case Answer.Ok<UpdateOutcome>(UpdateOutcome.Conflict conflict) ->
                view.show(turn, table, form.conflicting(conflict.current().cell(field)), Line.NONE, null);
            case Answer.Failed<UpdateOutcome>(AirtableFailure failure) -> notSaved(turn, table, form, failure);
        };
    }

    private static boolean same(CellValue one, CellValue other) {
        return one.equals(other) || (one.isEmpty() && other.isEmpty());
    }

    private Reply addFiles(Turn turn, Table table, Form form, RecordId id, FormAnswer.Files files)
            throws InterruptedException {
        Field field = table.field(form.steps().getFirst()).orElseThrow();
        return switch (turn.base().record(table, id, Freshness.NOW)) {
            case Answer.Ok<AirtableRecord>(AirtableRecord record) ->
                updated(turn, table, form, filesIn.store(turn, table, record, field, files.files()));
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> notSaved(turn, table, form, failure);
        };
    }

    private Reply updated(Turn turn, Table table, Form form, FilesIn.Stored stored) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        Screen card = browsing.screen(turn, table, stored.record());
        Html saved = saved(turn.speech(), stored);
        return Reply.show(new Screen(Html.lines(saved, Html.EMPTY, card.text()), card.buttons()))
                .saving(drafts.remove(form.id(), turn.personId()))
                .saving(stored.writes());
    }

    private Reply notSaved(Turn turn, Table table, Form form, AirtableFailure failure) throws InterruptedException {
        Html words = FailureScreen.text(failure, turn.base().role().isAdmin(), turn.speech());
        FieldId field = switch (failure) {
            case AirtableFailure.ValueRefused refused -> refused.field();
            case AirtableFailure.FieldGone gone -> gone.field();
            default -> null;
        };
        int step = field == null ? -1 : form.steps().indexOf(field);
        if (step >= 0) {
            return view.show(turn, table, form.changing(step), new Line.Problem(words), null);
        }
        Phrase then = failure instanceof AirtableFailure.OutcomeUnknown ? Phrase.NOT_CONFIRMED : Phrase.NOT_SAVED;
        Html problem = words.plus(Html.NEWLINE).plus(turn.speech().say(then));
        return view.show(turn, table, form.at(form.steps().size()), new Line.Problem(problem), null);
    }
}
