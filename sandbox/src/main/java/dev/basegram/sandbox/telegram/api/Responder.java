package dev.basegram.sandbox.telegram.api;

import dev.basegram.sandbox.faults.Fault;
import dev.basegram.sandbox.faults.FaultKind;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import io.vertx.core.Context;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** Sends answers, whole or as a fault wants them. May be called on any thread. */
final class Responder {
    /** Where a routing context keeps the Vert.x context of its connection. */
    static final String LOOP = "loop";

    private static final int PIECE = 16;

    private final Vertx vertx;

    Responder(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Sends an answer. */
    void send(RoutingContext context, Answer answer) {
        send(context, answer, null);
    }

    /** Sends the answer of a call that has had its effect, under a fault that concerns only the sending. */
    void send(RoutingContext context, Answer answer, @Nullable Fault fault) {
        Buffer body = Json.write(answer.body());
        if (fault == null) {
            onLoop(context, () -> head(context, answer).end(body));
            return;
        }
        switch (fault.kind()) {
            case SLOW ->
                vertx.setTimer(
                        Math.max(1, fault.delayMs()),
                        id -> onLoop(context, () -> head(context, answer).end(body)));
            case DRIP -> onLoop(context, () -> drip(length(head(context, answer), body), body, 0, fault.delayMs()));
            case CUT_WITHIN ->
                onLoop(
                        context,
                        () -> length(head(context, answer), body)
                                .write(body.getBuffer(0, body.length() / 2))
                                .onComplete(written -> cut(context)));
            default -> onLoop(context, () -> cut(context));
        }
    }

    /** Answers a call that was stopped by a fault. */
    void sendFault(RoutingContext context, Answer answer, Fault fault) {
        onLoop(context, () -> {
            switch (fault.kind()) {
                case HANG -> {}
                case CUT_BEFORE -> cut(context);
                case EMPTY -> context.response().end();
                case GARBAGE ->
                    context.response()
                            .putHeader("Content-Type", "application/json")
                            .end("{\"ok\":tru");
                default -> {
                    if (FaultAnswers.isPage(fault.kind())) {
                        page(context, answer, fault);
                    } else {
                        head(context, answer).end(Json.write(answer.body()));
                    }
                }
            }
        });
    }

    private static void page(RoutingContext context, Answer answer, Fault fault) {
        String title = answer.status()
                + (fault.kind() == FaultKind.BAD_GATEWAY ? " Bad Gateway" : " Service Temporarily Unavailable");
        HttpServerResponse response = context.response()
                .setStatusCode(answer.status())
                .putHeader("Server", "nginx/1.18.0")
                .putHeader("Content-Type", "text/html");
        if (fault.retryAfter() != null) {
            response.putHeader("Retry-After", String.valueOf(fault.retryAfter()));
        }
        response.end("<html>\r\n<head><title>" + title + "</title></head>\r\n<body>\r\n<center><h1>" + title
                + "</h1></center>\r\n<hr><center>nginx/1.18.0</center>\r\n</body>\r\n</html>\r\n");
    }

    private static HttpServerResponse head(RoutingContext context, Answer answer) {
        HttpServerResponse response = context.response()
                .setStatusCode(answer.status())
                .putHeader("Content-Type", "application/json")
                .putHeader("Access-Control-Allow-Origin", "*");
        if (answer instanceof Answer.Failed failed
                && failed.parameters() != null
                && failed.parameters().has("retry_after")) {
            response.putHeader(
                    "Retry-After", failed.parameters().path("retry_after").asText());
        }
        return response;
    }

    private static HttpServerResponse length(HttpServerResponse response, Buffer body) {
        return response.putHeader("Content-Length", String.valueOf(body.length()));
    }

    private void drip(HttpServerResponse response, Buffer body, int from, int delayMs) {
        int end = Math.min(from + PIECE, body.length());
        if (response.closed()) {
            return;
        }
        if (end == body.length()) {
            response.end(body.getBuffer(from, end));
            return;
        }
        response.write(body.getBuffer(from, end));
        vertx.setTimer(Math.max(1, delayMs), id -> drip(response, body, end, delayMs));
    }

    private static void cut(RoutingContext context) {
        context.request().connection().close();
    }

    /** Runs something on the request's own event loop, unless its connection is gone. */
    private void onLoop(RoutingContext context, Runnable task) {
        Context loop = context.get(LOOP);
        Runnable guarded = () -> {
            if (!context.response().closed() && !context.response().ended()) {
                task.run();
            }
        };
        if (loop == null || loop.equals(Vertx.currentContext())) {
            guarded.run();
        } else {
            loop.runOnContext(ignored -> guarded.run());
        }
    }
}
