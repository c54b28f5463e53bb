package dev.basegram.bot.telegram;

import java.util.function.Function;

/** What came of a call to the Bot API. */
public sealed interface TelegramResult<T> {
    /** It was done. */
    record Success<T>(T value) implements TelegramResult<T> {}

    /** It was not, or nobody knows. */
    record Failure<T>(TelegramFailure reason) implements TelegramResult<T> {}

    /** Turns the value of a success into another. */
    default <U> TelegramResult<U> map(Function<? super T, ? extends U> f) {
        return switch (this) {
            case Success<T> success -> new Success<>(f.apply(success.value()));
            case Failure<T> failure -> new Failure<>(failure.reason());
        };
    }

    /** Turns the value of a success into another result. */
    default <U> TelegramResult<U> flatMap(Function<? super T, TelegramResult<U>> f) {
        return switch (this) {
            case Success<T> success -> f.apply(success.value());
            case Failure<T> failure -> new Failure<>(failure.reason());
        };
    }
}
