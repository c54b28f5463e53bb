package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.airtable.GateState.Reason;
import dev.basegram.bot.airtable.rest.Reply;
import java.time.Duration;
import java.time.Instant;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * When all calls have to wait, and for how long: after a 429 (30 s and some), when the month's calls are used up, and when Airtable
 * does not answer. A hold ends with one call that tries whether the others may follow.
 *
 * <p>Not thread-safe: the gate's lock guards it.
 */
final class Holds {
    /** {@code airtable.com/developers/web/api/rate-limits}: «you will need to wait 30 seconds». */
    private static final Duration PENALTY = Duration.ofSeconds(30);

    private static final int MOST_JITTER_MILLIS = 5_000;
    private static final Duration MONTHLY_RETRY = Duration.ofHours(1);
    private static final int FAILURES_IN_A_ROW = 5;
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(5);
    private static final int MOST_DOUBLINGS = 4;

    private final RandomGenerator random;
    private int failuresInARow;
    private int pauses;
    private @Nullable Reason reason;
    private long until;
    private @Nullable Ticket<?> probe;
    private String lastTrouble = "";

    Holds(RandomGenerator random) {
        this.random = random;
    }

    boolean isOpen() {
        return reason == null;
    }

    /** Returns why calls wait; null where they do not. */
    @Nullable
    Reason reason() {
        return reason;
    }

    String lastTrouble() {
        return lastTrouble;
    }

    boolean isProbing() {
        return probe != null;
    }

    /** Returns until when calls wait, by the gate's timer. */
    long until() {
        return until;
    }

    /** Returns how long until the next call may leave; {@link Long#MAX_VALUE} while one is out trying. */
    long delay(long now) {
        if (reason == null) {
            return 0;
        }
        return probe != null ? Long.MAX_VALUE : Math.max(0, until - now);
    }

    void leaves(Ticket<?> ticket) {
        if (reason != null) {
            probe = ticket;
        }
    }

    /** Learns from a reply; returns whether calls are held from now on that were not, or longer than they were. */
    boolean learn(Ticket<?> ticket, Reply<?> reply, long now) {
        boolean wasProbe = ticket == probe;
        if (wasProbe) {
            probe = null;
        }
        return switch (reply) {
            case Reply.TooMany<?>(Duration after) -> hold(Reason.RATE_LIMIT, penalty(after), now);
            case Reply.Spent<?>(String message) -> {
                lastTrouble = message;
                yield hold(Reason.MONTHLY_CALLS, MONTHLY_RETRY, now);
            }
            case Reply.Down<?> down -> fails(down, wasProbe, now);
            case Reply.Got<?> _, Reply.Refused<?> _, Reply.Garbled<?> _, Reply.Unfit<?> _ -> {
                failuresInARow = 0;
                if (wasProbe) {
                    open();
                }
                yield false;
            }
        };
    }

    private void open() {
        reason = null;
        pauses = 0;
    }

    private Duration penalty(@Nullable Duration after) {
        Duration least = after != null && after.compareTo(PENALTY) > 0 ? after : PENALTY;
        return least.plusMillis(random.nextInt(MOST_JITTER_MILLIS));
    }

    private boolean fails(Reply.Down<?> down, boolean wasProbe, long now) {
        failuresInARow++;
        lastTrouble = down.reason();
        if (wasProbe && reason == Reason.RATE_LIMIT) {
            open();
        }
        if ((wasProbe && reason != null) || (reason == null && failuresInARow >= FAILURES_IN_A_ROW)) {
            Duration pause = FIRST_PAUSE.multipliedBy(1L << Math.min(pauses, MOST_DOUBLINGS));
            pauses++;
            return hold(Reason.UNREACHABLE, pause, now);
        }
        return false;
    }

    private boolean hold(Reason why, Duration pause, long now) {
        reason = why;
        // A call that is out trying proves nothing any more.
        probe = null;
        until = now + pause.toNanos();
        return true;
    }

    GateState state(long now, Instant instant) {
        if (reason == null) {
            return new GateState.Open();
        }
        return probe != null
                ? new GateState.Probing(reason)
                : new GateState.Held(reason, instant.plusNanos(Math.max(0, until - now)));
    }
}
