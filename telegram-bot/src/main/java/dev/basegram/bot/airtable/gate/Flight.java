package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.Safety;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.Scope;
import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * A call with its repeats: three tries at most, with growing pauses, and only where a repeat can do no harm.
 *
 * <p>Others who want the same may join while it is under way. Thread-safe.
 */
public final class Flight<T> {
    private static final int TRIES = 3;
    private static final Duration FIRST_PAUSE = Duration.ofMillis(500);

    private final Gate gate;
    private final GateTimer timer;
    private final RandomGenerator random;
    private final Call<T> call;
    private final CompletableFuture<Reply<T>> landed = new CompletableFuture<>();
    private final long startedAt;
    /** Of who started it; its repeats are started by a timer. */
    private final Context trace = Context.current();

    private Caller caller;
    private @Nullable Ticket<T> ticket;
    private int tries;

    Flight(Gate gate, GateTimer timer, RandomGenerator random, Caller caller, Call<T> call) {
        this.gate = gate;
        this.timer = timer;
        this.random = random;
        this.caller = caller;
        this.call = call;
        this.startedAt = timer.nanos();
    }

    void start() {
        Caller current;
        synchronized (this) {
            tries++;
            current = caller;
        }
        // Queued outside the lock: a call may come back before this returns.
        Ticket<T> queued;
        try (Scope _ = trace.makeCurrent()) {
            queued = gate.queue(current, call);
        }
        synchronized (this) {
            ticket = queued;
        }
        var _ = queued.reply().whenComplete(this::arrived);
    }

    private void arrived(@Nullable Reply<T> reply, @Nullable Throwable bug) {
        if (reply == null) {
            landed.completeExceptionally(bug == null ? new IllegalStateException("no reply") : bug);
            return;
        }
        Duration pause = pauseBeforeRepeat(reply);
        if (pause == null) {
            landed.complete(reply);
        } else {
            Runnable _ = timer.after(pause, this::start);
        }
    }

    private synchronized @Nullable Duration pauseBeforeRepeat(Reply<T> reply) {
        if (tries >= TRIES || !mayRepeat(reply)) {
            return null;
        }
        Duration after = reply instanceof Reply.Down<T> down ? down.after() : null;
        Duration own =
                FIRST_PAUSE.multipliedBy(1L << (tries - 1)).plusMillis(random.nextInt((int) FIRST_PAUSE.toMillis()));
        Duration pause = after != null && after.compareTo(own) > 0 ? after : own;
        Duration spent = Duration.ofNanos(timer.nanos() - startedAt);
        return spent.plus(pause).compareTo(caller.patience()) < 0 ? pause : null;
    }

    private boolean mayRepeat(Reply<T> reply) {
        return switch (reply) {
            case Reply.Down<T> down -> !down.sent() || call.safety() != Safety.ONCE;
            // It had its effect, but what came of it is not known; once more tells.
            case Reply.Garbled<T> _ -> call.safety() == Safety.REPEATABLE;
            default -> false;
        };
    }

    /** Lets another caller share this flight: it goes first if either may go first. */
    public void join(Caller other) {
        Ticket<T> current;
        synchronized (this) {
            if (other.lane().compareTo(caller.lane()) < 0) {
                caller = other;
            }
            current = ticket;
        }
        if (current != null) {
            gate.raise(current, other);
        }
    }

    /** Returns what came of it; never {@link Reply.TooMany} or {@link Reply.Spent}. */
    public Uni<Reply<T>> reply() {
        return Uni.createFrom().completionStage(() -> landed.copy());
    }

    /** Runs something once it has landed, whatever came of it. */
    void whenLanded(Runnable task) {
        var _ = landed.whenComplete((_, _) -> task.run());
    }
}
