package dev.basegram.bot.airtable.gate;

import java.time.Duration;
import java.util.ArrayDeque;

/**
 * How fast calls may leave: 4.5 a second over time, after a rest up to three at once, and never more than five within 1.1 s.
 *
 * <p>Airtable counts five in a second as calls arrive; the tenth of a second is for those that the way delays ({@code
 * airtable.com/developers/web/api/rate-limits}). Not thread-safe: the gate's lock guards it.
 */
final class Pace {
    private static final long INTERVAL = Duration.ofSeconds(2).toNanos() / 9;
    private static final int BURST = 3;
    private static final int MOST_IN_WINDOW = 5;
    private static final long WINDOW = Duration.ofMillis(1100).toNanos();

    private final ArrayDeque<Long> departures = new ArrayDeque<>(MOST_IN_WINDOW + 1);
    private long credit = Long.MIN_VALUE;

    /** Returns how long the next call has to wait, in nanoseconds; 0 to leave now. */
    long delay(long now) {
        long byRate = credit == Long.MIN_VALUE ? 0 : credit - (BURST - 1) * INTERVAL - now;
        long byWindow = departures.size() < MOST_IN_WINDOW ? 0 : departures.getFirst() + WINDOW - now;
        return Math.max(0, Math.max(byRate, byWindow));
    }

    /** Notes that a call leaves now. */
    void leaves(long now) {
        credit = Math.max(credit == Long.MIN_VALUE ? now : credit, now) + INTERVAL;
        departures.addLast(now);
        if (departures.size() > MOST_IN_WINDOW) {
            departures.removeFirst();
        }
    }
}
