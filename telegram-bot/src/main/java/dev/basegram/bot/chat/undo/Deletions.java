package dev.basegram.bot.chat.undo;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Change;
import dev.basegram.bot.session.ChangeStore;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/**
 * Deleting: asked first, then held for a minute in which it can be taken back. A record made again would have another id and none
 * of its links, so it must not be deleted before the minute is over.
 */
@Singleton
public class Deletions {
    /** How long a deletion is held. */
    public static final Duration HELD = Duration.ofSeconds(60);

    private final ChangeStore changes;

    Deletions(ChangeStore changes) {
        this.changes = changes;
    }

    /** Asks whether to delete, and says how much hangs on it. */
    public Reply ask(Turn turn, TableId tableId, RecordId id) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(
                        turn.base().record(table, id, Freshness.HELD), record -> Reply.show(ask(turn, table, record))));
    }

    private static Screen ask(Turn turn, Table table, AirtableRecord record) {
        Speech speech = turn.speech();
        Action back = new Action.Open(table.id(), record.id());
        if (!turn.base().mayDelete(table)) {
            return Screen.with(speech.say(Phrase.EDIT_NOTHING))
                    .row(button("◀", back))
                    .build();
        }
        Html question = speech.say(Phrase.DELETE_ASK, name(turn, table, record));
        int linked = linked(record);
        return Screen.with(linked == 0 ? question : question.plus(" ").plus(speech.say(Phrase.DELETE_LINKED, linked)))
                .row(button("🗑 " + speech.label(Phrase.DELETE_BUTTON), new Action.Delete(table.id(), record.id())))
                .row(button("◀ " + speech.label(Phrase.BACK_BUTTON), back))
                .build();
    }

    private static String name(Turn turn, Table table, AirtableRecord record) {
        return RowLine.name(table, record, CellText.withoutNames(turn.speech()), turn.speech());
    }

    private static int linked(AirtableRecord record) {
        return record.cells().values().stream()
                .mapToInt(value -> value instanceof CellValue.Links(List<RecordId> ids) ? ids.size() : 0)
                .sum();
    }

    /** Holds a deletion. */
    public Reply hold(Turn turn, TableId tableId, RecordId id) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table ->
                        turn.given(turn.base().record(table, id, Freshness.HELD), record -> hold(turn, table, record)));
    }

    private Reply hold(Turn turn, Table table, AirtableRecord record) {
        if (!turn.base().mayDelete(table)) {
            return Reply.show(ask(turn, table, record));
        }
        String name = name(turn, table, record);
        Change change = Changes.change(
                turn,
                Change.Kind.DELETING,
                table.id(),
                record.id(),
                name,
                turn.now().plus(HELD));
        Screen held = Screen.with(turn.speech().say(Phrase.DELETE_HELD, name))
                .row(button("↩️ " + turn.speech().label(Phrase.UNDO_BUTTON), new Action.Undo(change.id())))
                .build();
        return Reply.keep(held).and(new Outgoing.Close(null)).saving(changes.remember(change));
    }
}
