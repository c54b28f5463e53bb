package dev.basegram.sandbox.telegram.delivery;

import io.vertx.core.Future;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.HttpVersion;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.net.PemTrustOptions;
import java.net.ConnectException;
import java.net.URI;
import java.net.UnknownHostException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.Consumer;
import javax.net.ssl.SSLException;

/**
 * The HTTP connections to one webhook. A request has exactly the headers that the real server sends, and no others: no
 * {@code User-Agent}, no {@code Accept}, no {@code Date}.
 */
final class WebhookClient {
    private static final Duration ANSWER_LIMIT = Duration.ofSeconds(60);
    private static final int IDLE_SECONDS = 60;

    private final Waits waits;
    private final HttpClient http;
    private final URI uri;
    private final String secretToken;

    WebhookClient(Vertx vertx, Waits waits, String url, String secretToken, int maxConnections, String certificate) {
        this.waits = waits;
        this.uri = URI.create(url.contains("://") ? url : "https://" + url);
        this.secretToken = secretToken;
        HttpClientOptions options = new HttpClientOptions()
                .setProtocolVersion(HttpVersion.HTTP_1_1)
                .setMaxPoolSize(maxConnections)
                .setKeepAlive(true)
                .setKeepAliveTimeout(IDLE_SECONDS)
                .setConnectTimeout(10_000);
        if (!certificate.isEmpty()) {
            options.setTrustOptions(new PemTrustOptions().addCertValue(Buffer.buffer(certificate)))
                    .setVerifyHost(false);
        }
        this.http = vertx.createHttpClient(options);
    }

    /** Posts an update and reports what came of it, once. */
    void post(Buffer update, Consumer<Postman.Outcome> then) {
        open(request -> request.end(update), then);
    }

    /** Opens a request, lets it be written, and waits for the answer. */
    void open(Consumer<HttpClientRequest> write, Consumer<Postman.Outcome> then) {
        AtomicBoolean reported = new AtomicBoolean();
        Consumer<Postman.Outcome> once = outcome -> {
            if (reported.compareAndSet(false, true)) {
                then.accept(outcome);
            }
        };
        Future<HttpClientRequest> opened;
        try {
            opened = http.request(options());
        } catch (IllegalStateException _) {
            // The webhook was set anew or removed while this update waited for its turn.
            once.accept(new Postman.NoReply("Webhook connection closed"));
            return;
        }
        opened.onFailure(error -> once.accept(new Postman.NoReply(describe(error))))
                .onSuccess(request -> {
                    Waits.Wait limit = waits.after(ANSWER_LIMIT, () -> {
                        once.accept(new Postman.NoReply("Read timeout expired"));
                        request.reset();
                    });
                    request.response().compose(WebhookClient::withBody).onComplete(reply -> {
                        limit.cancel();
                        once.accept(
                                reply.succeeded() ? reply.result() : new Postman.NoReply("Webhook connection closed"));
                    });
                    write.accept(request);
                });
    }

    void close() {
        http.close();
    }

    private RequestOptions options() {
        String path = uri.getRawPath() == null || uri.getRawPath().isEmpty() ? "/" : uri.getRawPath();
        boolean ssl = "https".equalsIgnoreCase(uri.getScheme());
        RequestOptions options = new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(uri.getHost())
                .setPort(uri.getPort() >= 0 ? uri.getPort() : ssl ? 443 : 80)
                .setSsl(ssl)
                .setURI(uri.getRawQuery() == null ? path : path + "?" + uri.getRawQuery());
        if (uri.getRawUserInfo() != null) {
            byte[] credentials = uri.getUserInfo().getBytes(StandardCharsets.UTF_8);
            options.putHeader("Authorization", "Basic " + Base64.getEncoder().encodeToString(credentials));
        }
        if (!secretToken.isEmpty()) {
            options.putHeader("X-Telegram-Bot-Api-Secret-Token", secretToken);
        }
        return options.putHeader("Content-Type", "application/json")
                .putHeader("Connection", "keep-alive")
                .putHeader("Accept-Encoding", "gzip, deflate");
    }

    private static Future<Postman.Outcome> withBody(HttpClientResponse response) {
        return response.body()
                .map(body ->
                        new Postman.Reply(response.statusCode(), response.statusMessage(), response.headers(), body));
    }

    private static String describe(Throwable error) {
        return switch (error) {
            case UnknownHostException unknown -> "Failed to resolve host: Name or service not known";
            case ConnectException refused -> "Connection refused";
            case SSLException ssl -> "SSL error {certificate verify failed}";
            default -> "Webhook connection closed";
        };
    }
}
