package dev.basegram.bot.airtable;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;

/** An HTTP server that answers as told, whatever is asked: good answers, broken ones, and none. */
public final class ScriptedServer implements AutoCloseable {
    /** One answer of the script. */
    @FunctionalInterface
    public interface Reply {
        void to(HttpServerRequest request, Vertx vertx);
    }

    /** A request as it came. */
    public record Seen(String method, String uri, Map<String, String> headers, String body, long atNanos) {}

    private final Vertx vertx = Vertx.vertx();
    private final HttpServer server;
    private final ConcurrentLinkedQueue<Reply> script = new ConcurrentLinkedQueue<>();
    private final List<Seen> seen = new CopyOnWriteArrayList<>();
    private volatile Reply otherwise = json(404, "{\"error\":\"NOT_FOUND\"}");

    public ScriptedServer() {
        server = vertx.createHttpServer().requestHandler(this::handle);
        try {
            server.listen(0, "127.0.0.1")
                    .toCompletionStage()
                    .toCompletableFuture()
                    .get(30, TimeUnit.SECONDS);
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess(body -> {
            var headers = new java.util.TreeMap<String, String>(String.CASE_INSENSITIVE_ORDER);
            request.headers().forEach(headers::put);
            seen.add(new Seen(request.method().name(), request.uri(), headers, body.toString(), System.nanoTime()));
            Reply next = script.poll();
            (next == null ? otherwise : next).to(request, vertx);
        });
    }

    public String url() {
        return "http://127.0.0.1:" + server.actualPort();
    }

    /** Adds answers to the script. */
    public ScriptedServer then(Reply... replies) {
        script.addAll(List.of(replies));
        return this;
    }

    /** What is answered when the script is at its end. */
    public void otherwise(Reply reply) {
        otherwise = reply;
    }

    public List<Seen> seen() {
        return new ArrayList<>(seen);
    }

    public void reset() {
        script.clear();
        seen.clear();
        otherwise = json(404, "{\"error\":\"NOT_FOUND\"}");
    }

    public static Reply json(int status, String body) {
        return (request, _) -> request.response()
                .setStatusCode(status)
                .putHeader("content-type", "application/json; charset=utf-8")
                .end(body);
    }

    public static Reply text(int status, String body, String... headers) {
        return (request, _) -> {
            var response = request.response().setStatusCode(status).putHeader("content-type", "text/html");
            for (int i = 0; i < headers.length; i += 2) {
                response.putHeader(headers[i], headers[i + 1]);
            }
            response.end(body);
        };
    }

    /** Sends the head and the beginning of a body, then cuts the connection. */
    public static Reply cutAfter(String beginning) {
        return (request, vertx) -> {
            request.response().putHeader("content-type", "application/json").setChunked(true);
            request.response()
                    .write(beginning)
                    .onComplete(
                            _ -> vertx.setTimer(20, _ -> request.connection().close()));
        };
    }

    /** Cuts the connection without a word. */
    public static Reply cut() {
        return (request, _) -> request.connection().close();
    }

    /** Sends a byte now and then, for ever. */
    public static Reply drip() {
        return (request, vertx) -> {
            var response = request.response()
                    .putHeader("content-type", "application/json")
                    .setChunked(true);
            vertx.setPeriodic(50, id -> {
                if (response.closed() || response.ended()) {
                    vertx.cancelTimer(id);
                } else {
                    response.write(" ");
                }
            });
        };
    }

    /** Never answers. */
    public static Reply silence() {
        return (_, _) -> {};
    }

    /** Sends so many bytes of JSON white space around an empty object. */
    public static Reply huge(int bytes) {
        return (request, _) -> request.response()
                .putHeader("content-type", "application/json")
                .end(Buffer.buffer("{" + " ".repeat(bytes - 2) + "}"));
    }

    @Override
    public void close() {
        vertx.close().toCompletionStage().toCompletableFuture().join();
    }
}
