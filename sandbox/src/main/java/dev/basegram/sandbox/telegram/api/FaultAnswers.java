package dev.basegram.sandbox.telegram.api;

import dev.basegram.sandbox.faults.Fault;
import dev.basegram.sandbox.faults.FaultKind;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The answers of faults that stop a call before it has any effect. */
final class FaultAnswers {
    private FaultAnswers() {}

    /** Returns the answer in place of the call's own; empty when the call is to have its effect first. */
    static Optional<Answer> inPlaceOf(String method, Fault fault) {
        return Optional.ofNullable(
                switch (fault.kind()) {
                    case SLOW, DRIP, CUT_AFTER, CUT_WITHIN -> null;
                    case TOO_MANY_REQUESTS, MONTHLY_CAP -> tooMany(fault);
                    case INTERNAL_ERROR -> failed(500, "Internal Server Error: restart", fault);
                    case BAD_GATEWAY -> failed(502, "Bad Gateway", fault);
                    case UNAVAILABLE -> failed(503, "Service Unavailable", fault);
                    case CONFLICT -> failed(409, conflict(method), fault);
                    case UNAUTHORIZED -> failed(401, "Unauthorized", fault);
                    case FORBIDDEN -> failed(403, "Forbidden: bot was blocked by the user", fault);
                    case NOT_FOUND -> failed(404, "Not Found", fault);
                    case REFUSED -> failed(400, "Bad Request: refused", fault);
                    case HANG, CUT_BEFORE, EMPTY, GARBAGE ->
                        new Answer.Failed(0, fault.kind().wireName(), null);
                });
    }

    /** Says whether the answer is a page of a front end rather than JSON. */
    static boolean isPage(FaultKind kind) {
        return kind == FaultKind.BAD_GATEWAY || kind == FaultKind.UNAVAILABLE;
    }

    private static String conflict(String method) {
        return method.equalsIgnoreCase("getUpdates")
                ? "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"
                : "Conflict: terminated by other setWebhook";
    }

    private static Answer tooMany(Fault fault) {
        int seconds = fault.retryAfter() == null ? 1 : fault.retryAfter();
        String text = fault.description() == null ? "Too Many Requests: retry after " + seconds : fault.description();
        return new Answer.Failed(429, text, Json.object().put("retry_after", seconds));
    }

    private static Answer failed(int code, String description, Fault fault) {
        @Nullable String ordered = fault.description();
        return new Answer.Failed(code, ordered == null ? description : ordered, null);
    }
}
