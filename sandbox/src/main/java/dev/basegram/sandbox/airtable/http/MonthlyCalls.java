package dev.basegram.sandbox.airtable.http;

import java.time.Clock;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.OptionalLong;

/** The calls of the calendar month and the plan's cap on them. Thread-safe. */
final class MonthlyCalls {
    private final Clock clock;
    private YearMonth month;
    private long calls;
    private OptionalLong cap = OptionalLong.empty();

    MonthlyCalls(Clock clock) {
        this.clock = clock;
        this.month = now();
    }

    private YearMonth now() {
        return YearMonth.from(clock.instant().atZone(ZoneOffset.UTC));
    }

    /** Counts a call, and says whether the cap allows it. */
    synchronized boolean admit() {
        turnPage();
        if (cap.isPresent() && calls >= cap.getAsLong()) {
            return false;
        }
        calls++;
        return true;
    }

    synchronized long calls() {
        turnPage();
        return calls;
    }

    synchronized OptionalLong cap() {
        return cap;
    }

    synchronized void cap(OptionalLong newCap) {
        cap = newCap;
    }

    synchronized void reset() {
        calls = 0;
        cap = OptionalLong.empty();
    }

    private void turnPage() {
        if (!month.equals(now())) {
            month = now();
            calls = 0;
        }
    }
}
