package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Reply;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Joins what several callers want of one table into one call.
 *
 * <p>The busier the gate, the longer a batch waits and the more goes into it. Thread-safe.
 *
 * @param <I> what goes in
 * @param <O> what comes out for each
 */
final class Joiner<I, O> {
    private final Flights flights;
    private final JoinRules rules;
    private final BiFunction<Table, List<I>, Call<List<O>>> maker;
    private final Map<TableId, Batch<I, O>> open = new HashMap<>();

    /**
     * Creates a joiner.
     *
     * @param maker makes the call for several; its answers come in their order
     */
    Joiner(Flights flights, JoinRules rules, BiFunction<Table, List<I>, Call<List<O>>> maker) {
        this.flights = flights;
        this.rules = rules;
        this.maker = maker;
    }

    /**
     * Wants something; each subscription wants it anew.
     *
     * @param identity what must not be twice in one call, such as a record's id
     */
    Uni<Reply<O>> join(Caller caller, Table table, Object identity, I item) {
        return Uni.createFrom()
                .completionStage(() -> add(caller, table, identity, item).copy());
    }

    private CompletableFuture<Reply<O>> add(Caller caller, Table table, Object identity, I item) {
        Batch<I, O> batch;
        CompletableFuture<Reply<O>> reply;
        boolean fresh = false;
        synchronized (open) {
            batch = open.get(table.id());
            reply = batch == null ? null : batch.add(caller, identity, item);
            if (batch == null || reply == null) {
                batch = new Batch<>(table, rules, maker, flights);
                open.put(table.id(), batch);
                reply = first(batch.add(caller, identity, item));
                fresh = true;
            }
        }
        go(batch, caller, fresh);
        return reply;
    }

    private void go(Batch<I, O> batch, Caller caller, boolean fresh) {
        if (batch.isFull() || (fresh && rules.window().isZero())) {
            batch.start(caller);
        } else if (fresh) {
            flights.later(rules.window(), () -> batch.start(caller));
        }
        if (!fresh) {
            batch.hurry(caller);
        }
    }

    private static <T> T first(@Nullable T reply) {
        if (reply == null) {
            throw new IllegalStateException("an empty batch takes anything");
        }
        return reply;
    }
}
