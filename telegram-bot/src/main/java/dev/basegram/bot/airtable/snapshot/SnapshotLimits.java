package dev.basegram.bot.airtable.snapshot;

import java.time.Duration;

/**
 * How much is held, and for how long it counts as fresh.
 *
 * @param tableRows the most rows of one table
 * @param totalRows the most rows in all
 * @param freshForAPage how long a listing counts as fresh, for each page it takes to read
 */
public record SnapshotLimits(int tableRows, int totalRows, Duration freshForAPage) {
    /** Checks that there is room for something. */
    public SnapshotLimits {
        if (tableRows < 1 || totalRows < tableRows || freshForAPage.isNegative() || freshForAPage.isZero()) {
            throw new IllegalArgumentException(
                    "tableRows must be 1 or more, totalRows no less, and freshForAPage positive");
        }
    }
}
