package dev.basegram.bot.airtable.rest;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** What came of one HTTP request. */
sealed interface HttpAnswer {
    /**
     * An answer came, whole.
     *
     * @param status of HTTP
     * @param body its bytes, possibly none
     * @param after what {@code Retry-After} said; null where nothing
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    record Came(int status, byte[] body, @Nullable Duration after) implements HttpAnswer {
        boolean isSuccess() {
            return status >= 200 && status < 300;
        }

        Optional<Duration> retryAfter() {
            return Optional.ofNullable(after);
        }
    }

    /**
     * The request never left: there was no connection.
     *
     * @param reason such as {@code connection refused}; no URL, no token
     */
    record NotSent(String reason) implements HttpAnswer {}

    /**
     * The request left, and no whole answer came: it may or may not have had its effect.
     *
     * @param reason such as {@code connection cut}
     */
    record Lost(String reason) implements HttpAnswer {}

    /**
     * The answer was larger than we take; the request has had its effect.
     *
     * @param limit bytes
     * @param status of HTTP
     */
    record Oversized(long limit, int status) implements HttpAnswer {}
}
