package dev.basegram.bot.chat.form;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.UpdateOutcome;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.cell.FieldWrites;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.screen.StatusButton;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.chat.undo.Undo;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Starting to edit a record: which field, or the status at one tap. */
@Singleton
public class RecordEdits {
    private static final int MOST_FIELDS = 90;

    private final FormView view;
    private final Browsing browsing;
    private final Undo undo;

    RecordEdits(FormView view, Browsing browsing, Undo undo) {
        this.view = view;
        this.browsing = browsing;
        this.undo = undo;
    }

    /** Asks which field to change. */
    public Reply choose(Turn turn, TableId tableId, RecordId id) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(
                        turn.base().record(table, id, Freshness.HELD),
                        record -> Reply.show(fields(turn, table, record))));
    }

    private Screen fields(Turn turn, Table table, AirtableRecord record) {
        String name = RowLine.name(table, record, CellText.withoutNames(turn.speech()), turn.speech());
        List<Button> fields = view.fillable(turn, table).stream()
                .filter(turn.base().changeable(table)::contains)
                .limit(MOST_FIELDS)
                .map(field -> button(field.name(), new Action.EditField(table.id(), record.id(), field.id())))
                .toList();
        Html title = fields.isEmpty()
                ? turn.speech().say(Phrase.EDIT_NOTHING)
                : turn.speech().say(Phrase.EDIT_WHICH, name);
        return Screen.with(title)
                .grid(2, fields)
                .row(button("◀ " + turn.speech().label(Phrase.BACK_BUTTON), new Action.Open(table.id(), record.id())))
                .build();
    }

    /** Shows every option of a single select. */
    public Reply stages(Turn turn, TableId tableId, RecordId id, FieldId fieldId) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(turn.base().record(table, id, Freshness.HELD), record -> {
                    Optional<Field> field = turn.base().changeable(table).stream()
                            .filter(f -> f.id().equals(fieldId) && f.type() instanceof FieldType.SingleSelect)
                            .findFirst();
                    String name = RowLine.name(table, record, CellText.withoutNames(turn.speech()), turn.speech());
                    return field.isEmpty()
                            ? changedSince(turn, table, record)
                            : Reply.show(StatusButton.all(table, record, field.get(), name, turn.speech()));
                }));
    }

    /** Sets a single select at one tap, unless what the button was made for has changed since. */
    public Reply setChoice(Turn turn, Action.SetChoice action) throws InterruptedException {
        return turn.given(
                turn.base().table(action.table()),
                table -> turn.given(
                        turn.base().record(table, action.record(), Freshness.HELD),
                        record -> setChoice(turn, table, record, action)));
    }

    private Reply setChoice(Turn turn, Table table, AirtableRecord record, Action.SetChoice action)
            throws InterruptedException {
        Optional<Field> field =
                table.field(action.field()).filter(f -> turn.base().mayEdit(table, f));
        Optional<CellValue> before = field.flatMap(f -> StatusButton.madeFor(f, action.seen()));
        if (before.isEmpty()
                || !(field.get().type() instanceof FieldType.SingleSelect(List<SelectChoice> choices))
                || action.choice() >= choices.size()) {
            return changedSince(turn, table, record);
        }
        Step step = new Step(
                table,
                field.get(),
                before.get(),
                new CellValue.Choice(choices.get(action.choice()).name()));
        CellValue now = record.cell(action.field());
        if (now.equals(step.after())) {
            return again(turn, step, record.id());
        }
        return StatusButton.fingerprint(step.field(), now).equals(action.seen())
                ? write(turn, step, record.id())
                : changedSince(turn, table, record);
    }

    /** A single select on its way from one option to another. */
    private record Step(Table table, Field field, CellValue before, CellValue after) {}

    /** It is as wanted already: the press came twice, or is handled again after a crash. Memory alone is not believed. */
    private Reply again(Turn turn, Step step, RecordId id) throws InterruptedException {
        return turn.given(
                turn.base().record(step.table(), id, Freshness.NOW),
                current -> current.cell(step.field().id()).equals(step.after())
                        ? done(turn, step, current)
                        : changedSince(turn, step.table(), current));
    }

    private Reply write(Turn turn, Step step, RecordId id) throws InterruptedException {
        RecordChange change =
                FieldWrites.change(step.table().id(), id, step.field().id(), step.before(), step.after());
        return turn.given(turn.base().update(step.table(), change), outcome -> switch (outcome) {
            case UpdateOutcome.Saved saved -> done(turn, step, saved.record());
            case UpdateOutcome.Conflict conflict -> changedSince(turn, step.table(), conflict.current());
        });
    }

    private Reply done(Turn turn, Step step, AirtableRecord record) throws InterruptedException {
        CellText cells = CellText.withoutNames(turn.speech());
        FieldType type = step.field().type();
        Html line = Html.of("✅ %s → %s".formatted(cells.line(type, step.before()), cells.line(type, step.after())));
        Button back = button("↩️ " + turn.speech().label(Phrase.UNDO_BUTTON), new Action.Undo(undo.id(turn)));
        return card(turn, step.table(), record, line, List.of(back))
                .saving(undo.updated(
                        turn, step.table().id(), record.id(), step.field().id(), step.before(), step.after()));
    }

    private Reply changedSince(Turn turn, Table table, AirtableRecord record) throws InterruptedException {
        return card(turn, table, record, turn.speech().say(Phrase.CHANGED_SINCE), List.of());
    }

    private Reply card(Turn turn, Table table, AirtableRecord record, Html line, List<Button> first)
            throws InterruptedException {
        Screen card = browsing.screen(turn, table, record);
        List<List<Button>> rows = new ArrayList<>();
        if (!first.isEmpty()) {
            rows.add(first);
        }
        rows.addAll(card.buttons().rows());
        return Reply.show(new Screen(Html.lines(line, Html.EMPTY, card.text()), new Markup.Inline(rows)));
    }
}
