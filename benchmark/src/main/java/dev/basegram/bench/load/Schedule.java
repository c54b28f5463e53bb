package dev.basegram.bench.load;

import java.time.Duration;

/**
 * The fixed times at which requests are due, whatever became of the ones before.
 *
 * <p>A generator that waits for a slow answer before it sends the next request leaves out the very requests that would have
 * waited (coordinated omission). Here a request's latency counts from its due time, also when it could not be sent then.
 *
 * @param start {@link System#nanoTime} of the first request
 * @param perSecond requests a second, at least 1
 * @param count how many requests there are
 */
public record Schedule(long start, int perSecond, long count) {
    private static final long SECOND = 1_000_000_000L;

    /** Checks that there is a rate to speak of. */
    public Schedule {
        if (perSecond < 1 || count < 0) {
            throw new IllegalArgumentException("needs a rate of at least 1/s and no negative count");
        }
    }

    /** Returns the schedule of this many seconds at this rate, from {@code start} on. */
    public static Schedule of(long start, int perSecond, Duration length) {
        return new Schedule(start, perSecond, perSecond * length.toMillis() / 1_000);
    }

    /** Returns when request {@code index} is due. Rounding does not add up: each time is reckoned from the start. */
    public long due(long index) {
        return start + index / perSecond * SECOND + index % perSecond * SECOND / perSecond;
    }

    /** Returns how many requests are due at {@code now}, those of earlier included. */
    public long dueBy(long now) {
        long passed = now - start;
        if (passed < 0) {
            return 0;
        }
        long whole = passed / SECOND * perSecond;
        return Math.min(count, whole + passed % SECOND * perSecond / SECOND + 1);
    }

    /** Returns when the last request's interval is over. */
    public long end() {
        return due(count);
    }
}
