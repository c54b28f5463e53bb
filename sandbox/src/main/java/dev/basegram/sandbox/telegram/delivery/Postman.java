package dev.basegram.sandbox.telegram.delivery;

import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Carries one update to a bot's webhook. Implementations never block and answer exactly once, on any thread. */
public interface Postman {
    /** Opens the road to a webhook. */
    Road open(String url, String secretToken, int maxConnections, String certificate);

    /** The connections to one webhook. */
    interface Road {
        /** Posts an update; the outcome is reported to {@code then}. */
        void post(Buffer update, Consumer<Outcome> then);

        /** Closes the connections when they are idle. */
        void close();

        /** Executes the method call that a reply carried. */
        void execute(Reply reply);
    }

    /** What came of a delivery. */
    sealed interface Outcome {}

    /**
     * The bot answered.
     *
     * @param reason the reason phrase of its status
     */
    record Reply(int status, String reason, MultiMap headers, Buffer body) implements Outcome {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        /** Returns the whole seconds of {@code Retry-After}; null without, and for a date, which is not understood. */
        @Nullable
        Integer retryAfter() {
            String value = headers.get("Retry-After");
            try {
                return value == null ? null : Integer.valueOf(value.strip());
            } catch (NumberFormatException e) {
                return null;
            }
        }
    }

    /**
     * The bot did not answer.
     *
     * @param error as {@code getWebhookInfo} shows it, such as {@code Read timeout expired}
     */
    record NoReply(String error) implements Outcome {}
}
