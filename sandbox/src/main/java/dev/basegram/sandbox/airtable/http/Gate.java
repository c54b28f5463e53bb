package dev.basegram.sandbox.airtable.http;

import java.time.Clock;
import java.util.Optional;
import java.util.OptionalLong;

/** What stands before every call: the limits of the base, of the token and of the month. */
public final class Gate {
    private final RateLimits rates;
    private final MonthlyCalls monthly;

    /** Begins with no calls made; {@code limited} says whether the requests a second are limited. */
    public Gate(Clock clock, boolean limited) {
        this.rates = new RateLimits(clock, limited);
        this.monthly = new MonthlyCalls(clock);
    }

    /**
     * Lets a call pass or answers it.
     *
     * @param meta whether it is a metadata call, which the monthly cap leaves alone
     */
    Optional<Answer> check(String baseId, Token token, boolean meta) {
        if (!rates.admit(baseId, token)) {
            return Optional.of(rateLimited());
        }
        return meta || monthly.admit() ? Optional.empty() : Optional.of(monthlyCapReached());
    }

    static Answer rateLimited() {
        return Answer.tooMany("RATE_LIMIT_REACHED", "Rate limit exceeded. Please try again later");
    }

    static Answer monthlyCapReached() {
        return Answer.tooMany(
                "PUBLIC_API_BILLING_LIMIT_EXCEEDED",
                "API billing plan limit exceeded. You've reached the maximum number of requests allowed for this month.");
    }

    /** Whether the requests a second are limited. */
    public boolean isRateLimited() {
        return rates.isOn();
    }

    /** Limits the requests a second or stops to; either forgets a running penalty. */
    public void rateLimit(boolean on) {
        rates.switchTo(on);
    }

    /** The calls of this month that count to the cap. */
    public long callsThisMonth() {
        return monthly.calls();
    }

    /** The cap; empty for none. */
    public OptionalLong monthlyCap() {
        return monthly.cap();
    }

    /** Sets or lifts the cap. */
    public void monthlyCap(OptionalLong calls) {
        monthly.cap(calls);
    }

    /** Forgets calls, penalties and the cap. */
    public void reset() {
        rates.switchTo(rates.isOn());
        monthly.reset();
    }
}
