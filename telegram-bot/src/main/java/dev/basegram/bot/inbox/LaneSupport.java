package dev.basegram.bot.inbox;

import dev.basegram.bot.inbox.LaneSteps.Step;
import dev.basegram.common.UpdateLog;
import org.jdbi.v3.core.Handle;

/** What a lane's worker needs of its surroundings. */
interface LaneSupport {
    /** A step of a lane inside a shared transaction. */
    @FunctionalInterface
    interface StepWrite {
        Step on(Handle handle);
    }

    UpdateHandler handler();

    LaneSteps steps();

    InboxLimits limits();

    InboxMetrics metrics();

    UpdateLog log();

    UpdateTraces traces();

    /**
     * Commits a step and returns what it led to; blocks. Where the step leaves its lane and others wait, the same commit claims
     * one of those, so that a place is never idle for a commit.
     */
    Step write(StepWrite write);

    /** Tells whether no further update is to begin. */
    boolean stopping();

    /** Tells whether even the end of an update need not be waited for. */
    boolean stopped();
}
