package dev.basegram.endtoend.processes;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * Stands between a service and its neighbour. While it is told to fail, it answers with everything the service sent, address and
 * headers included, as careless servers and proxies do; else it passes on what it gets.
 */
public final class EchoingProxy implements AutoCloseable {
    private static final List<String> PASSED_ON = List.of("Authorization", "Content-Type");

    private final String neighbour;
    private final HttpServer server;
    private final ExecutorService threads = Executors.newVirtualThreadPerTaskExecutor();
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();
    private final AtomicInteger echoes = new AtomicInteger();
    private volatile int failure;
    private volatile String lastEcho = "";

    /** Opens a proxy on a free port of the loopback address. */
    public EchoingProxy(String neighbour) {
        this.neighbour = neighbour;
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(threads);
        server.createContext("/", this::handle);
        server.start();
    }

    /** Returns where it listens. */
    public String root() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** Answers everything with this status from now on; 0 passes on again, 1 cuts the connection in the middle of an answer. */
    public void failWith(int status) {
        failure = status;
    }

    /** Returns how often it failed with an echo. */
    public int echoes() {
        return echoes.get();
    }

    /** Returns what it echoed last. */
    public String lastEcho() {
        return lastEcho;
    }

    private void handle(HttpExchange exchange) throws IOException {
        byte[] body = exchange.getRequestBody().readAllBytes();
        int status = failure;
        try (exchange) {
            if (status == 0) {
                passOn(exchange, body);
            } else {
                echo(exchange, status, body);
            }
        }
    }

    private void echo(HttpExchange exchange, int status, byte[] body) throws IOException {
        String all = exchange.getRequestMethod() + " " + exchange.getRequestURI() + " "
                + exchange.getRequestHeaders().entrySet() + " " + new String(body, StandardCharsets.UTF_8);
        String text = all.replaceAll("[\"\\\\\\p{Cntrl}]", "'");
        String json = "{\"ok\":false,\"error_code\":" + status + ",\"description\":\"" + text
                + "\",\"error\":{\"type\":\"ECHO\",\"message\":\"" + text + "\"}}";
        byte[] answer = json.getBytes(StandardCharsets.UTF_8);
        lastEcho = json;
        echoes.incrementAndGet();
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.getResponseHeaders().set("X-Echo", text.replaceAll("[^ -~]", "?"));
        if (status == 1) {
            exchange.sendResponseHeaders(200, answer.length + 100L);
            exchange.getResponseBody().write(answer);
            return; // a hundred bytes short
        }
        exchange.sendResponseHeaders(status, answer.length);
        exchange.getResponseBody().write(answer);
    }

    private void passOn(HttpExchange exchange, byte[] body) throws IOException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(neighbour + exchange.getRequestURI()))
                .timeout(Duration.ofMinutes(2))
                .method(exchange.getRequestMethod(), HttpRequest.BodyPublishers.ofByteArray(body));
        for (String header : PASSED_ON) {
            @Nullable String value = exchange.getRequestHeaders().getFirst(header);
            if (value != null) {
                request.header(header, value);
            }
        }
        try {
            HttpResponse<byte[]> answer = http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
            answer.headers()
                    .firstValue("Content-Type")
                    .ifPresent(type -> exchange.getResponseHeaders().set("Content-Type", type));
            exchange.sendResponseHeaders(answer.statusCode(), answer.body().length == 0 ? -1 : answer.body().length);
            exchange.getResponseBody().write(answer.body());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() {
        server.stop(0);
        threads.shutdownNow();
        http.shutdownNow();
    }
}
