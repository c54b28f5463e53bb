package dev.basegram.bot.airtable.gate;

import java.time.Duration;

/** The time the gate lives by: never jumps, and in tests passes only when told. */
public interface GateTimer {
    /** Returns nanoseconds since some moment; never falls. */
    long nanos();

    /**
     * Runs something later, on a thread that may be shared: it must not block.
     *
     * @return cancels it, if it has not run yet
     */
    Runnable after(Duration delay, Runnable task);
}
