package dev.basegram.endtoend;

import dev.basegram.endtoend.processes.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Delivers to the public door by hand, by the book: interfaces.md says how the secret is derived. */
final class Telegram {
    static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";

    private final HttpClient http =
            HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final Service door;
    private final String secretToken;

    Telegram(Service door, String secret) {
        this.door = door;
        this.secretToken = derived(secret, "telegram-webhook");
    }

    HttpResponse<String> delivers(String body) {
        return send(request(body.getBytes(StandardCharsets.UTF_8))
                .header(SECRET_HEADER, secretToken)
                .header("Content-Type", "application/json"));
    }

    HttpRequest.Builder request(byte[] body) {
        return HttpRequest.newBuilder(door.uri("/telegram/webhook"))
                .timeout(Duration.ofSeconds(60))
                .POST(HttpRequest.BodyPublishers.ofByteArray(body));
    }

    HttpResponse<String> send(HttpRequest.Builder request) {
        try {
            return http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    String secretToken() {
        return secretToken;
    }

    static String derived(String secret, String message) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(message.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
