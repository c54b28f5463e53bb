package dev.basegram.bot.airtable.client;

import io.smallrye.mutiny.Uni;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** One after the other for one thing, all at once for different things. Thread-safe; holds no thread while waiting. */
final class Serial<K> {
    private final ConcurrentHashMap<K, CompletableFuture<Void>> tails = new ConcurrentHashMap<>();

    <T> Uni<T> run(K key, Supplier<Uni<T>> work) {
        return Uni.createFrom().deferred(() -> {
            var mine = new CompletableFuture<Void>();
            CompletableFuture<Void> before = tails.put(key, mine);
            Uni<Void> turn = before == null
                    ? Uni.createFrom().voidItem()
                    : Uni.createFrom().completionStage(before::copy);
            return turn.chain(work::get).onTermination().invoke(() -> {
                tails.remove(key, mine);
                if (before == null || before.isDone()) {
                    mine.complete(null);
                } else {
                    // Given up while waiting: those behind still wait for those before.
                    var _ = before.whenComplete((_, _) -> mine.complete(null));
                }
            });
        });
    }
}
