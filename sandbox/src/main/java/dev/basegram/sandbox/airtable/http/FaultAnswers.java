package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.faults.Fault;
import java.util.Optional;

/** What the service answers while a fault is on; empty for faults of the connection. */
final class FaultAnswers {
    private FaultAnswers() {}

    static Optional<Answer> of(Fault fault) {
        String text = fault.description();
        Answer answer = switch (fault.kind()) {
            case TOO_MANY_REQUESTS -> Gate.rateLimited();
            case MONTHLY_CAP -> Gate.monthlyCapReached();
            case INTERNAL_ERROR -> Answer.error(500, "SERVER_ERROR", otherwise(text, "Server error"));
            case UNAVAILABLE ->
                Answer.error(
                        503,
                        "RETRIABLE_ERROR",
                        otherwise(
                                text,
                                "Server encountered an error while processing your request, and it is safe to retry "
                                        + "the request"));
            case CONFLICT ->
                Answer.error(409, "CONFLICT", otherwise(text, "The record was changed by another request"));
            case UNAUTHORIZED ->
                Answer.error(401, "AUTHENTICATION_REQUIRED", otherwise(text, "Authentication required"));
            case FORBIDDEN -> Answer.of(Refusal.notFoundOrForbidden());
            case NOT_FOUND -> Answer.notFound();
            case REFUSED ->
                Answer.error(
                        422,
                        "INVALID_REQUEST_UNKNOWN",
                        otherwise(text, Refusal.malformed().text()));
            default -> null;
        };
        return Optional.ofNullable(answer);
    }

    private static String otherwise(@org.jspecify.annotations.Nullable String text, String other) {
        return text == null ? other : text;
    }
}
