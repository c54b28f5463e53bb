package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.RecordId;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which records a table or view has, in which order, as Airtable last told.
 *
 * @param order ids
 * @param readAt when the reading of them began
 * @param pages how many calls that took
 * @param truncated whether there are more
 * @param touched whether something has changed since that may change the order
 * @param trouble why the last refresh failed; null where it did not
 * @param triedAt when the last refresh failed; null where it did not
 */
record Listing(
        List<RecordId> order,
        Instant readAt,
        int pages,
        boolean truncated,
        boolean touched,
        @Nullable AirtableFailure trouble,
        @Nullable Instant triedAt) {
    /** A change of our own shows in views after this long for each page they take, rather than after the full time. */
    private static final Duration TOUCHED_FRESH_FOR = Duration.ofSeconds(10);

    private static final Duration AFTER_TROUBLE = Duration.ofSeconds(10);

    /** Returns whether it is older than it should be. */
    boolean isStale(Instant now, Duration freshForAPage) {
        Duration page = touched && TOUCHED_FRESH_FOR.compareTo(freshForAPage) < 0 ? TOUCHED_FRESH_FOR : freshForAPage;
        return !now.isBefore(readAt.plus(page.multipliedBy(Math.max(1, pages))));
    }

    /** Returns whether a refresh may be tried now: not again and again while Airtable is down. */
    boolean mayTry(Instant now) {
        return triedAt == null || !now.isBefore(triedAt.plus(AFTER_TROUBLE));
    }

    Listing withTouched() {
        return new Listing(order, readAt, pages, truncated, true, trouble, triedAt);
    }

    Listing withTrouble(AirtableFailure failure, Instant now) {
        return new Listing(order, readAt, pages, truncated, touched, failure, now);
    }

    Listing withOrder(List<RecordId> other) {
        return new Listing(other, readAt, pages, truncated, touched, trouble, triedAt);
    }
}
