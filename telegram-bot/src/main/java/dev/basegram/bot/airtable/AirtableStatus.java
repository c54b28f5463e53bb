package dev.basegram.bot.airtable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How the client is doing, for {@code /status}.
 *
 * @param gate whether calls leave
 * @param waitingPeople calls of people in the queue
 * @param waitingBackground other calls in the queue
 * @param budget the month's calls
 * @param lastFailure the last failure an operator should know; null where there was none since the start
 * @param lastFailureAt when that was; null where there was none
 * @param snapshots what is held in memory
 * @param rowCap the most rows held in memory in all
 * @param tableCap the most rows held of one table: what lies beyond is neither browsed nor searched
 */
public record AirtableStatus(
        GateState gate,
        int waitingPeople,
        int waitingBackground,
        CallBudget budget,
        @Nullable AirtableFailure lastFailure,
        @Nullable Instant lastFailureAt,
        List<Held> snapshots,
        int rowCap,
        int tableCap) {
    /**
     * A table held in memory.
     *
     * @param table which
     * @param rows how many of its records
     * @param truncated whether the cap cut it short
     * @param age since all of it was read
     */
    public record Held(TableId table, int rows, boolean truncated, Duration age) {}

    /** Creates a copy of the list. */
    public AirtableStatus {
        snapshots = List.copyOf(snapshots);
    }

    /** Returns the last failure an operator should know, if any. */
    public Optional<AirtableFailure> trouble() {
        return Optional.ofNullable(lastFailure);
    }

    /** Returns how many rows are held in memory. */
    public int rows() {
        return snapshots.stream().mapToInt(Held::rows).sum();
    }
}
