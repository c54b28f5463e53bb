package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Lane;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Reply;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/**
 * A call with its place in the queue.
 *
 * <p>The gate's lock guards everything but the reply.
 */
final class Ticket<T> {
    private final Call<T> call;
    private final CompletableFuture<Reply<T>> reply = new CompletableFuture<>();
    private final long queuedAt;
    private Caller caller;
    private long deadline;
    private Runnable expiry = () -> {};
    private Pace.@Nullable Place place;

    Ticket(Caller caller, Call<T> call, long now) {
        this.caller = caller;
        this.call = call;
        this.queuedAt = now;
        this.deadline = now + caller.patience().toNanos();
    }

    Call<T> call() {
        return call;
    }

    CompletableFuture<Reply<T>> reply() {
        return reply;
    }

    String key() {
        return caller.key();
    }

    Lane lane() {
        return caller.lane();
    }

    long queuedAt() {
        return queuedAt;
    }

    long deadline() {
        return deadline;
    }

    void takes(Pace.Place taken) {
        place = taken;
    }

    Pace.@Nullable Place place() {
        return place;
    }

    void expiresBy(Runnable cancelExpiry) {
        expiry = cancelExpiry;
    }

    void keepFromExpiring() {
        expiry.run();
    }

    /** Takes the place of a caller who joins and may go first, or has more patience. */
    void standFor(Caller other, long now) {
        deadline = Math.max(deadline, now + other.patience().toNanos());
        caller = other;
    }
}
