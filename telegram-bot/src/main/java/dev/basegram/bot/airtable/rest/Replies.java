package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.json.Json;
import java.util.Optional;
import java.util.function.Function;

/** Sorts answers by what the caller has to do next ({@code airtable.com/developers/web/api/errors}). */
final class Replies {
    private static final int TIMEOUT = 408;
    private static final int TOO_MANY = 429;

    private Replies() {}

    static <T> Reply<T> read(HttpAnswer answer, Function<JsonNode, Optional<T>> body) {
        return switch (answer) {
            case HttpAnswer.Came came
            when came.isSuccess() ->
                Json.parse(came.body())
                        .flatMap(body)
                        .<Reply<T>>map(Reply.Got::new)
                        .orElseGet(() -> new Reply.Garbled<>("it is cut, garbled or not what was asked for"));
            case HttpAnswer.Came came -> error(came);
            case HttpAnswer.NotSent(String reason) -> new Reply.Down<>(reason, null, false);
            case HttpAnswer.Lost(String reason) -> new Reply.Down<>(reason, null, true);
            case HttpAnswer.Oversized(long limit, int status) ->
                status < 300
                        ? new Reply.Garbled<>("it is larger than " + limit + " bytes")
                        : new Reply.Down<>("HTTP " + status + " with more than " + limit + " bytes", null, true);
        };
    }

    private static <T> Reply<T> error(HttpAnswer.Came came) {
        int status = came.status();
        ApiError error = ApiError.read(status, came.body());
        if (status == TOO_MANY) {
            return error.type().contains("BILLING")
                    ? new Reply.Spent<>(error.message())
                    : new Reply.TooMany<>(came.after());
        }
        if (status == TIMEOUT || status >= 500) {
            return new Reply.Down<>("HTTP " + status, came.after(), true);
        }
        // A redirect is nothing Airtable sends: something in between answers in its stead.
        return status < 400 ? new Reply.Down<>("HTTP " + status, null, true) : new Reply.Refused<>(error);
    }
}
