package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.AirtableFailure;
import io.smallrye.mutiny.Uni;
import java.util.function.Function;
import java.util.function.Supplier;

/**
 * One call that is ready to leave.
 *
 * @param operation its name in the metrics, such as {@code list}
 * @param safety what may be done when its outcome is unknown
 * @param send sends it, once for each subscription; never fails but for a bug
 */
public record Call<T>(String operation, Safety safety, Supplier<Uni<Reply<T>>> send) {
    /** Returns a call that fails before it leaves. */
    static <T> Call<T> unfit(String operation, AirtableFailure failure) {
        return new Call<>(operation, Safety.READ, () -> Uni.createFrom().item(new Reply.Unfit<>(failure)));
    }

    /** Returns the same call for something made of its answer. */
    public <R> Call<R> map(Function<? super T, ? extends R> turn) {
        return new Call<>(operation, safety, () -> send.get().map(reply -> reply.map(turn)));
    }
}
