package dev.basegram.sandbox.airtable.http;

import dev.basegram.sandbox.faults.Fault;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import org.jspecify.annotations.Nullable;

/** Sends an answer, whole or as badly as a fault wants it. */
final class Delivery {
    private static final String HTML = "<html><head><title>502 Bad Gateway</title></head>"
            + "<body><center><h1>502 Bad Gateway</h1></center></body></html>";
    private static final int DRIP_BYTES = 16;

    private final Vertx vertx;

    Delivery(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Sends the answer, or what the fault makes of it. */
    void send(HttpServerResponse response, Answer answer, @Nullable Fault fault) {
        if (response.ended() || response.closed()) {
            return;
        }
        Buffer body = Buffer.buffer(answer.body().toString());
        response.setStatusCode(answer.status()).putHeader("Content-Type", "application/json; charset=utf-8");
        if (fault == null) {
            response.end(body);
            return;
        }
        if (fault.retryAfter() != null) {
            response.putHeader("Retry-After", fault.retryAfter().toString());
        }
        switch (fault.kind()) {
            case DRIP -> drip(response.setChunked(true), body, 0, Math.max(1, fault.delayMs()));
            case CUT_BEFORE, CUT_AFTER -> response.reset();
            case CUT_WITHIN -> cutWithin(response, body);
            case BAD_GATEWAY ->
                response.setStatusCode(502)
                        .putHeader("Content-Type", "text/html")
                        .end(HTML);
            case EMPTY -> response.setStatusCode(200).end();
            case GARBAGE -> response.setStatusCode(200).end("{\"records\":[{\"id\":");
            case HANG -> response.closeHandler(closed -> {});
            default -> response.end(body);
        }
    }

    private static void cutWithin(HttpServerResponse response, Buffer body) {
        response.putHeader("Content-Length", Integer.toString(body.length()));
        response.write(body.slice(0, body.length() / 2)).onComplete(written -> response.reset());
    }

    private void drip(HttpServerResponse response, Buffer body, int from, int delayMs) {
        if (response.closed()) {
            return;
        }
        int end = Math.min(body.length(), from + DRIP_BYTES);
        if (end == body.length()) {
            response.end(body.slice(from, end));
            return;
        }
        response.write(body.slice(from, end));
        vertx.setTimer(delayMs, timer -> drip(response, body, end, delayMs));
    }
}
