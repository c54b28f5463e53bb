package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.utility.BotUtils;
import io.vertx.core.Future;
import io.vertx.core.Promise;
import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpClient;
import io.vertx.core.http.HttpClientOptions;
import io.vertx.core.http.HttpClientRequest;
import io.vertx.core.http.HttpClientResponse;
import io.vertx.core.http.HttpMethod;
import io.vertx.core.http.RequestOptions;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Calls of the Bot API that carry no file: nearly all. They go over the event loop instead of pengrad's OkHttp, whose watchdog and
 * connection keeper wake a thread each for every call, which at usual loads costs more than the call.
 *
 * <p>Nothing is sent twice: a call that fails is the caller's to repeat. Blocks the calling thread, which should be a virtual one.
 * Thread-safe.
 */
final class FormCalls implements AutoCloseable {
    /** As many connections as calls may run at once: one for each lane that is served. */
    private static final int CONNECTIONS = 256;

    /** Above any answer to a call of ours. */
    private static final int MAX_ANSWER = 8 << 20;

    private final Vertx vertx;
    private final HttpClient http;
    private final URI root;
    private final String path;
    private final Duration patience;

    /**
     * Creates the client of one bot.
     *
     * @param patience from the call to the last byte of its answer
     */
    FormCalls(Vertx vertx, URI apiUrl, String token, Duration patience) {
        this.vertx = vertx;
        this.root = apiUrl;
        this.path = apiUrl.getRawPath() + "/bot" + token + "/";
        this.patience = patience;
        this.http = vertx.createHttpClient(new HttpClientOptions()
                .setSsl("https".equalsIgnoreCase(apiUrl.getScheme()))
                .setConnectTimeout(5_000)
                .setMaxPoolSize(CONNECTIONS)
                // Shorter than Telegram's own, so that no call meets a connection that is being closed.
                .setKeepAliveTimeout(30)
                .setTcpKeepAlive(true));
    }

    /**
     * Makes one call.
     *
     * @return the answer, whatever its status; null for an empty one
     * @throws com.google.gson.JsonParseException when the answer is not the Bot API's
     * @throws CallFailedException when there is none; its message never holds the URL
     */
    <R extends BaseResponse> @Nullable R call(BaseRequest<?, R> request)
            throws CallFailedException, InterruptedException {
        var answer = new CompletableFuture<String>();
        var open = new CompletableFuture<HttpClientRequest>();
        http.request(options(request.getMethod()))
                .compose(started -> {
                    open.complete(started);
                    failIfLate(answer);
                    return started.send(form(request)).compose(FormCalls::body);
                })
                .onComplete(answer::complete, answer::completeExceptionally);
        try {
            return BotUtils.fromJson(answer.get(), request.getResponseType());
        } catch (ExecutionException e) {
            var _ = open.thenAccept(HttpClientRequest::reset);
            throw CallFailedException.because(e.getCause());
        } catch (InterruptedException e) {
            var _ = open.thenAccept(HttpClientRequest::reset);
            throw e;
        }
    }

    /** A deadline kept by the event loop: a timed wait of a virtual thread would wake a third thread for each call. */
    private void failIfLate(CompletableFuture<String> answer) {
        long timer = vertx.setTimer(patience.toMillis(), _ -> answer.completeExceptionally(new TimeoutException()));
        var _ = answer.whenComplete((_, _) -> vertx.cancelTimer(timer));
    }

    private RequestOptions options(String method) {
        boolean ssl = "https".equalsIgnoreCase(root.getScheme());
        int port = root.getPort() > 0 ? root.getPort() : ssl ? 443 : 80;
        return new RequestOptions()
                .setMethod(HttpMethod.POST)
                .setHost(root.getHost())
                .setPort(port)
                .setSsl(ssl)
                .setURI(path + method)
                .putHeader("Content-Type", "application/x-www-form-urlencoded");
    }

    private static Buffer form(BaseRequest<?, ?> request) {
        return Buffer.buffer(
                request.getParameters().entrySet().stream().map(FormCalls::pair).collect(Collectors.joining("&")));
    }

    private static String pair(Map.Entry<String, Object> parameter) {
        return parameter.getKey() + '=' + URLEncoder.encode(value(parameter.getValue()), StandardCharsets.UTF_8);
    }

    /** Objects go as JSON (core.telegram.org/bots/api#making-requests). */
    private static String value(Object value) {
        return switch (value) {
            case String text -> text;
            case Number number -> number.toString();
            case Boolean flag -> flag.toString();
            case Enum<?> constant -> constant.toString();
            default -> BotUtils.toJson(value);
        };
    }

    private static Future<String> body(HttpClientResponse response) {
        var promise = Promise.<String>promise();
        var whole = Buffer.buffer();
        response.handler(chunk -> {
            if (whole.length() + chunk.length() > MAX_ANSWER) {
                promise.tryFail(new IOException("an answer without end"));
                var _ = response.request().reset();
            } else {
                whole.appendBuffer(chunk);
            }
        });
        response.exceptionHandler(promise::tryFail);
        response.endHandler(_ -> promise.tryComplete(whole.toString(StandardCharsets.UTF_8)));
        return promise.future();
    }

    @Override
    public void close() {
        var _ = http.close();
    }

    /** A call that has no answer; what it did is unknown. */
    static final class CallFailedException extends Exception {
        private static final long serialVersionUID = 1L;

        private CallFailedException(String reason) {
            super(reason);
        }

        /** Messages of an HTTP client may hold the URL, and so the token: only the class is kept. */
        private static CallFailedException because(@Nullable Throwable cause) {
            return new CallFailedException(
                    cause instanceof TimeoutException
                            ? "timeout"
                            : cause == null ? "unknown" : cause.getClass().getSimpleName());
        }
    }
}
