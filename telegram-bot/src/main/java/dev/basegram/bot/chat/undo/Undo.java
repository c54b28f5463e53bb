package dev.basegram.bot.chat.undo;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.UpdateOutcome;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.cell.FieldWrites;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Change;
import dev.basegram.bot.session.ChangeStore;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Optional;

/** Takes the last change back, within its window and only while nobody has changed the same thing since. */
@Singleton
public class Undo {
    /** How long a new record can be taken back. */
    public static final Duration CREATED_WINDOW = Duration.ofSeconds(60);

    /** How long a changed field can be put back. */
    public static final Duration UPDATED_WINDOW = Duration.ofMinutes(10);

    private final ChangeStore changes;
    private final Browsing browsing;

    Undo(ChangeStore changes, Browsing browsing) {
        this.changes = changes;
        this.browsing = browsing;
    }

    /** Returns the id under which this turn's change is remembered. */
    public String id(Turn turn) {
        return Changes.id(turn);
    }

    /** Returns the write that remembers a new record. */
    public StoreWrite created(Turn turn, TableId table, RecordId record) {
        return changes.remember(Changes.change(turn, Change.Kind.CREATED, table, record, "{}", null));
    }

    /** Returns the write that remembers a changed field. */
    public StoreWrite updated(
            Turn turn, TableId table, RecordId record, FieldId field, CellValue before, CellValue after) {
        String state = Changes.write(new Changes.FieldChange(field, before, after));
        return changes.remember(Changes.change(turn, Change.Kind.UPDATED, table, record, state, null));
    }

    /** Takes the person's last change back. */
    public Reply last(Turn turn) throws InterruptedException {
        Optional<Change> change = changes.last(turn.personId());
        return change.isPresent()
                ? undo(turn, change.get())
                : Reply.say(turn.speech().say(Phrase.UNDO_NOTHING));
    }

    /** Takes one change back. */
    public Reply one(Turn turn, String id) throws InterruptedException {
        Optional<Change> change = changes.find(id, turn.personId());
        return change.isPresent()
                ? undo(turn, change.get())
                : Reply.say(turn.speech().say(Phrase.UNDO_TOO_LATE));
    }

    private Reply undo(Turn turn, Change change) throws InterruptedException {
        TableId table = new TableId(change.table());
        RecordId record = new RecordId(change.record());
        return switch (change.kind()) {
            case CREATED -> inTime(turn, change, CREATED_WINDOW) ? delete(turn, change, table, record) : late(turn);
            case UPDATED -> inTime(turn, change, UPDATED_WINDOW) ? putBack(turn, change, table, record) : late(turn);
            case DELETING -> changes.takeBack(change) ? say(turn, Phrase.DELETE_STOPPED, change.state()) : late(turn);
        };
    }

    private static boolean inTime(Turn turn, Change change, Duration window) {
        return turn.now().isBefore(change.madeAt().plus(window));
    }

    private static Reply late(Turn turn) {
        return Reply.say(turn.speech().say(Phrase.UNDO_TOO_LATE));
    }

    private static Reply say(Turn turn, Phrase phrase, Object... arguments) {
        return Reply.say(turn.speech().say(phrase, arguments));
    }

    private Reply delete(Turn turn, Change change, TableId tableId, RecordId record) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(
                        turn.base().delete(table, record),
                        _ -> say(turn, Phrase.UNDO_DONE).saving(changes.forget(change.id()))));
    }

    private Reply putBack(Turn turn, Change change, TableId tableId, RecordId record) throws InterruptedException {
        Optional<Changes.FieldChange> field = Changes.read(change.state());
        if (field.isEmpty()) {
            return late(turn);
        }
        RecordChange back = FieldWrites.change(
                tableId,
                record,
                field.get().field(),
                field.get().after(),
                field.get().before());
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(turn.base().update(table, back), outcome -> switch (outcome) {
                    case UpdateOutcome.Saved saved -> {
                        Screen card = browsing.screen(turn, table, saved.record());
                        Html text = Html.lines(turn.speech().say(Phrase.UNDO_DONE), Html.EMPTY, card.text());
                        yield Reply.show(new Screen(text, card.buttons())).saving(changes.forget(change.id()));
                    }
                    case UpdateOutcome.Conflict _ ->
                        say(turn, Phrase.UNDO_CHANGED).saving(changes.forget(change.id()));
                }));
    }
}
