package dev.basegram.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * One call that a service received, or one webhook delivery that it made.
 *
 * @param id counts up from 1
 * @param at when it arrived
 * @param service the service called
 * @param caller the bot id or base id; empty when not known
 * @param method the HTTP method
 * @param operation the Bot API method, {@code deliver}, or the Airtable operation
 * @param path the path called, without any token
 * @param parameters what was sent, secrets masked; null without any
 * @param status the HTTP status answered; 0 when the connection was cut or is still open
 * @param answer the body answered, secrets masked, a JSON string when it was not JSON; null without a body
 * @param millis how long the answer took
 */
public record Call(
        long id,
        Instant at,
        Service service,
        String caller,
        String method,
        String operation,
        String path,
        @Nullable JsonNode parameters,
        int status,
        @Nullable JsonNode answer,
        long millis) {

    /** Returns this call with another number. */
    Call numbered(long number) {
        return new Call(number, at, service, caller, method, operation, path, parameters, status, answer, millis);
    }

    /** Returns this call with secrets masked. */
    Call redacted() {
        return new Call(
                id,
                at,
                service,
                caller,
                method,
                operation,
                Redaction.of(path),
                Redaction.of(parameters),
                status,
                Redaction.of(answer),
                millis);
    }
}
