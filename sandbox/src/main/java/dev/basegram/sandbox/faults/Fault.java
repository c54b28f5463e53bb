package dev.basegram.sandbox.faults;

import org.jspecify.annotations.Nullable;

/**
 * A fault that is on.
 *
 * @param id by which it is cleared
 * @param service the service that misbehaves
 * @param operation the operation, or {@code *}
 * @param kind what goes wrong
 * @param remaining calls it is still on for, this one included; null is until cleared
 * @param retryAfter seconds for a {@code Retry-After}; null leaves the service's own default
 * @param delayMs milliseconds of a delay
 * @param description the text of the error; null leaves the service's own
 * @param caller the only bot id or base id concerned; null is everyone
 */
public record Fault(
        long id,
        Service service,
        String operation,
        FaultKind kind,
        @Nullable Integer remaining,
        @Nullable Integer retryAfter,
        int delayMs,
        @Nullable String description,
        @Nullable String caller) {

    static Fault of(long id, FaultOrder order) {
        String operation = order.operation() == null || order.operation().isBlank()
                ? "*"
                : order.operation().strip();
        Integer delay = order.delayMs();
        int delayMs = delay == null ? (order.kind() == FaultKind.DRIP ? 50 : 1000) : delay;
        return new Fault(
                id,
                order.service(),
                operation,
                order.kind(),
                order.times(),
                order.retryAfter(),
                delayMs,
                order.description(),
                order.caller());
    }

    boolean concerns(Service calledService, String calledOperation, @Nullable String calling) {
        return service == calledService
                && (operation.equals("*") || operation.equalsIgnoreCase(calledOperation))
                && (caller == null || caller.equals(calling));
    }

    Fault withRemaining(int calls) {
        return new Fault(id, service, operation, kind, calls, retryAfter, delayMs, description, caller);
    }
}
