package dev.basegram.bot.telegram;

import java.time.Duration;

/** Why the Bot API did not do what it was asked; none of these is a bug of ours except {@link BadRequest}. */
public sealed interface TelegramFailure {
    /** Returns the value of the metric label {@code outcome}. */
    String label();

    /** Too many requests in this chat: not before the pause has passed. */
    record TooManyRequests(Duration retryAfter) implements TelegramFailure {
        @Override
        public String label() {
            return "too_many_requests";
        }
    }

    /** The person blocked the bot, deleted their account, or the bot was removed from the group. */
    record Unreachable(String description) implements TelegramFailure {
        @Override
        public String label() {
            return "forbidden";
        }
    }

    /** The message to edit or delete is no longer there, or can no longer be changed. */
    record MessageGone() implements TelegramFailure {
        @Override
        public String label() {
            return "message_gone";
        }
    }

    /** The press waited too long to be answered; the person sees nothing of it. */
    record PressTooOld() implements TelegramFailure {
        @Override
        public String label() {
            return "press_too_old";
        }
    }

    /** The markup was refused; the same text goes through as plain text. */
    record UnparsableEntities() implements TelegramFailure {
        @Override
        public String label() {
            return "unparsable_entities";
        }
    }

    /** The group became a supergroup under another id. */
    record ChatMigrated(long newChatId) implements TelegramFailure {
        @Override
        public String label() {
            return "chat_migrated";
        }
    }

    /** The bot's token is wrong or was revoked. */
    record Unauthorized() implements TelegramFailure {
        @Override
        public String label() {
            return "unauthorized";
        }
    }

    /** Any other refusal: repeating changes nothing. */
    record BadRequest(int code, String description) implements TelegramFailure {
        @Override
        public String label() {
            return "bad_request";
        }
    }

    /** No answer, a 5xx, or an answer that is not the Bot API's: it may or may not have been done. */
    record Unavailable(String reason) implements TelegramFailure {
        @Override
        public String label() {
            return "unavailable";
        }
    }
}
