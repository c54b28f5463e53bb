package dev.basegram.bot.inbox;

import java.time.Instant;
import java.util.Set;

/**
 * A time in which updates are taken and kept, and not handled.
 *
 * @param since when it began
 * @param byName who wanted it, for screens
 * @param exempt people whose updates are handled all the same, so that somebody can end it
 */
public record Hold(Instant since, String byName, Set<Long> exempt) {
    /** Creates a copy of the set. */
    public Hold {
        exempt = Set.copyOf(exempt);
    }
}
