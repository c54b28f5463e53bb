package dev.basegram.sandbox.faults;

import org.jspecify.annotations.Nullable;

/**
 * A fault to switch on.
 *
 * @param service the service that misbehaves
 * @param operation a Bot API method ({@code sendMessage}, in any case), {@code deliver} for a webhook delivery,
 *     {@code file} for a download, an Airtable operation ({@code list}, {@code create}, …), or {@code *} for all; null is
 *     {@code *}
 * @param kind what goes wrong
 * @param times for how many calls, at least 1; null is until cleared
 * @param retryAfter seconds named in a 429 or 503, at least 0; null leaves the service's own default
 * @param delayMs milliseconds of {@link FaultKind#SLOW} and {@link FaultKind#DRIP}; null is 1000 and 50
 * @param description the text of the error in place of the service's own; null leaves that
 * @param caller only for calls of this bot id or base id; null is everyone's
 */
public record FaultOrder(
        Service service,
        @Nullable String operation,
        FaultKind kind,
        @Nullable Integer times,
        @Nullable Integer retryAfter,
        @Nullable Integer delayMs,
        @Nullable String description,
        @Nullable String caller) {

    /**
     * Checks the ranges.
     *
     * @throws IllegalArgumentException naming the value and its range
     */
    public FaultOrder {
        if (service == null) {
            throw new IllegalArgumentException("\"service\" is missing: use telegram or airtable");
        }
        if (kind == null) {
            throw new IllegalArgumentException("\"kind\" is missing: use for example 429, slow or cut-after");
        }
        atLeast("times", times, 1);
        atLeast("retryAfter", retryAfter, 0);
        atLeast("delayMs", delayMs, 0);
    }

    /** Returns an order for the next {@code times} calls of an operation, with the service's own defaults. */
    public static FaultOrder next(int times, Service service, String operation, FaultKind kind) {
        return new FaultOrder(service, operation, kind, times, null, null, null, null);
    }

    /** Returns an order that stays on until cleared. */
    public static FaultOrder untilCleared(Service service, String operation, FaultKind kind) {
        return new FaultOrder(service, operation, kind, null, null, null, null, null);
    }

    /** Returns this order with the seconds of its {@code Retry-After}. */
    public FaultOrder retryAfter(int seconds) {
        return new FaultOrder(service, operation, kind, times, seconds, delayMs, description, caller);
    }

    /** Returns this order with its delay. */
    public FaultOrder delayMs(int milliseconds) {
        return new FaultOrder(service, operation, kind, times, retryAfter, milliseconds, description, caller);
    }

    /** Returns this order with the text of its error. */
    public FaultOrder describedAs(String text) {
        return new FaultOrder(service, operation, kind, times, retryAfter, delayMs, text, caller);
    }

    private static void atLeast(String name, @Nullable Integer value, int least) {
        if (value != null && value < least) {
            throw new IllegalArgumentException("\"" + name + "\" is " + value + ": use " + least + " or more");
        }
    }
}
