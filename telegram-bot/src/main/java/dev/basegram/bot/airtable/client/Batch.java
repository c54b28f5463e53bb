package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.gate.Flight;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Reply;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.function.BiFunction;
import org.jspecify.annotations.Nullable;

/**
 * Several wants of one table on their way into one call. Open until the call leaves; its repeats carry the same. Thread-safe.
 *
 * @param <I> what goes in
 * @param <O> what comes out for each
 */
final class Batch<I, O> {
    private record Member<I, O>(Caller caller, I item, CompletableFuture<Reply<O>> reply) {}

    private final Table table;
    private final JoinRules rules;
    private final BiFunction<Table, List<I>, Call<List<O>>> maker;
    private final Flights flights;
    private final Map<Object, Member<I, O>> members = new LinkedHashMap<>();
    private boolean started;
    private @Nullable Call<List<O>> sealed;
    private @Nullable Flight<List<O>> flight;

    Batch(Table table, JoinRules rules, BiFunction<Table, List<I>, Call<List<O>>> maker, Flights flights) {
        this.table = table;
        this.rules = rules;
        this.maker = maker;
        this.flights = flights;
    }

    /** Takes something in; null where it no longer can: it has left, is full, or has the same already. */
    synchronized @Nullable CompletableFuture<Reply<O>> add(Caller caller, Object identity, I item) {
        if (sealed != null) {
            return null;
        }
        Member<I, O> same = members.get(identity);
        if (same != null) {
            return rules.shares() ? same.reply() : null;
        }
        if (members.size() >= rules.most()) {
            return null;
        }
        var member = new Member<>(caller, item, new CompletableFuture<Reply<O>>());
        members.put(identity, member);
        return member.reply();
    }

    synchronized boolean isFull() {
        return members.size() >= rules.most();
    }

    /** Queues the call, once. */
    void start(Caller caller) {
        synchronized (this) {
            if (started) {
                return;
            }
            started = true;
        }
        Call<List<O>> template = maker.apply(table, items());
        var call = new Call<>(
                template.operation(), template.safety(), () -> seal().send().get());
        Flight<List<O>> queued = flights.start(caller, call);
        synchronized (this) {
            flight = queued;
        }
        queued.reply().subscribe().with(this::landed, this::broke);
    }

    /** Lets a caller who joined while it waits speed it up. */
    void hurry(Caller caller) {
        Flight<List<O>> queued;
        synchronized (this) {
            queued = flight;
        }
        if (queued != null) {
            queued.join(caller);
        }
    }

    private synchronized Call<List<O>> seal() {
        if (sealed == null) {
            sealed = maker.apply(table, items());
        }
        return sealed;
    }

    private synchronized List<I> items() {
        return members.values().stream().map(Member::item).toList();
    }

    private synchronized List<Member<I, O>> close() {
        seal();
        return new ArrayList<>(members.values());
    }

    private void landed(Reply<List<O>> reply) {
        List<Member<I, O>> all = close();
        if (reply instanceof Reply.Refused<List<O>> && rules.splits() && all.size() > 1) {
            all.forEach(this::sendSingly);
            return;
        }
        for (int i = 0; i < all.size(); i++) {
            int place = i;
            all.get(i).reply().complete(reply.map(answers -> answers.get(place)));
        }
    }

    private void sendSingly(Member<I, O> member) {
        flights.start(member.caller(), maker.apply(table, List.of(member.item())))
                .reply()
                .subscribe()
                .with(
                        reply -> member.reply().complete(reply.map(List::getFirst)),
                        bug -> member.reply().completeExceptionally(bug));
    }

    private void broke(Throwable bug) {
        close().forEach(member -> member.reply().completeExceptionally(bug));
    }
}
