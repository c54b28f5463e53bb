package dev.basegram.bot.airtable;

import java.time.Instant;

/** Whether calls may leave. */
public sealed interface GateState {
    /** They leave as fast as the limit allows. */
    record Open() implements GateState {}

    /**
     * None leaves.
     *
     * @param reason why
     * @param until when one call is let out to see whether the others may follow
     */
    record Held(Reason reason, Instant until) implements GateState {}

    /**
     * One call is out to see whether the others may follow.
     *
     * @param reason why they were held
     */
    record Probing(Reason reason) implements GateState {}

    /** Why calls are held. */
    enum Reason {
        /** Airtable answered 429. */
        RATE_LIMIT,
        /** The month's calls are used up: Airtable said so. */
        MONTHLY_CALLS,
        /** Several calls in a row got no answer, or a 5xx. */
        UNREACHABLE
    }
}
