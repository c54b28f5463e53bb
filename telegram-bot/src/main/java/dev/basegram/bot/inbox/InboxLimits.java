package dev.basegram.bot.inbox;

import java.time.Duration;

/**
 * The bounds of intake.
 *
 * @param lanes how many lanes are served at once; each holds one update in memory
 * @param turn how many updates a lane may have handled before lanes that wait get their turn
 * @param deadline how long a handler may take before it is interrupted
 * @param lease how long a lane stays with a process that no longer renews: the pause after a crash, with PostgreSQL
 * @param acceptBytes how many bytes of updates may wait for their commit at once
 */
public record InboxLimits(int lanes, int turn, Duration deadline, Duration lease, long acceptBytes) {
    /** How long an id is remembered: twice the longest life of an update. */
    static final Duration MEMORY_OF_IDS = Duration.ofHours(48);

    /** How long a dead letter is kept. */
    static final Duration MEMORY_OF_DEAD_LETTERS = Duration.ofDays(90);

    /** Tries that ended in the death of the process, before an update is taken for their cause. */
    static final int MAX_UNFINISHED_TRIES = 10;

    /** Tries that ran into the deadline, before the update is given up: each holds its lane for minutes. */
    static final int MAX_DEADLINES = 3;

    /**
     * The bounds of production. 256 lanes at 50 ms a call to Telegram are some 5,000 updates a second, more than two cores
     * can handle.
     */
    public static InboxLimits standard() {
        return new InboxLimits(256, 16, Duration.ofSeconds(90), Duration.ofSeconds(30), 32L << 20);
    }
}
