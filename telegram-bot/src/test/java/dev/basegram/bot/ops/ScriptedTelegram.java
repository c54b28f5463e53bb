package dev.basegram.bot.ops;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;

/** A Telegram that gives what it was told to give, once, and holds polls for a moment. */
public class ScriptedTelegram implements QuarkusTestResourceLifecycleManager {
    static final String TOKEN = "7654321:AAF-token-of-the-test-that-must-not-leak";
    private static final LinkedBlockingQueue<String> UPDATES = new LinkedBlockingQueue<>();

    private HttpServer server;

    static void give(byte[] update) {
        UPDATES.add(new String(update, StandardCharsets.UTF_8));
    }

    @Override
    public Map<String, String> start() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", ScriptedTelegram::answer);
        server.start();
        return Map.of(
                "TELEGRAM_API_URL", "http://127.0.0.1:" + server.getAddress().getPort());
    }

    private static void answer(HttpExchange exchange) throws IOException {
        exchange.getRequestBody().readAllBytes();
        String result = exchange.getRequestURI().getPath().endsWith("/getUpdates") ? "[" + next() + "]" : "true";
        byte[] body = ("{\"ok\":true,\"result\":" + result + "}").getBytes(StandardCharsets.UTF_8);
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    private static String next() {
        try {
            String update = UPDATES.poll(300, TimeUnit.MILLISECONDS);
            return update == null ? "" : update;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return "";
        }
    }

    @Override
    public void stop() {
        if (server != null) {
            server.stop(0);
        }
    }
}
