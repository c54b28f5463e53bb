package dev.basegram.webhook;

import dev.basegram.common.InternalApi;
import dev.basegram.common.UpdateBatch;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;

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

    /** How the bot meets a request. */
    @FunctionalInterface
    public interface Behaviour {
        /** Meets it, whatever it holds. */
        void meet(HttpServerRequest request);
    }

    /** It answers; each update of a batch on its own. */
    private record Answers(int status, String body) implements Behaviour {
        @Override
        public void meet(HttpServerRequest request) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(body);
        }
    }

    /** An update, or another request, as it arrived; the updates of a batch each on its own. */
    public record Received(String path, String authorization, String contentType, String mac, byte[] body) {
        public String text() {
            return new String(body, StandardCharsets.UTF_8);
        }
    }

    private final Vertx vertx = Vertx.vertx();
    private final Queue<Behaviour> script = new ArrayDeque<>();
    private final List<Received> received = new CopyOnWriteArrayList<>();
    private final Set<Object> connections = ConcurrentHashMap.newKeySet();
    private final Map<HttpServerRequest, Integer> sizes = new ConcurrentHashMap<>();
    private final AtomicInteger requests = new AtomicInteger();
    private final AtomicInteger atOnce = new AtomicInteger();
    private final AtomicInteger mostAtOnce = new AtomicInteger();
    private volatile Behaviour otherwise = accepts();
    private volatile Behaviour readiness = answers(200, "{}");
    private volatile boolean knowsBatches = true;
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
        sizes.clear();
        requests.set(0);
        mostAtOnce.set(0);
        knowsBatches = true;
        otherwise = accepts();
        readiness = answers(200, "{}");
    }

    public void next(Behaviour... behaviours) {
        synchronized (script) {
            script.addAll(List.of(behaviours));
        }
    }

    public void otherwise(Behaviour behaviour) {
        otherwise = behaviour;
    }

    public void readiness(Behaviour behaviour) {
        readiness = behaviour;
    }

    public List<Received> received() {
        return received;
    }

    /** Returns how many requests the updates and notifications came in. */
    public int requests() {
        return requests.get();
    }

    /** Becomes a bot of an earlier release, which takes one update at a time. */
    public void knowsNoBatches() {
        knowsBatches = false;
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

    public static Behaviour accepts() {
        return answers(202, "{\"result\":\"accepted\"}");
    }

    public static Behaviour answers(int status, String body) {
        return new Answers(status, body);
    }

    /** Cuts the connection instead of answering; the request itself has been taken. */
    public static Behaviour cuts() {
        return request -> request.connection().close();
    }

    public static Behaviour neverAnswers() {
        return request -> {};
    }

    public Behaviour answersAfter(Duration pause) {
        return request -> vertx.setTimer(pause.toMillis(), timer -> {
            if (!request.response().closed()) {
                meet(request, Collections.nCopies(updatesOf(request), accepts()));
            }
        });
    }

    private void listen(int wanted) {
        server = await(vertx.createHttpServer().requestHandler(this::handle).listen(wanted, "127.0.0.1"));
    }

    private void handle(HttpServerRequest request) {
        if (request.path().equals("/q/health/ready")) {
            meet(request, List.of(readiness));
            return;
        }
        connections.add(request.connection());
        mostAtOnce.accumulateAndGet(atOnce.incrementAndGet(), Math::max);
        request.response().endHandler(end -> atOnce.decrementAndGet());
        request.bodyHandler(body -> {
            requests.incrementAndGet();
            boolean batch = request.path().equals(InternalApi.UPDATE_BATCH);
            if (batch && !knowsBatches) {
                answers(404, "").meet(request);
                return;
            }
            List<byte[]> bodies = batch
                    ? UpdateBatch.read(body.getBytes()).orElseThrow().stream()
                            .map(UpdateBatch.Part::update)
                            .toList()
                    : List.of(body.getBytes());
            sizes.put(request, bodies.size());
            bodies.forEach(each -> received.add(new Received(
                    request.path(),
                    request.getHeader("Authorization"),
                    request.getHeader("Content-Type"),
                    request.getHeader("X-Airtable-Content-MAC"),
                    each)));
            meet(request, bodies.stream().map(_ -> behaviour()).toList());
        });
    }

    private int updatesOf(HttpServerRequest request) {
        return sizes.getOrDefault(request, 1);
    }

    private static void meet(HttpServerRequest request, List<Behaviour> behaviours) {
        Optional<Behaviour> whole =
                behaviours.stream().filter(each -> !(each instanceof Answers)).findFirst();
        if (whole.isPresent() || !request.path().equals(InternalApi.UPDATE_BATCH)) {
            whole.orElseGet(behaviours::getFirst).meet(request);
            return;
        }
        String statuses = behaviours.stream()
                .map(each -> Integer.toString(((Answers) each).status()))
                .collect(Collectors.joining(",", "[", "]"));
        new Answers(200, statuses).meet(request);
    }

    private Behaviour behaviour() {
        synchronized (script) {
            Behaviour next = script.poll();
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
