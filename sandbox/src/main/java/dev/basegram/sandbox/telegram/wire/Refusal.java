package dev.basegram.sandbox.telegram.wire;

import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/**
 * Ends a call with an error answer, from however deep in the validation of its parameters. Carries no stack trace: it
 * says what the caller did, not where we are.
 */
public final class Refusal extends RuntimeException {
    private static final long serialVersionUID = 1L;

    private final int code;
    private final transient @Nullable ObjectNode parameters;

    private Refusal(int code, String description, @Nullable ObjectNode parameters) {
        super(description, null, false, false);
        this.code = code;
        this.parameters = parameters;
    }

    /** Returns a refusal with the given HTTP status and whole description. */
    public static Refusal of(int code, String description) {
        return new Refusal(code, description, null);
    }

    /** Returns a 400, its description prefixed as the Bot API does. */
    public static Refusal badRequest(String what) {
        return of(400, "Bad Request: " + what);
    }

    /** Returns a 403, its description prefixed as the Bot API does. */
    public static Refusal forbidden(String what) {
        return of(403, "Forbidden: " + what);
    }

    /** Returns a 429 that names the seconds to wait. */
    public static Refusal tooManyRequests(int retryAfter) {
        return new Refusal(
                429,
                "Too Many Requests: retry after " + retryAfter,
                Json.object().put("retry_after", retryAfter));
    }

    /** Returns the 400 of a group that has become a supergroup. */
    public static Refusal migrated(long newChatId) {
        return new Refusal(
                400,
                "Bad Request: group chat was upgraded to a supergroup chat",
                Json.object().put("migrate_to_chat_id", newChatId));
    }

    /** Returns the answer to send. */
    public Answer answer() {
        return new Answer.Failed(code, description(), parameters);
    }

    /** Returns the HTTP status. */
    public int code() {
        return code;
    }

    /** Returns the whole description. */
    public String description() {
        String message = getMessage();
        return message == null ? "" : message;
    }
}
