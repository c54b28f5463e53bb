package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.AirtableFailure;
import java.time.Duration;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * What Airtable made of one call; told apart by what the caller has to do next.
 *
 * @param <T> what was asked for
 */
public sealed interface Reply<T> {
    /**
     * It worked.
     *
     * @param value what was asked for
     */
    record Got<T>(T value) implements Reply<T> {}

    /**
     * Airtable refused it, with no effect, and will refuse it again.
     *
     * @param error why
     */
    record Refused<T>(ApiError error) implements Reply<T> {}

    /**
     * Too many calls: no effect; every call to the base has to wait.
     *
     * @param after what {@code Retry-After} said; null where nothing
     */
    record TooMany<T>(@Nullable Duration after) implements Reply<T> {}

    /**
     * The month's calls are used up: no effect, and waiting does not help.
     *
     * @param message Airtable's own
     */
    record Spent<T>(String message) implements Reply<T> {}

    /**
     * No answer, or one that says Airtable itself failed.
     *
     * @param reason such as {@code HTTP 503}
     * @param after what {@code Retry-After} said; null where nothing
     * @param sent whether the call may have had its effect
     */
    record Down<T>(String reason, @Nullable Duration after, boolean sent) implements Reply<T> {}

    /**
     * Airtable said it worked, but not in a way that can be read: the call has had its effect.
     *
     * @param reason what was wrong
     */
    record Garbled<T>(String reason) implements Reply<T> {}

    /**
     * It was not sent, since it is plain that it would be refused.
     *
     * @param failure why
     */
    record Unfit<T>(AirtableFailure failure) implements Reply<T> {}

    /** Returns the same reply about something else. */
    default <R> Reply<R> map(Function<? super T, ? extends R> turn) {
        return switch (this) {
            case Got<T>(T value) -> new Got<>(turn.apply(value));
            case Refused<T>(ApiError error) -> new Refused<>(error);
            case TooMany<T>(Duration after) -> new TooMany<>(after);
            case Spent<T>(String message) -> new Spent<>(message);
            case Down<T> down -> new Down<>(down.reason(), down.after(), down.sent());
            case Garbled<T>(String reason) -> new Garbled<>(reason);
            case Unfit<T>(AirtableFailure failure) -> new Unfit<>(failure);
        };
    }
}
