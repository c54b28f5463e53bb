package dev.basegram.webhook;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Consumer;

/**
 * A real HTTP server in the bot's place, whose behaviour each test scripts. It keeps its port through stops, as a restarted bot
 * does.
 */
public final class StubBot implements QuarkusTestResourceLifecycleManager {
    /** A secret that trips every layer that would expand, split at spaces or escape it. */
    static final String SECRET = "${nobody.set.this} {x} 'q' \"w\" $HOME é∑";

    /** The times and numbers of production, shortened where a test has to see them end. */
    private static final Map<String, String> SHORTENED = Map.of(
            "basegram.webhook.door.body-deadline", "1s",
            "basegram.webhook.door.max-held", "300",
            "basegram.webhook.forward.press-patience", "2s",
            "basegram.webhook.forward.try-timeout", "1s",
            "basegram.webhook.forward.concurrency", "8",
            "quarkus.rest-client.bot.read-timeout", "1500",
            "basegram.webhook.readiness.good-for", "1ms");

    /** A request as it arrived. */
    public record Received(String path, String authorization, String contentType, String mac, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Queue<Consumer<HttpServerRequest>> script = new ArrayDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Object> connections = ConcurrentHashMap.newKeySet();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Consumer<HttpServerRequest> otherwise = accepts();
    private volatile Consumer<HttpServerRequest> readiness = answers(200, "{}");
    private volatile HttpServer server;
    private int port;

    @Override
    public Map<String, String> start() {
        listen(0);
        port = server.actualPort();
        Map<String, String> config = new HashMap<>(SHORTENED);
        config.put("quarkus.rest-client.bot.url", "http://127.0.0.1:" + port);
        config.put("BASEGRAM_SECRET", SECRET);
        return config;
    }

    @Override
    public void inject(TestInjector injector) {
        injector.injectIntoFields(this, new TestInjector.MatchesType(StubBot.class));
    }

    @Override
    public void stop() {
        await(vertx.close());
    }

    /** Forgets everything and accepts everything. */
    public void reset() {
        if (server == null) {
            comesBack();
        }
        synchronized (script) {
            script.clear();
        }
        received.clear();
        connections.clear();
        mostAtOnce.set(0);
        otherwise = accepts();
        readiness = answers(200, "{}");
    }

    @SafeVarargs
    public final void next(Consumer<HttpServerRequest>... behaviours) {
        synchronized (script) {
            script.addAll(List.of(behaviours));
        }
    }

    public void otherwise(Consumer<HttpServerRequest> behaviour) {
        otherwise = behaviour;
    }

    public void readiness(Consumer<HttpServerRequest> behaviour) {
        readiness = behaviour;
    }

    public List<Received> received() {
        return received;
    }

    public int connections() {
        return connections.size();
    }

    public int mostAtOnce() {
        return mostAtOnce.get();
    }

    /** Stops listening and cuts every connection. */
    public void goesAway() {
        await(server.close());
        server = null;
    }

    public void comesBack() {
        listen(port);
    }

    public static Consumer<HttpServerRequest> accepts() {
        return answers(202, "{\"result\":\"accepted\"}");
    }

    public static Consumer<HttpServerRequest> answers(int status, String body) {
        return request -> request.response()
                .setStatusCode(status)
                .putHeader("Content-Type", "application/json")
                .end(body);
    }

    /** Cuts the connection instead of answering; the request itself has been taken. */
    public static Consumer<HttpServerRequest> cuts() {
        return request -> request.connection().close();
    }

    public static Consumer<HttpServerRequest> neverAnswers() {
        return request -> {};
    }

    public Consumer<HttpServerRequest> answersAfter(Duration pause) {
        return request -> vertx.setTimer(pause.toMillis(), timer -> {
            if (!request.response().closed()) {
                accepts().accept(request);
            }
        });
    }

    private void listen(int wanted) {
        server = await(vertx.createHttpServer().requestHandler(this::handle).listen(wanted, "127.0.0.1"));
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/q/health/ready")) {
            readiness.accept(request);
            return;
        }
        connections.add(request.connection());
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        request.response().endHandler(end -> atOnce.decrementAndGet());
        request.bodyHandler(body -> {
            received.add(new Received(
                    request.path(),
                    request.getHeader("Authorization"),
                    request.getHeader("Content-Type"),
                    request.getHeader("X-Airtable-Content-MAC"),
                    body.getBytes()));
            behaviour().accept(request);
        });
    }

    private Consumer<HttpServerRequest> behaviour() {
        synchronized (script) {
            Consumer<HttpServerRequest> next = script.poll();
            return next == null ? otherwise : next;
        }
    }

    private static <T> T await(io.vertx.core.Future<T> future) {
        try {
            return future.toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
