package dev.basegram.bench.load;

import org.HdrHistogram.Histogram;

/** Times of one phase, in a histogram of microseconds with three significant digits. Not thread-safe. */
public final class Latencies {
    private static final long LONGEST_MICROS = 600_000_000L;

    private final Histogram micros = new Histogram(LONGEST_MICROS, 3);

    /** Adds one time; below zero counts as zero, above ten minutes as ten minutes. */
    public void record(long nanos) {
        micros.recordValue(Math.clamp(nanos / 1_000, 0, LONGEST_MICROS));
    }

    /** Returns how many times were recorded. */
    public long count() {
        return micros.getTotalCount();
    }

    /**
     * Returns the time that this share of all times does not exceed, in milliseconds; 0 when nothing was recorded.
     *
     * @param percentile 0 to 100
     */
    public double atPercentile(double percentile) {
        return count() == 0 ? 0 : micros.getValueAtPercentile(percentile) / 1_000.0;
    }

    /** Returns the longest time in milliseconds; 0 when nothing was recorded. */
    public double longest() {
        return count() == 0 ? 0 : micros.getMaxValue() / 1_000.0;
    }

    /** Returns how many times were this long or longer. */
    public long countFrom(double milliseconds) {
        return micros.getCountBetweenValues((long) (milliseconds * 1_000), LONGEST_MICROS);
    }
}
