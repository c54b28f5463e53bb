package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.faults.Call;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Fault;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.Service;
import dev.basegram.sandbox.telegram.wire.BodyReader;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import java.time.Clock;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Carries updates over HTTP, with the faults of {@code deliver}, and logs each delivery. */
public final class HttpPostman implements Postman {
    private final Vertx vertx;
    private final Waits waits;
    private final Clock clock;
    private final Faults faults;
    private final CallLog log;
    private final Supplier<String> bot;
    private final Consumer<Params> execute;

    /**
     * Creates the postman of one bot.
     *
     * @param bot tells its id, for faults and the log
     * @param execute runs a method call of a reply, whose name is in the parameter {@code method}
     */
    public HttpPostman(
            Vertx vertx,
            Waits waits,
            Clock clock,
            Faults faults,
            CallLog log,
            Supplier<String> bot,
            Consumer<Params> execute) {
        this.vertx = vertx;
        this.waits = waits;
        this.clock = clock;
        this.faults = faults;
        this.log = log;
        this.bot = bot;
        this.execute = execute;
    }

    @Override
    public Road open(String url, String secretToken, int maxConnections, String certificate) {
        WebhookClient client = new WebhookClient(vertx, waits, url, secretToken, maxConnections, certificate);
        return new HttpRoad(client);
    }

    private final class HttpRoad implements Road {
        private final WebhookClient client;

        HttpRoad(WebhookClient client) {
            this.client = client;
        }

        @Override
        public void post(Buffer update, Consumer<Outcome> then) {
            long begin = waits.now();
            Fault fault = faults.take(Service.TELEGRAM, "deliver", bot.get()).orElse(null);
            Consumer<Outcome> logged = outcome -> {
                record(update, outcome, waits.now() - begin);
                then.accept(outcome);
            };
            if (fault == null) {
                client.post(update, logged);
            } else {
                DeliveryFault.apply(fault, client, waits, update, logged);
            }
        }

        @Override
        public void close() {
            client.close();
        }

        @Override
        public void execute(Reply reply) {
            methodOf(reply).ifPresent(execute);
        }
    }

    /** Reads the method call of a reply; results and errors of it are nobody's to see. */
    private static Optional<Params> methodOf(Postman.Reply reply) {
        String type = reply.headers().get(HttpHeaders.CONTENT_TYPE);
        if (type == null || reply.body().length() == 0) {
            return Optional.empty();
        }
        Optional<Params> params = BodyReader.read(type, reply.body());
        return params.filter(call -> call.has("method"))
                .filter(call -> isExecuted(call.text("method").toLowerCase(Locale.ROOT)));
    }

    private static boolean isExecuted(String method) {
        return switch (method) {
            case "deletewebhook", "setwebhook", "close", "logout" -> false;
            default -> !method.startsWith("get");
        };
    }

    private void record(Buffer update, Postman.Outcome outcome, long millis) {
        JsonNode body = Json.parse(update.toString()).orElse(null);
        int status = 0;
        JsonNode answer = null;
        switch (outcome) {
            case Postman.Reply reply -> {
                status = reply.status();
                answer = text(reply.body());
            }
            case Postman.NoReply noReply -> answer = Json.object().textNode(noReply.error());
        }
        log.record(new Call(
                0,
                clock.instant(),
                Service.TELEGRAM,
                bot.get(),
                "POST",
                "deliver",
                "webhook",
                body,
                status,
                answer,
                millis));
    }

    private static @Nullable JsonNode text(Buffer body) {
        String text = body.toString();
        return text.isEmpty()
                ? null
                : Json.parse(text).orElseGet(() -> Json.object().textNode(text));
    }
}
