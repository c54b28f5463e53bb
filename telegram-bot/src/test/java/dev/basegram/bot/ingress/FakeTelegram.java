package dev.basegram.bot.ingress;

import io.vertx.core.Vertx;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Collectors;

/** A Bot API over real HTTP that says what the test scripts it to say, and keeps the few rules of its own that matter here. */
final class FakeTelegram implements AutoCloseable {
    static final String TOKEN = "123456:AAH-secret-secret-secret-secret-1";

    /** How one request is answered. */
    interface Answer {
        void to(HttpServerRequest request, JsonObject parameters);
    }

    record Call(String method, JsonObject parameters) {}

    final List<Call> calls = new CopyOnWriteArrayList<>();
    final ConcurrentLinkedQueue<Answer> script = new ConcurrentLinkedQueue<>();
    private final Map<Long, String> queue = new ConcurrentHashMap<>();
    private final HttpServer server;
    private final Vertx vertx;
    volatile String webhook = "";
    volatile JsonObject webhookSet = new JsonObject();
    volatile long lastErrorDate;
    volatile long pending;

    FakeTelegram(Vertx vertx) {
        this.vertx = vertx;
        this.server = vertx.createHttpServer()
                .requestHandler(request -> request.body()
                        .onSuccess(
                                body -> answer(request, body.length() == 0 ? new JsonObject() : body.toJsonObject())))
                .listen(0, "127.0.0.1")
                .toCompletionStage()
                .toCompletableFuture()
                .join();
    }

    URI root() {
        return URI.create("http://127.0.0.1:" + server.actualPort());
    }

    void give(long updateId, byte[] raw) {
        queue.put(updateId, new String(raw, StandardCharsets.UTF_8));
    }

    List<Call> calls(String method) {
        return calls.stream().filter(call -> call.method.equals(method)).toList();
    }

    private void answer(HttpServerRequest request, JsonObject parameters) {
        String prefix = "/bot" + TOKEN + "/";
        if (!request.path().startsWith(prefix)) {
            json(request, 404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found\"}");
            return;
        }
        String method = request.path().substring(prefix.length());
        calls.add(new Call(method, parameters));
        switch (method) {
            case "getUpdates" -> {
                Answer scripted = script.poll();
                if (scripted != null) {
                    scripted.to(request, parameters);
                } else {
                    poll(request, parameters, System.nanoTime());
                }
            }
            case "getWebhookInfo" -> {
                var info = new JsonObject()
                        .put("url", webhook)
                        .put("has_custom_certificate", false)
                        .put("pending_update_count", pending);
                if (lastErrorDate > 0) {
                    info.put("last_error_date", lastErrorDate).put("last_error_message", "Connection refused");
                }
                ok(request, info.encode());
            }
            case "setWebhook" -> {
                webhook = parameters.getString("url");
                webhookSet = parameters;
                lastErrorDate = 0;
                ok(request, "true");
            }
            case "deleteWebhook" -> {
                webhook = "";
                ok(request, "true");
            }
            default ->
                json(request, 404, "{\"ok\":false,\"error_code\":404,\"description\":\"Not Found: method not found\"}");
        }
    }

    private void poll(HttpServerRequest request, JsonObject parameters, long start) {
        if (!webhook.isEmpty()) {
            error(
                            409,
                            "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first")
                    .to(request, parameters);
            return;
        }
        long offset = parameters.getLong("offset", 0L);
        if (offset > 0) {
            queue.keySet().removeIf(id -> id < offset);
        }
        String updates = queue.keySet().stream()
                .sorted()
                .limit(parameters.getInteger("limit", 100))
                .map(queue::get)
                .collect(Collectors.joining(",\n"));
        long waited = (System.nanoTime() - start) / 1_000_000;
        if (updates.isEmpty() && waited < 1_000L * parameters.getInteger("timeout", 0)) {
            vertx.setTimer(20, _ -> poll(request, parameters, start));
        } else {
            ok(request, "[" + updates + "]");
        }
    }

    static void ok(HttpServerRequest request, String result) {
        json(request, 200, "{\"ok\":true,\"result\":" + result + "}");
    }

    static Answer result(String result) {
        return (request, _) -> ok(request, result);
    }

    static Answer body(int status, String body) {
        return (request, _) -> json(request, status, body);
    }

    static Answer error(int code, String description) {
        return body(
                code,
                new JsonObject()
                        .put("ok", false)
                        .put("error_code", code)
                        .put("description", description)
                        .encode());
    }

    private static void json(HttpServerRequest request, int status, String body) {
        if (!request.response().closed()) {
            request.response()
                    .setStatusCode(status)
                    .putHeader("Content-Type", "application/json")
                    .end(body);
        }
    }

    JsonArray lastAllowedUpdates() {
        return calls.getLast().parameters.getJsonArray("allowed_updates");
    }

    @Override
    public void close() {
        server.close().toCompletionStage().toCompletableFuture().join();
    }
}
