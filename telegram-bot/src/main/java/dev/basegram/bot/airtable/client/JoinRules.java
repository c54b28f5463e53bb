package dev.basegram.bot.airtable.client;

import java.time.Duration;

/**
 * How wants are joined.
 *
 * @param most the most of one call
 * @param window how long a batch waits for others before it queues; while it queues it takes more
 * @param shares whether two who want the same get one answer; otherwise the second goes into another batch
 * @param splits whether a refused batch goes once more, each for itself, so that only the guilty one fails
 */
record JoinRules(int most, Duration window, boolean shares, boolean splits) {
    /** Reads of single records. */
    static final JoinRules GETS = new JoinRules(100, Duration.ZERO, true, false);

    /** Writes. */
    static final JoinRules WRITES = new JoinRules(10, Duration.ofMillis(200), false, true);
}
