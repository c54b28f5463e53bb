package dev.basegram.webhook;

import dev.basegram.common.DerivedKey;
import dev.basegram.common.SharedSecret;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;

/** Sends as Telegram and Airtable do. */
public final class Sender {
    public static final SharedSecret SECRET = SharedSecret.parse(StubBot.SECRET);

    private final HttpClient client = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();
    private final String root;

    public Sender(int port) {
        root = "http://127.0.0.1:" + port;
    }

    public HttpResponse<String> delivers(String update) {
        return deliversAsync(update).join();
    }

    public CompletableFuture<HttpResponse<String>> deliversAsync(String update) {
        return sendAsync(telegram(update.getBytes(StandardCharsets.UTF_8)).build());
    }

    public HttpRequest.Builder telegram(byte[] body) {
        return unsigned(body)
                .header("X-Telegram-Bot-Api-Secret-Token", SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK))
                .header("Content-Type", "application/json");
    }

    public HttpRequest.Builder unsigned(byte[] body) {
        return HttpRequest.newBuilder(URI.create(root + "/telegram/webhook"))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    public HttpRequest.Builder airtable(String token, String body) {
        return HttpRequest.newBuilder(URI.create(root + "/airtable/webhook/" + token))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofString(body));
    }

    public HttpResponse<String> send(HttpRequest.Builder request) {
        return sendAsync(request.build()).join();
    }

    public CompletableFuture<HttpResponse<String>> sendAsync(HttpRequest request) {
        return client.sendAsync(request, HttpResponse.BodyHandlers.ofString());
    }
}
