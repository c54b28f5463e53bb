package dev.basegram.sandbox.telegram.delivery;

import dev.basegram.sandbox.faults.Fault;
import io.vertx.core.MultiMap;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClientRequest;
import java.time.Duration;
import java.util.function.Consumer;

/** What faults mean for a webhook delivery: trouble between Telegram and the bot. */
final class DeliveryFault {
    private DeliveryFault() {}

    static void apply(Fault fault, WebhookClient client, Waits waits, Buffer update, Consumer<Postman.Outcome> then) {
        Postman.NoReply closed = new Postman.NoReply("Webhook connection closed");
        switch (fault.kind()) {
            case SLOW -> waits.after(Duration.ofMillis(fault.delayMs()), () -> client.post(update, then));
            case DRIP -> new Drip(waits, update, fault.delayMs()).post(client, then);
            case HANG ->
                waits.after(Duration.ofSeconds(60), () -> then.accept(new Postman.NoReply("Read timeout expired")));
            case CUT_BEFORE -> then.accept(closed);
            // The bot gets the update, Telegram does not learn that it did: it comes again.
            case CUT_AFTER, CUT_WITHIN -> client.post(update, ignored -> then.accept(closed));
            case EMPTY -> client.post(Buffer.buffer(), then);
            case GARBAGE -> client.post(update.getBuffer(0, update.length() / 2), then);
            case BAD_GATEWAY -> then.accept(reply(502, "Bad Gateway", fault));
            case UNAVAILABLE -> then.accept(reply(503, "Service Unavailable", fault));
            case TOO_MANY_REQUESTS -> then.accept(reply(429, "Too Many Requests", fault));
            default -> then.accept(reply(500, "Internal Server Error", fault));
        }
    }

    /** What a front end between Telegram and the bot would have answered in its place. */
    private static Postman.Reply reply(int status, String reason, Fault fault) {
        MultiMap headers = MultiMap.caseInsensitiveMultiMap();
        if (fault.retryAfter() != null) {
            headers.add("Retry-After", String.valueOf(fault.retryAfter()));
        }
        return new Postman.Reply(status, reason, headers, Buffer.buffer());
    }

    /** Sends an update in pieces. */
    private record Drip(Waits waits, Buffer update, int delayMs) {
        private static final int PIECE = 64;

        void post(WebhookClient client, Consumer<Postman.Outcome> then) {
            client.open(
                    request -> {
                        request.putHeader("Content-Length", String.valueOf(update.length()));
                        piece(request, 0);
                    },
                    then);
        }

        private void piece(HttpClientRequest request, int from) {
            int end = Math.min(from + PIECE, update.length());
            if (end == update.length()) {
                request.end(update.getBuffer(from, end));
                return;
            }
            request.write(update.getBuffer(from, end));
            waits.after(Duration.ofMillis(delayMs), () -> piece(request, end));
        }
    }
}
