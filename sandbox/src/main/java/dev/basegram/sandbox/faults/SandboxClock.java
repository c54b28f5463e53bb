package dev.basegram.sandbox.faults;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.concurrent.atomic.AtomicLong;

/**
 * The sandbox's time: the system's, moved forward on demand, so that a test can let a link or a button expire without
 * waiting. Thread-safe.
 */
public final class SandboxClock extends Clock {
    private final Clock base;
    private final AtomicLong aheadMillis;

    /** Creates a clock that runs with another. */
    public SandboxClock(Clock base) {
        this(base, new AtomicLong());
    }

    private SandboxClock(Clock base, AtomicLong aheadMillis) {
        this.base = base;
        this.aheadMillis = aheadMillis;
    }

    /** Returns a clock that runs with the system's, in UTC. */
    public static SandboxClock system() {
        return new SandboxClock(Clock.systemUTC());
    }

    /** Moves the time forward; a negative duration moves it back. */
    public void advance(Duration duration) {
        aheadMillis.addAndGet(duration.toMillis());
    }

    /** Takes back every {@link #advance}. */
    public void reset() {
        aheadMillis.set(0);
    }

    @Override
    public ZoneId getZone() {
        return base.getZone();
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return new SandboxClock(base.withZone(zone), aheadMillis);
    }

    @Override
    public Instant instant() {
        return base.instant().plusMillis(aheadMillis.get());
    }

    @Override
    public long millis() {
        return base.millis() + aheadMillis.get();
    }
}
