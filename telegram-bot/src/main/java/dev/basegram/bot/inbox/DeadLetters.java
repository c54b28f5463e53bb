package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreUnavailableException;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateKind;
import dev.basegram.common.UpdateReader;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/** The updates that were given up: what an operator lists and replays. Thread-safe. */
public final class DeadLetters {
    private static final Logger LOG = Logger.getLogger(DeadLetters.class);

    private final Database database;
    private final InboxTables tables;
    private final Lanes lanes;
    private final Clock clock;

    DeadLetters(Database database, InboxTables tables, Lanes lanes, Clock clock) {
        this.database = database;
        this.tables = tables;
        this.lanes = lanes;
        this.clock = clock;
    }

    /** Returns the newest dead letters, newest first; blocks. */
    public List<DeadLetter> newest(int most) {
        return database.read(handle -> tables.deadLetters().newest(handle, most));
    }

    /**
     * Puts an update back at the end of its lane, with a whole life from now; it counts its tries on, so that a handler knows
     * that its earlier writes may be there.
     *
     * @return whether there was such a dead letter; false also for one that is no update at all
     */
    public Uni<Boolean> replay(long updateId) {
        var replayed = new AtomicBoolean();
        return database.write(handle -> replayed.set(putBack(handle, updateId))).map(_ -> {
            lanes.waits();
            return replayed.get();
        });
    }

    /**
     * Forgets a dead letter: its update is never handled.
     *
     * @return whether there was one of this reference
     */
    public boolean drop(String reference) {
        return database.decide(handle -> tables.deadLetters().remove(handle, reference) > 0);
    }

    private boolean putBack(Handle handle, long updateId) {
        var letter = tables.deadLetters().find(handle, updateId);
        if (letter.isEmpty()
                || !(UpdateReader.read(letter.get().body()) instanceof UpdateReader.Result.Valid(UpdateHead head))) {
            return false;
        }
        Instant now = clock.instant();
        var _ = tables.lanes().add(handle, head.lane(), now.toEpochMilli(), false);
        var _ = tables.waiting()
                .add(
                        handle,
                        head,
                        letter.get().body(),
                        now.toEpochMilli(),
                        now.plus(head.kind().lifetime()).toEpochMilli(),
                        letter.get().attempts());
        var _ = tables.deadLetters().remove(handle, letter.get().reference());
        return true;
    }

    /** Stores what is no update, once, so that nobody need offer it again; whoever did not hear our answer will. */
    Uni<AcceptResult> buryMalformed(byte[] raw, String reason) {
        long now = clock.millis();
        var entry = new DeadLetterTable.Entry(null, UpdateKind.UNKNOWN.field(), "malformed: " + reason, 0, now, raw);
        return database.write(handle -> {
                    if (!tables.deadLetters().holdsMalformed(handle, raw)) {
                        String reference = tables.deadLetters().add(handle, entry, now);
                        LOG.debugf("Dead letter %s is no update", reference);
                    }
                })
                .<AcceptResult>map(_ -> new AcceptResult.Malformed(reason))
                .onFailure(StoreUnavailableException.class)
                .recoverWithItem(e -> new AcceptResult.StoreUnavailable(String.valueOf(e.getMessage())));
    }
}
