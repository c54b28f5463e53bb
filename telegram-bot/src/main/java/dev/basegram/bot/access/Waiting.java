package dev.basegram.bot.access;

import dev.basegram.bot.airtable.Answer;
import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;

/** Waits for an answer on a virtual thread, and stops asking when the thread is interrupted. */
final class Waiting {
    private Waiting() {}

    static <T> Answer<T> await(Uni<Answer<T>> asked) throws InterruptedException {
        return finish(start(asked));
    }

    /** Asks, and goes on. */
    static <T> CompletableFuture<Answer<T>> start(Uni<Answer<T>> asked) {
        return asked.subscribeAsCompletionStage();
    }

    static <T> Answer<T> finish(CompletableFuture<Answer<T>> answer) throws InterruptedException {
        try {
            return answer.get();
        } catch (InterruptedException e) {
            answer.cancel(true);
            throw e;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bug in the Airtable client", e.getCause());
        }
    }
}
