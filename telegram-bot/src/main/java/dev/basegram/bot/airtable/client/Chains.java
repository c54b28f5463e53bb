package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.Answer;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;

/** Goes on after a success, and passes a failure by. */
final class Chains {
    private Chains() {}

    static <T, R> Uni<Answer<R>> then(Answer<T> answer, Function<? super T, Uni<Answer<R>>> next) {
        return switch (answer) {
            case Answer.Ok<T>(T value) -> next.apply(value);
            case Answer.Failed<T>(var failure) -> Uni.createFrom().item(Answer.failed(failure));
        };
    }
}
