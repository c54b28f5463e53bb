package dev.basegram.bot.ingress;

import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of calling a method of the Bot API. */
sealed interface BotApiAnswer {
    /**
     * {@code "ok":true}.
     *
     * @param result the raw bytes of the result; of its elements, each alone, when it is an array
     * @param whole false when the answer broke off or became unreadable behind these elements
     */
    record Ok(List<byte[]> result, boolean whole) implements BotApiAnswer {}

    /**
     * {@code "ok":false}.
     *
     * @param retryAfter how long Telegram asks us to wait; null when it does not say
     */
    record Refused(int code, String description, @Nullable Duration retryAfter) implements BotApiAnswer {}

    /** An answer that is none of the Bot API's: HTML of a front end, nothing at all, half of one. */
    record Unreadable(int status, String what) implements BotApiAnswer {}

    /** No answer: refused, reset, too late. */
    record Unreachable(String what) implements BotApiAnswer {}

    /** Returns what to tell an operator about an answer that is no success. */
    default String problem() {
        return switch (this) {
            case Ok _ -> "";
            case Refused(int code, String description, var _) -> code + " " + description;
            case Unreadable(int status, String what) -> "HTTP %d, %s".formatted(status, what);
            case Unreachable(String what) -> what;
        };
    }
}
