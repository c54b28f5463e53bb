package dev.basegram.bot.airtable.gate;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.PriorityQueue;

/** Time that passes only when told, for the gate and for whoever asks what time it is. */
public final class VirtualTime extends Clock implements GateTimer {
    private record Alarm(long at, long number, Runnable task) {}

    private final PriorityQueue<Alarm> alarms =
            new PriorityQueue<>(Comparator.comparingLong(Alarm::at).thenComparingLong(Alarm::number));
    private final Instant start;
    private long now;
    private long number;

    public VirtualTime() {
        this(Instant.parse("2026-11-25T10:00:00Z"));
    }

    public VirtualTime(Instant start) {
        this.start = start;
    }

    @Override
    public synchronized long nanos() {
        return now;
    }

    @Override
    public synchronized Runnable after(Duration delay, Runnable task) {
        var alarm = new Alarm(now + Math.max(0, delay.toNanos()), number++, task);
        alarms.add(alarm);
        return () -> remove(alarm);
    }

    private synchronized void remove(Alarm alarm) {
        alarms.remove(alarm);
    }

    /** Lets time pass, and everything happen that is due meanwhile, in order. */
    public void pass(Duration time) {
        long end = nanos() + time.toNanos();
        while (true) {
            Alarm next;
            synchronized (this) {
                next = alarms.peek();
                if (next == null || next.at() > end) {
                    now = end;
                    return;
                }
                alarms.poll();
                now = Math.max(now, next.at());
            }
            next.task().run();
        }
    }

    /** Seconds since the beginning. */
    public double seconds() {
        return nanos() / 1e9;
    }

    @Override
    public Instant instant() {
        return start.plusNanos(nanos());
    }

    @Override
    public ZoneId getZone() {
        return ZoneOffset.UTC;
    }

    @Override
    public Clock withZone(ZoneId zone) {
        return this;
    }
}
