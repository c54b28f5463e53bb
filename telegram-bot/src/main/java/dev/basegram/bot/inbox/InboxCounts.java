package dev.basegram.bot.inbox;

import java.time.Duration;

/**
 * What is on disk.
 *
 * @param pending updates that are not handled yet, those being handled included
 * @param oldest how long the first of them has waited; zero when none waits
 * @param deadLetters updates that were given up
 */
public record InboxCounts(long pending, Duration oldest, long deadLetters) {
    static final InboxCounts NONE = new InboxCounts(0, Duration.ZERO, 0);
}
