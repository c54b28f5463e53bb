package dev.basegram.bot.airtable;

import java.time.Duration;

/**
 * Who asks, so that the gate can be fair.
 *
 * @param key whom turns are shared between: one key has one place in the round however much it asks; never shown or sent
 * @param lane whether somebody waits
 * @param patience how long the call may wait in the queue before it fails instead; the call itself, once it has left, has its own
 *     limit
 */
public record Caller(String key, Lane lane, Duration patience) {
    private static final Duration PERSON_WAITS = Duration.ofSeconds(20);
    private static final Duration NOBODY_WAITS = Duration.ofMinutes(5);

    /** Checks that the patience is positive. */
    public Caller {
        if (patience.isNegative() || patience.isZero()) {
            throw new IllegalArgumentException("patience must be more than zero, not " + patience);
        }
    }

    /** Returns a caller for a person who waits at most 20 s in the queue. */
    public static Caller person(String key) {
        return new Caller(key, Lane.INTERACTIVE, PERSON_WAITS);
    }

    /** Returns a caller for work nobody waits for, which may stand in the queue for 5 minutes. */
    public static Caller background(String key) {
        return new Caller(key, Lane.BACKGROUND, NOBODY_WAITS);
    }

    /** Returns the same caller with another patience. */
    public Caller patient(Duration other) {
        return new Caller(key, lane, other);
    }
}
