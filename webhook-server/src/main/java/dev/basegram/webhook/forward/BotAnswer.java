package dev.basegram.webhook.forward;

import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/**
 * An answer of the bot.
 *
 * @param status the HTTP status
 * @param body the body of a 200; empty for all others, whose status says it all
 */
record BotAnswer(int status, String body) {
    static BotAnswer of(RestResponse<String> response) {
        // Of any answer but a success the client gives a stream, whatever type was asked for.
        @Nullable String entity = response.getStatus() == 200 ? response.getEntity() : null;
        return new BotAnswer(response.getStatus(), entity == null ? "" : entity);
    }

    /** Tells whether the same request may fare better in a moment. */
    boolean passes() {
        return status >= 500 || status == 429 || status == 408;
    }

    /** Returns what it means for the update that was handed over. */
    Delivery meaning() {
        return switch (status) {
            case 202 -> new Delivery.Taken(false);
            // Any web server may answer 200; only the bot says what it means by it.
            case 200 ->
                body.contains("\"duplicate\"")
                        ? new Delivery.Taken(true)
                        : new Delivery.NotTaken(Delivery.Reason.MISDIRECTED);
            case 400, 413, 415, 422 -> new Delivery.Refused(status);
            case 401, 403 -> new Delivery.NotTaken(Delivery.Reason.UNAUTHORIZED);
            default -> new Delivery.NotTaken(passes() ? Delivery.Reason.UNAVAILABLE : Delivery.Reason.MISDIRECTED);
        };
    }
}
