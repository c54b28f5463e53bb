package dev.basegram.bot.telegram;

import java.time.Duration;
import java.time.Instant;

/**
 * A burst, then a steady rate (the generic cell rate algorithm: one instant is the whole state). Not thread-safe.
 */
final class Rate {
    private final Duration interval;
    private final Duration tolerance;
    private volatile Instant theoreticalArrival = Instant.EPOCH;

    Rate(int burst, Duration interval) {
        this.interval = interval;
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

    /** Returns the rate of what nobody asked for, over all chats: 30 messages a second. */
    static Rate unasked() {
        return new Rate(5, Duration.ofNanos(1_000_000_000L / 30));
    }

    /** Takes the next place and returns how long to wait for it; zero when it is free now. */
    Duration reserve(Instant now) {
        Instant arrival = theoreticalArrival.isAfter(now) ? theoreticalArrival : now;
        theoreticalArrival = arrival.plus(interval);
        Duration wait = Duration.between(now, arrival).minus(tolerance);
        return wait.isNegative() ? Duration.ZERO : wait;
    }

    /** Tells whether nothing of the burst is used up. */
    boolean isRested(Instant now) {
        return !theoreticalArrival.isAfter(now);
    }
}
