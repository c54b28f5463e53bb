package dev.basegram.sandbox.airtable;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
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
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;

/** A local Airtable on a port of its own, and a client that speaks plain HTTP to it. */
public final class AirtableFixture implements AutoCloseable {
    public static final String BASE = AirtableSandbox.BASE_ID;

    private static final ObjectMapper MAPPER = new ObjectMapper();

    public final SandboxClock clock;
    public final Faults faults = new Faults();
    public final CallLog log = new CallLog();
    public final List<SandboxChanged> changes = new CopyOnWriteArrayList<>();
    public final LocalAirtable airtable;

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final HttpClient client =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();

    public AirtableFixture() {
        this(LocalAirtable.Settings.FREE);
    }

    public AirtableFixture(LocalAirtable.Settings settings) {
        this(settings, Clock.systemUTC());
    }

    public AirtableFixture(LocalAirtable.Settings settings, Clock base) {
        clock = new SandboxClock(base);
        airtable = new LocalAirtable(vertx, clock, faults, log, changes::add, settings);
        Router router = Router.router(vertx);
        airtable.mount(router);
        server = vertx.createHttpServer(new HttpServerOptions().setMaxInitialLineLength(65_536))
                .requestHandler(router)
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    /** An answer with its JSON; {@code json} is a missing node when the body was empty. */
    public record Reply(int status, JsonNode json) {
        public String errorType() {
            return json.path("error").path("type").asText();
        }

        public String errorMessage() {
            return json.path("error").path("message").asText();
        }

        public JsonNode fields() {
            return json.path("fields");
        }

        public String id() {
            return json.path("id").asText();
        }

        public List<String> recordIds() {
            return StreamSupport.stream(json.path("records").spliterator(), false)
                    .map(record -> record.path("id").asText())
                    .toList();
        }
    }

    public String root() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    public Reply get(String path) {
        return send(request(path).GET());
    }

    public Reply post(String path, String body) {
        return send(json(path, body).method("POST", HttpRequest.BodyPublishers.ofString(quoted(body))));
    }

    public Reply patch(String path, String body) {
        return send(json(path, body).method("PATCH", HttpRequest.BodyPublishers.ofString(quoted(body))));
    }

    public Reply put(String path, String body) {
        return send(json(path, body).method("PUT", HttpRequest.BodyPublishers.ofString(quoted(body))));
    }

    public Reply delete(String path) {
        return send(request(path).DELETE());
    }

    /** Lists a table's records by a formula. */
    public Reply filter(String table, String formula) {
        return get(table(table) + "?filterByFormula=" + encode(formula));
    }

    public String table(String name) {
        return "/v0/" + BASE + "/" + encode(name);
    }

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** Single quotes for double ones, so that JSON reads well in a test. */
    private static String quoted(String body) {
        return body.startsWith("{'") || body.startsWith("['") ? body.replace('\'', '"') : body;
    }

    public HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(root() + path)).header("Authorization", "Bearer patTest0000000000.x");
    }

    private HttpRequest.Builder json(String path, String body) {
        return request(path).header("Content-Type", "application/json");
    }

    public Reply send(HttpRequest.Builder request) {
        HttpResponse<String> response = raw(request);
        try {
            return new Reply(response.statusCode(), MAPPER.readTree(response.body()));
        } catch (IOException notJson) {
            throw new AssertionError("Not JSON: " + response.body(), notJson);
        }
    }

    public HttpResponse<String> raw(HttpRequest.Builder request) {
        try {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    public HttpResponse<byte[]> bytes(String url) {
        try {
            return client.send(
                    HttpRequest.newBuilder(URI.create(url)).build(), HttpResponse.BodyHandlers.ofByteArray());
        } catch (IOException | InterruptedException failed) {
            throw new AssertionError(failed);
        }
    }

    @Override
    public void close() {
        client.close();
        try {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception failed) {
            throw new AssertionError(failed);
        }
    }
}
