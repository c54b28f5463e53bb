package dev.basegram.webhook.files;

import dev.basegram.common.FileTicket;
import dev.basegram.common.InternalApi;
import dev.basegram.common.SharedSecret;
import dev.basegram.webhook.WebhookConfig;
import io.micrometer.core.instrument.MeterRegistry;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpServerResponse;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.util.Optional;

/**
 * Where Airtable fetches a file that a person sent: {@code /files/{ticket}}, for the few minutes the ticket is good. The bytes pass
 * through as fast as they are read and are never held. Whatever is wrong with a ticket, the answer is the same 404.
 */
@Singleton
class FilesRoute {
    private final SharedSecret secret;
    private final BotFiles bot;
    private final long maxBytes;
    private final MeterRegistry meters;
    private final Clock clock;

    FilesRoute(SharedSecret secret, BotFiles bot, WebhookConfig config, MeterRegistry meters, Clock clock) {
        this.secret = secret;
        this.bot = bot;
        this.maxBytes = config.files().maxBytes();
        this.meters = meters;
        this.clock = clock;
    }

    void register(@Observes Router router) {
        router.get(InternalApi.PUBLIC_FILES + "/:ticket").handler(this::serve);
        router.head(InternalApi.PUBLIC_FILES + "/:ticket").handler(this::serve);
    }

    private void serve(RoutingContext context) {
        Optional<FileTicket> ticket = FileTicket.read(secret, context.pathParam("ticket"), clock.instant());
        if (ticket.isEmpty()) {
            end(context, 404, "refused");
            return;
        }
        HttpMethod method = context.request().method();
        bot.ask(method, ticket.get().fileId())
                .onSuccess(answer -> pass(context, ticket.get(), answer))
                .onFailure(_ -> end(context, 503, "unavailable"));
    }

    private void pass(RoutingContext context, FileTicket ticket, HttpClientResponse answer) {
        long length = length(answer);
        if (answer.statusCode() != 200 || length < 0 || length > maxBytes) {
            answer.exceptionHandler(_ -> {}); // it is told that it was reset, which it was
            answer.request().reset();
            boolean passes = answer.statusCode() >= 500 || answer.statusCode() == 401;
            end(context, passes ? 503 : 404, passes ? "unavailable" : "gone");
            return;
        }
        HttpServerResponse response = context.response();
        FileHeaders.put(response, ticket);
        response.putHeader(HttpHeaders.CONTENT_LENGTH, Long.toString(length));
        if (HttpMethod.HEAD.equals(context.request().method())) {
            response.end();
            count("asked");
            return;
        }
        response.closeHandler(_ -> answer.request().reset()); // the reader has left
        // Not ended on failure: the reader shall see a short body for what it is.
        answer.pipe()
                .endOnFailure(false)
                .to(response)
                .onSuccess(_ -> count("passed"))
                .onFailure(_ -> {
                    count("broken");
                    answer.request().reset(); // the pipe would read the rest, for nobody
                    response.reset();
                });
    }

    private static long length(HttpClientResponse answer) {
        String length = answer.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return length == null ? -1 : Long.parseLong(length);
        } catch (NumberFormatException _) {
            return -1;
        }
    }

    private void end(RoutingContext context, int status, String outcome) {
        count(outcome);
        HttpServerResponse response = context.response();
        if (response.ended() || response.closed()) {
            return;
        }
        if (status == 503) {
            response.putHeader("Retry-After", "5");
        }
        response.setStatusCode(status).end();
    }

    private void count(String outcome) {
        meters.counter("basegram.files.requests", "outcome", outcome).increment();
    }
}
