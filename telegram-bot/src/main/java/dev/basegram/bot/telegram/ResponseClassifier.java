package dev.basegram.bot.telegram;

import com.pengrad.telegrambot.model.ResponseParameters;
import com.pengrad.telegrambot.response.BaseResponse;
import java.time.Duration;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Tells what an unsuccessful answer means. The texts are those of tdlib/telegram-bot-api, Client.cpp; they are matched by
 * their stable part, since the Bot API has no finer code than 400.
 */
final class ResponseClassifier {
    private static final Duration DEFAULT_PAUSE = Duration.ofSeconds(5);

    private ResponseClassifier() {}

    static boolean isNotModified(BaseResponse response) {
        return response.errorCode() == 400 && text(response).contains("message is not modified");
    }

    static TelegramFailure classify(BaseResponse response) {
        ResponseParameters parameters = response.parameters();
        Long migratedTo = parameters == null ? null : parameters.migrateToChatId();
        if (migratedTo != null) {
            return new TelegramFailure.ChatMigrated(migratedTo);
        }
        return switch (response.errorCode()) {
            case 429 -> new TelegramFailure.TooManyRequests(pause(parameters));
            case 403 -> new TelegramFailure.Unreachable(text(response));
            case 401, 404 -> new TelegramFailure.Unauthorized();
            case 400 -> badRequest(text(response));
            default ->
                response.errorCode() >= 500
                        ? new TelegramFailure.Unavailable("status " + response.errorCode())
                        : new TelegramFailure.BadRequest(response.errorCode(), text(response));
        };
    }

    private static TelegramFailure badRequest(String text) {
        if (text.contains("query is too old") || text.contains("query id is invalid")) {
            return new TelegramFailure.PressTooOld();
        }
        if (text.contains("can't parse entities")) {
            return new TelegramFailure.UnparsableEntities();
        }
        if (text.contains("message to edit not found")
                || text.contains("message to delete not found")
                || text.contains("message can't be edited")
                || text.contains("message can't be deleted")
                || text.contains("message_id_invalid")
                || text.contains("there is no text in the message to edit")) {
            return new TelegramFailure.MessageGone();
        }
        if (text.contains("chat not found") || text.contains("user not found")) {
            return new TelegramFailure.Unreachable(text);
        }
        return new TelegramFailure.BadRequest(400, text);
    }

    private static Duration pause(@Nullable ResponseParameters parameters) {
        Integer seconds = parameters == null ? null : parameters.retryAfter();
        return seconds == null || seconds < 1 ? DEFAULT_PAUSE : Duration.ofSeconds(seconds);
    }

    private static String text(BaseResponse response) {
        String description = response.description();
        return description == null ? "" : description.toLowerCase(Locale.ROOT);
    }
}
