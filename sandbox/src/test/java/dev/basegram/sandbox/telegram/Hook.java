package dev.basegram.sandbox.telegram;

import com.fasterxml.jackson.databind.JsonNode;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServer;
import io.vertx.core.http.HttpServerOptions;
import io.vertx.core.http.HttpServerRequest;
import io.vertx.core.http.HttpServerResponse;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BiConsumer;

/** A bot's webhook on a free port: keeps what is delivered, and answers as it is told to. */
final class Hook implements AutoCloseable {
    final List<Delivery> deliveries = new CopyOnWriteArrayList<>();
    private final HttpServer server;
    private volatile BiConsumer<Delivery, HttpServerResponse> answer = (delivery, response) -> response.end();

    Hook() {
        server = Sandbox.join(Sandbox.vertx()
                .createHttpServer(new HttpServerOptions().setHost("127.0.0.1").setPort(0))
                .requestHandler(this::handle)
                .listen()
                .toCompletionStage()
                .toCompletableFuture());
    }

    record Delivery(List<Map.Entry<String, String>> headers, JsonNode update, String raw) {
        int updateId() {
            return update.path("update_id").asInt();
        }

        String text() {
            return update.path("message").path("text").asText();
        }
    }

    private void handle(HttpServerRequest request) {
        request.body().onSuccess((Buffer body) -> {
            Delivery delivery = new Delivery(List.copyOf(request.headers().entries()), parse(body), body.toString());
            deliveries.add(delivery);
            answer.accept(delivery, request.response());
        });
    }

    private static JsonNode parse(Buffer body) {
        try {
            return Sandbox.JSON.readTree(body.getBytes());
        } catch (java.io.IOException e) {
            return Sandbox.JSON.createObjectNode();
        }
    }

    Hook answering(BiConsumer<Delivery, HttpServerResponse> with) {
        answer = with;
        return this;
    }

    Hook answering(int status) {
        return answering((delivery, response) -> response.setStatusCode(status).end());
    }

    String url() {
        return "http://127.0.0.1:" + server.actualPort() + "/hook?q=1";
    }

    List<String> texts() {
        return deliveries.stream().map(Delivery::text).toList();
    }

    @Override
    public void close() {
        Sandbox.join(server.close().toCompletionStage().toCompletableFuture());
    }
}
