package dev.basegram.common;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.function.LongConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lets one line in a while through, for events that a stranger or a neighbour's failure can repeat a thousand times an hour.
 * Thread-safe.
 */
public final class LogThrottle {
    private final Clock clock;
    private final Duration pause;
    private @Nullable Instant next;
    private long held;

    /** Creates a throttle that lets the first event through, then one per pause. */
    public LogThrottle(Clock clock, Duration pause) {
        this.clock = clock;
        this.pause = pause;
    }

    /**
     * Tells of one event.
     *
     * @param log called when this event is let through, with the number of events held back since the last line
     */
    public void event(LongConsumer log) {
        long heldBack;
        synchronized (this) {
            Instant now = clock.instant();
            if (next != null && now.isBefore(next)) {
                held++;
                return;
            }
            next = now.plus(pause);
            heldBack = held;
            held = 0;
        }
        log.accept(heldBack);
    }
}
