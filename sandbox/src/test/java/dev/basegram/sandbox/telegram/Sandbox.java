package dev.basegram.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Faults;
import dev.basegram.sandbox.faults.SandboxChanged;
import dev.basegram.sandbox.faults.SandboxClock;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.ext.web.Router;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** A sandbox on a free port without Quarkus around it, and an HTTP client that talks to it as a bot. */
final class Sandbox implements AutoCloseable {
    static final String TOKEN = "700100:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";
    static final ObjectMapper JSON = new ObjectMapper();
    private static final Vertx VERTX = Vertx.vertx();
    private static final HttpClient HTTP =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    static {
        // A busy machine may be slow; what is waited for comes, or does not for a reason.
        Awaitility.setDefaultTimeout(Duration.ofSeconds(60));
    }

    final Faults faults = new Faults();
    final CallLog log = new CallLog();
    final SandboxClock clock = SandboxClock.system();
    final List<SandboxChanged> changes = Collections.synchronizedList(new ArrayList<>());
    final TelegramSandbox telegram = new TelegramSandbox(VERTX, clock, faults, log, 42, changes::add);
    private final HttpServer server;

    Sandbox() {
        Router router = Router.router(VERTX);
        telegram.mount(router);
        server = join(VERTX.createHttpServer(
                        new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(router)
                .listen()
                .toCompletionStage()
                .toCompletableFuture());
    }

    static Vertx vertx() {
        return VERTX;
    }

    String root() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Calls a method with JSON; parameters as alternating names and values. */
    Reply call(String method, Object... parameters) {
        return callAs(TOKEN, method, parameters);
    }

    Reply callAs(String token, String method, Object... parameters) {
        return callLater(token, method, parameters).join();
    }

    CompletableFuture<Reply> callLater(String token, String method, Object... parameters) {
        ObjectNode body = JSON.createObjectNode();
        for (int i = 0; i < parameters.length; i += 2) {
            body.set((String) parameters[i], JSON.valueToTree(parameters[i + 1]));
        }
        return send(HttpRequest.newBuilder(URI.create(root() + "/bot" + token + "/" + method))
                .header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString(body.toString())));
    }

    CompletableFuture<Reply> send(HttpRequest.Builder request) {
        return HTTP.sendAsync(request.timeout(Duration.ofSeconds(60)).build(), HttpResponse.BodyHandlers.ofString())
                .thenApply(Reply::new);
    }

    Reply get(String pathAndQuery) {
        return send(HttpRequest.newBuilder(URI.create(root() + pathAndQuery))).join();
    }

    Reply post(String path, String contentType, String body) {
        return send(HttpRequest.newBuilder(URI.create(root() + path))
                        .header("Content-Type", contentType)
                        .POST(HttpRequest.BodyPublishers.ofString(body)))
                .join();
    }

    ActOutcome.Done text(long person, String text) {
        return act(new PersonAct.Text(person, person, text));
    }

    ActOutcome.Done act(PersonAct act) {
        ActOutcome outcome = telegram.act(null, act);
        if (outcome instanceof ActOutcome.Done done) {
            return done;
        }
        throw new AssertionError("Refused: " + outcome);
    }

    /** Returns the last message that a chat shows. */
    JsonNode last(long chat) {
        return telegram.chat(null, chat).orElseThrow().messages().getLast();
    }

    static JsonNode json(String text) {
        try {
            return JSON.readTree(text.replace('\'', '"'));
        } catch (IOException e) {
            throw new AssertionError(text, e);
        }
    }

    static <T> T join(CompletableFuture<T> future) {
        return future.orTimeout(60, TimeUnit.SECONDS).join();
    }

    @Override
    public void close() {
        telegram.reset();
        join(server.close().toCompletionStage().toCompletableFuture());
    }

    /** What a call was answered. */
    record Reply(HttpResponse<String> http) {
        int status() {
            return http.statusCode();
        }

        JsonNode body() {
            try {
                return JSON.readTree(http.body());
            } catch (IOException e) {
                throw new AssertionError("Not JSON: " + http.body(), e);
            }
        }

        JsonNode result() {
            JsonNode body = body();
            if (!body.path("ok").asBoolean()) {
                throw new AssertionError(body.toString());
            }
            return body.get("result");
        }

        String description() {
            return body().path("description").asText();
        }
    }
}
