package dev.basegram.bot.inbox;

import dev.basegram.bot.store.StoreWrite;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of handling an update. */
public sealed interface HandleOutcome {
    /**
     * Handled.
     *
     * @param writes what is saved in the same commit that marks the update done: the person's session above all
     */
    record Done(List<StoreWrite> writes) implements HandleOutcome {
        /** Creates a copy of the list. */
        public Done {
            writes = List.copyOf(writes);
        }

        /** Returns a plain success with nothing to save. */
        public static Done plain() {
            return new Done(List.of());
        }
    }

    /**
     * A neighbour failed in a way that passes (429, 5xx, timeout): the update is tried again within its life.
     *
     * @param reason for the log and the status; no personal text, no secret
     * @param after the least pause, where the neighbour named one; null for the next step of the growing pauses
     */
    record TryAgain(String reason, @Nullable Duration after) implements HandleOutcome {}

    /**
     * It will never work: the update goes to the dead letters and the person is told.
     *
     * @param reason for the operator; no personal text, no secret
     */
    record Refused(String reason) implements HandleOutcome {}
}
