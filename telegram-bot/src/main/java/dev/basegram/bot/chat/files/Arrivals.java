package dev.basegram.bot.chat.files;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Arrival;
import dev.basegram.bot.session.ArrivalStore;
import dev.basegram.bot.session.SessionKey;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.List;

/** Remembers which files Airtable has promised to fetch: of a fetch that fails it tells nobody. */
@Singleton
class Arrivals {
    /** By then nearly all have come. */
    static final Duration FIRST_LOOK = Duration.ofMinutes(2);

    private final ArrivalStore store;

    Arrivals(ArrivalStore store) {
        this.store = store;
    }

    /** Returns the write that has somebody look whether the files came. */
    StoreWrite expect(Turn turn, TableId table, RecordId record, FieldId field, List<String> names) {
        Long thread = turn.update().chat().threadId();
        return store.await(new Arrival(
                turn.update().updateId() + "." + field.value(),
                new SessionKey(turn.update().chat().chatId(), thread == null ? 0 : thread, turn.personId()),
                table.value(),
                record.value(),
                field.value(),
                names,
                turn.now(),
                turn.now().plus(FIRST_LOOK)));
    }
}
