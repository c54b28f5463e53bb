package dev.basegram.bot.airtable;

import java.util.Optional;
import java.util.function.Function;

/**
 * What came of asking Airtable: a value, or a failure that callers are expected to handle.
 *
 * @param <T> what was asked for
 */
public sealed interface Answer<T> {
    /**
     * It worked.
     *
     * @param value what was asked for
     */
    record Ok<T>(T value) implements Answer<T> {}

    /**
     * It did not work.
     *
     * @param failure why, for the person and for the operator
     */
    record Failed<T>(AirtableFailure failure) implements Answer<T> {}

    /** Returns a success. */
    static <T> Answer<T> ok(T value) {
        return new Ok<>(value);
    }

    /** Returns a failure. */
    static <T> Answer<T> failed(AirtableFailure failure) {
        return new Failed<>(failure);
    }

    /** Returns the value turned into another, or the same failure. */
    default <R> Answer<R> map(Function<? super T, ? extends R> turn) {
        return switch (this) {
            case Ok<T>(T value) -> new Ok<>(turn.apply(value));
            case Failed<T>(AirtableFailure failure) -> new Failed<>(failure);
        };
    }

    /** Returns what the next step makes of the value, or the same failure. */
    default <R> Answer<R> then(Function<? super T, Answer<R>> next) {
        return switch (this) {
            case Ok<T>(T value) -> next.apply(value);
            case Failed<T>(AirtableFailure failure) -> new Failed<>(failure);
        };
    }

    /** Returns the value, or nothing after a failure. */
    default Optional<T> found() {
        return this instanceof Ok<T>(T value) ? Optional.of(value) : Optional.empty();
    }

    /** Returns the failure, or nothing after a success. */
    default Optional<AirtableFailure> reason() {
        return this instanceof Failed<T>(AirtableFailure failure) ? Optional.of(failure) : Optional.empty();
    }

    /** Tells whether it worked. */
    default boolean isOk() {
        return this instanceof Ok<T>;
    }
}
