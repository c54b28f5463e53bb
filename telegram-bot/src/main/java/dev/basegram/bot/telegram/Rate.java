package dev.basegram.bot.telegram;

import java.time.Duration;
import java.time.Instant;

/**
 * A burst, then a steady rate (the generic cell rate algorithm: one instant is the whole state). Not thread-safe.
 */
final class Rate {
    private final Duration interval;
    private final Duration tolerance;
    private final Duration kept;
    private volatile Instant theoreticalArrival = Instant.EPOCH;

    Rate(int burst, Duration interval) {
        this.interval = interval;
        this.kept = interval.multipliedBy(burst / 2);
        this.tolerance = interval.multipliedBy(burst - 1L);
    }

    /** Returns the rate of a private chat: short bursts go at once, then one message a second. */
    static Rate privateChat() {
        return new Rate(20, Duration.ofSeconds(1));
    }

    /** Returns the rate of a group: a burst of 5 and one in 4 s are never more than 20 in any minute. */
    static Rate group() {
        return new Rate(5, Duration.ofSeconds(4));
    }

    /** Returns the rate of what nobody asked for, over all chats: never more than 30 messages in any second. */
    static Rate unasked() {
        return new Rate(1, Duration.ofMillis(34));
    }

    /** Takes the next place and returns how long to wait for it; zero when it is free now. */
    Duration reserve(Instant now) {
        Instant arrival = theoreticalArrival.isAfter(now) ? theoreticalArrival : now;
        theoreticalArrival = arrival.plus(interval);
        Duration wait = Duration.between(now, arrival).minus(tolerance);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /**
     * Takes the next place only if it is free now and leaves half of the burst to others.
     *
     * @return zero when it was taken; else how long until there may be one
     */
    Duration takeLeavingHalf(Instant now) {
        Instant arrival = theoreticalArrival.isAfter(now) ? theoreticalArrival : now;
        Duration wait = Duration.between(now, arrival).minus(tolerance).plus(kept);
        if (wait.isPositive()) {
            return wait;
        }
        theoreticalArrival = arrival.plus(interval);
        return Duration.ZERO;
    }

    /** Tells whether nothing of the burst is used up. */
    boolean isRested(Instant now) {
        return !theoreticalArrival.isAfter(now);
    }
}
