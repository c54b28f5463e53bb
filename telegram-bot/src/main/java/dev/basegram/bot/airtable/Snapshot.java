package dev.basegram.bot.airtable;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The records of a table or view as memory holds them; does not change once given out.
 *
 * @param table whose
 * @param view which view's filter and order; null for the whole table in the base's own order
 * @param records cheap to index and to filter, however many; reading a cell allocates nothing
 * @param readAt when Airtable was last asked for all of them
 * @param truncated whether the cap cut it short: then «8 of 500+», never a total
 * @param stale whether it is older than it should be: a refresh is under way, or has failed
 * @param trouble why the last refresh failed; null where it did not. Then the screen says how old this is
 */
public record Snapshot(
        TableId table,
        @Nullable ViewId view,
        List<AirtableRecord> records,
        Instant readAt,
        boolean truncated,
        boolean stale,
        @Nullable AirtableFailure trouble) {
    /** Returns how old it is. */
    public Duration age(Instant now) {
        return Duration.between(readAt, now);
    }

    /** Returns why the last refresh failed, if it did. */
    public Optional<AirtableFailure> refreshFailure() {
        return Optional.ofNullable(trouble);
    }
}
