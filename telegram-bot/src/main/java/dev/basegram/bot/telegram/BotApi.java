package dev.basegram.bot.telegram;

import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import com.pengrad.telegrambot.utility.BotUtils;
import dev.basegram.common.trace.Traces;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import java.net.URI;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import okhttp3.OkHttpClient;
import okhttp3.Request;
import okhttp3.RequestBody;
import okhttp3.Response;
import org.jspecify.annotations.Nullable;

/**
 * One call to the Bot API at a time, with every way it can end turned into a value and counted. Blocks its thread, which
 * should be a virtual one. Thread-safe.
 */
class BotApi {
    private static final Duration UPLOAD = Duration.ofMinutes(5);

    private final TelegramBot files;
    private final OkHttpClient http;
    private final String methods;
    private final FormCalls forms;
    private final MeterRegistry metrics;
    private final Map<Count, Counter> counters = new ConcurrentHashMap<>();
    private final TelegramHealth health;

    private record Count(String method, String outcome) {}

    BotApi(String token, URI apiUrl, OkHttpClient http, FormCalls forms, MeterRegistry metrics) {
        this.http = http;
        this.methods = apiUrl + "/bot" + token + "/";
        this.files = new TelegramBot.Builder(token)
                .okHttpClient(http)
                .apiUrl(apiUrl + "/bot")
                .fileApiUrl(apiUrl + "/file/bot")
                .build();
        this.forms = forms;
        this.metrics = metrics;
        this.health = new TelegramHealth(metrics);
    }

    /** Executes a request once; «message is not modified» counts as done. */
    <T extends BaseRequest<T, R>, R extends BaseResponse> TelegramResult<R> execute(BaseRequest<T, R> request)
            throws InterruptedException {
        return observed(request.getMethod(), () -> call(request));
    }

    /** Executes a request with files, whose bytes are passed through; it may take minutes. */
    <R extends BaseResponse> TelegramResult<R> upload(String method, RequestBody body, Class<R> type)
            throws InterruptedException {
        return observed(method, () -> post(method, body, type));
    }

    private interface Call<R> {
        TelegramResult<R> make() throws InterruptedException;
    }

    private <R> TelegramResult<R> observed(String method, Call<R> call) throws InterruptedException {
        Span span = Traces.begin("telegram " + method, SpanKind.CLIENT);
        String outcome = "failed";
        try {
            TelegramResult<R> result = call.make();
            outcome = switch (result) {
                case TelegramResult.Success<R> _ -> "ok";
                case TelegramResult.Failure<R> failure -> failure.reason().label();
            };
            if (result instanceof TelegramResult.Failure<R>(TelegramFailure.Unavailable _)) {
                health.unanswered();
            } else {
                health.answered();
            }
            counters.computeIfAbsent(new Count(method, outcome), this::counter).increment();
            return result;
        } finally {
            Traces.end(span, outcome, !outcome.equals("ok"));
        }
    }

    private Counter counter(Count count) {
        return metrics.counter("basegram_telegram_requests_total", "method", count.method, "outcome", count.outcome);
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> TelegramResult<R> call(BaseRequest<T, R> request)
            throws InterruptedException {
        try {
            R response = request.isMultipart() ? files.execute(request) : forms.call(request);
            if (response == null) {
                return unavailable("empty answer");
            }
            return response.isOk() || ResponseClassifier.isNotModified(response)
                    ? new TelegramResult.Success<>(response)
                    : new TelegramResult.Failure<>(ResponseClassifier.classify(response));
        } catch (JsonParseException e) {
            // A front end's HTML page. Its text is not ours to log.
            return unavailable("an answer that is not the Bot API's");
        } catch (FormCalls.CallFailedException e) {
            return unavailable(String.valueOf(e.getMessage()));
        } catch (RuntimeException e) {
            return afterFailedCall(e.getCause(), e);
        }
    }

    private <R extends BaseResponse> TelegramResult<R> post(String method, RequestBody body, Class<R> type)
            throws InterruptedException {
        Request request = new Request.Builder().url(methods + method).post(body).build();
        OkHttpClient patient = http.newBuilder().callTimeout(UPLOAD).build();
        try (Response answer = patient.newCall(request).execute()) {
            R response = BotUtils.fromJson(answer.body().string(), type);
            if (response == null) {
                return unavailable("empty answer");
            }
            return response.isOk()
                    ? new TelegramResult.Success<>(response)
                    : new TelegramResult.Failure<>(ResponseClassifier.classify(response));
        } catch (JsonParseException _) {
            return unavailable("an answer that is not the Bot API's");
        } catch (PassedThrough.SourceLost e) {
            return new TelegramResult.Failure<>(
                    new TelegramFailure.BadRequest(0, "the file cannot be fetched: " + e.getMessage()));
        } catch (IOException e) {
            return afterFailedCall(e, new IllegalStateException(e));
        }
    }

    private static <R> TelegramResult<R> afterFailedCall(@Nullable Throwable cause, RuntimeException thrown)
            throws InterruptedException {
        if (Thread.interrupted()) {
            throw new InterruptedException("interrupted while calling Telegram");
        }
        return switch (cause) {
            // Messages of HTTP clients can hold the URL and so the token: only the class is kept.
            case InterruptedIOException _ -> unavailable("timeout");
            case IOException io -> unavailable(io.getClass().getSimpleName());
            case null, default -> throw thrown;
        };
    }

    private static <R> TelegramResult<R> unavailable(String reason) {
        return new TelegramResult.Failure<>(new TelegramFailure.Unavailable(reason));
    }

    TelegramHealth health() {
        return health;
    }

    /** Returns the address of a file, which contains the token: for our own download only. */
    String fileUrl(com.pengrad.telegrambot.model.File file) {
        return files.getFullFilePath(file);
    }

    void shutdown() {
        files.shutdown();
        forms.close();
    }
}
