package dev.basegram.bot.telegram;

import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.TelegramBot;
import com.pengrad.telegrambot.request.BaseRequest;
import com.pengrad.telegrambot.response.BaseResponse;
import dev.basegram.common.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import java.io.IOException;
import java.io.InterruptedIOException;
import okhttp3.OkHttpClient;
import org.jspecify.annotations.Nullable;

/**
 * One call to the Bot API at a time, with every way it can end turned into a value and counted. Blocks its thread, which
 * should be a virtual one. Thread-safe.
 */
class BotApi {
    private final TelegramBot bot;
    private final MeterRegistry metrics;
    private final TelegramHealth health;

    BotApi(String token, String apiUrl, OkHttpClient http, MeterRegistry metrics) {
        this.bot = new TelegramBot.Builder(token)
                .okHttpClient(http)
                .apiUrl(apiUrl + "/bot")
                .fileApiUrl(apiUrl + "/file/bot")
                .build();
        this.metrics = metrics;
        this.health = new TelegramHealth(metrics);
    }

    /** Executes a request once; «message is not modified» counts as done. */
    <T extends BaseRequest<T, R>, R extends BaseResponse> TelegramResult<R> execute(BaseRequest<T, R> request)
            throws InterruptedException {
        Span span = Traces.begin("telegram " + request.getMethod(), SpanKind.CLIENT);
        TelegramResult<R> result;
        String outcome = "failed";
        try {
            result = call(request);
            outcome = switch (result) {
                case TelegramResult.Success<R> _ -> "ok";
                case TelegramResult.Failure<R> failure -> failure.reason().label();
            };
        } finally {
            Traces.end(span, outcome, !outcome.equals("ok"));
        }
        if (result instanceof TelegramResult.Failure<R>(TelegramFailure.Unavailable _)) {
            health.unanswered();
        } else {
            health.answered();
        }
        metrics.counter("basegram_telegram_requests_total", "method", request.getMethod(), "outcome", outcome)
                .increment();
        return result;
    }

    private <T extends BaseRequest<T, R>, R extends BaseResponse> TelegramResult<R> call(BaseRequest<T, R> request)
            throws InterruptedException {
        try {
            R response = bot.execute(request);
            if (response == null) {
                return unavailable("empty answer");
            }
            return response.isOk() || ResponseClassifier.isNotModified(response)
                    ? new TelegramResult.Success<>(response)
                    : new TelegramResult.Failure<>(ResponseClassifier.classify(response));
        } catch (JsonParseException e) {
            // A front end's HTML page. Its text is not ours to log.
            return unavailable("an answer that is not the Bot API's");
        } catch (RuntimeException e) {
            return afterFailedCall(e.getCause(), e);
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
        return bot.getFullFilePath(file);
    }

    void shutdown() {
        bot.shutdown();
    }
}
