package dev.basegram.bot.ingress;

import io.smallrye.mutiny.Uni;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import io.vertx.core.json.JsonObject;
import java.net.URI;
import java.time.Duration;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The few methods of the Bot API by which updates are asked for, on connections of their own: a long poll must not wait behind
 * what the chat sends, nor the other way round.
 *
 * <p>The token is in the path of every URL, so neither a URL nor an exception of the HTTP client ever leaves this class.
 */
final class BotApi implements AutoCloseable {
    // One answer is at most some 4 MiB (tdlib/telegram-bot-api, Client.cpp).
    private static final int MAX_ANSWER = 16 << 20;

    private final Vertx vertx;
    private final URI root;
    private final String token;
    private volatile HttpClient client;

    BotApi(Vertx vertx, URI root, String token) {
        this.vertx = vertx;
        this.root = root;
        this.token = token;
        this.client = newClient();
    }

    private HttpClient newClient() {
        return vertx.createHttpClient(new HttpClientOptions()
                .setSsl("https".equalsIgnoreCase(root.getScheme()))
                .setConnectTimeout(10_000)
                .setMaxPoolSize(4)
                .setKeepAliveTimeout(60)
                .setTcpKeepAlive(true)
                .setDecompressionSupported(true));
    }

    /**
     * Calls a method; to be subscribed to on any thread.
     *
     * @param deadline from the call to the last byte of the answer: it ends a connection that is half open or drips
     */
    Uni<BotApiAnswer> call(String method, JsonObject parameters, Duration deadline) {
        return Uni.createFrom()
                .<BotApiAnswer>emitter(emitter -> {
                    var open = new AtomicReference<@Nullable HttpClientRequest>();
                    client.request(options(method))
                            .compose(request -> {
                                open.set(request);
                                return request.send(parameters.toBuffer()).compose(BotApi::body);
                            })
                            .onComplete(answer -> {
                                if (answer.succeeded()) {
                                    emitter.complete(answer.result());
                                } else {
                                    emitter.complete(new BotApiAnswer.Unreachable(told(answer.cause())));
                                }
                            });
                    emitter.onTermination(() -> reset(open.get()));
                })
                .ifNoItem()
                .after(deadline)
                .recoverWithItem(() ->
                        new BotApiAnswer.Unreachable("no whole answer within %d s".formatted(deadline.toSeconds())));
    }

    private RequestOptions options(String method) {
        boolean ssl = "https".equalsIgnoreCase(root.getScheme());
        int port = root.getPort() > 0 ? root.getPort() : ssl ? 443 : 80;
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(root.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setURI(root.getRawPath() + "/bot" + token + "/" + method)
                .putHeader("Content-Type", "application/json");
    }

    private static io.vertx.core.Future<BotApiAnswer> body(HttpClientResponse response) {
        var promise = io.vertx.core.Promise.<BotApiAnswer>promise();
        var whole = Buffer.buffer();
        response.handler(chunk -> {
            if (whole.length() + chunk.length() > MAX_ANSWER) {
                promise.tryComplete(new BotApiAnswer.Unreadable(response.statusCode(), "an answer without end"));
                var _ = response.request().reset();
            } else {
                whole.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(cut -> {
            // What came before the cut is whole updates, most of the time.
            BotApiAnswer kept = AnswerReader.read(response.statusCode(), whole.getBytes());
            promise.tryComplete(
                    kept instanceof BotApiAnswer.Ok ? kept : new BotApiAnswer.Unreachable("the answer broke off"));
        });
        response.endHandler(_ -> promise.tryComplete(AnswerReader.read(response.statusCode(), whole.getBytes())));
        return promise.future();
    }

    /** Ends a request that nobody waits for any more; does nothing to one that has ended. */
    private static void reset(@Nullable HttpClientRequest request) {
        if (request != null) {
            var _ = request.reset();
        }
    }

    /** Names the failure by its class alone: messages of an HTTP client may quote the URL. */
    private static String told(Throwable failure) {
        return switch (failure) {
            case java.net.UnknownHostException _ -> "the host is unknown";
            case java.net.ConnectException _ -> "the connection is refused";
            case javax.net.ssl.SSLException _ -> "TLS failed";
            case java.util.concurrent.TimeoutException _ -> "no answer in time";
            default -> "the connection failed (" + failure.getClass().getSimpleName() + ")";
        };
    }

    /** Starts again with fresh connections: those in the pool may be half open without knowing. */
    void renewConnections() {
        HttpClient old = client;
        client = newClient();
        vertx.setTimer(TimeUnit.SECONDS.toMillis(1), _ -> old.close());
    }

    @Override
    public void close() {
        var _ = client.close();
    }
}
