package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.airtable.GateState.Reason;
import dev.basegram.bot.airtable.Lane;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.common.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Lets calls out one after the other, and answers for those that cannot leave in time.
 *
 * <p>A call that got a 429 goes back to the head of the queue, whatever it does: a rejected call had no effect. Every other reply
 * goes to the caller. Thread-safe; replies arrive on the thread that brought them.
 */
public final class Gate {
    private static final int MOST_WAITING = 500;
    private static final int MOST_WAITING_OF_ONE = 30;

    private final ReentrantLock lock = new ReentrantLock();
    private final Turns turns = new Turns();
    private final Pace pace = new Pace();
    private final Holds holds;
    private final GateTimer timer;
    private final Clock clock;
    private final CallCounter counter;
    private final GateMeter meter;
    private @Nullable Runnable cancelWake;
    private long wakeAt = Long.MAX_VALUE;

    /** Creates a gate that is open. */
    public Gate(GateTimer timer, Clock clock, RandomGenerator random, CallCounter counter, GateMeter meter) {
        this.timer = timer;
        this.clock = clock;
        this.holds = new Holds(random);
        this.counter = counter;
        this.meter = meter;
    }

    /**
     * Queues a call when subscribed to; each subscription is a call of its own. The reply is never {@link Reply.TooMany} or {@link
     * Reply.Spent}: what the gate itself refuses comes as {@link Reply.Unfit}.
     */
    public <T> Uni<Reply<T>> pass(Caller caller, Call<T> call) {
        return Uni.createFrom().completionStage(() -> queue(caller, call).reply());
    }

    <T> Ticket<T> queue(Caller caller, Call<T> call) {
        long now = timer.nanos();
        var ticket = new Ticket<>(caller, call, now);
        traced(ticket);
        AirtableFailure refusal;
        lock.lock();
        try {
            refusal = refusal(ticket, now);
            if (refusal == null) {
                turns.add(ticket);
                ticket.expiresBy(timer.after(caller.patience(), () -> expire(ticket)));
            }
        } finally {
            lock.unlock();
        }
        if (refusal != null) {
            ticket.reply().complete(new Reply.Unfit<>(refusal));
        } else {
            pump();
        }
        return ticket;
    }

    /** The span of a call lasts from its place in the queue to its reply. */
    private static void traced(Ticket<?> ticket) {
        Span span = Traces.begin("airtable " + ticket.call().operation(), SpanKind.CLIENT);
        if (span.isRecording()) {
            var _ = ticket.reply().whenComplete((reply, bug) -> {
                String outcome = reply == null ? "failed" : MicrometerGateMeter.outcome(reply);
                Traces.end(span, outcome, !outcome.equals("ok"));
            });
        }
    }

    private @Nullable AirtableFailure refusal(Ticket<?> ticket, long now) {
        int waiting = turns.waiting(Lane.INTERACTIVE) + turns.waiting(Lane.BACKGROUND);
        if (waiting >= MOST_WAITING) {
            return new AirtableFailure.Busy(waiting, "The queue is full");
        }
        if (turns.waitingOf(ticket.lane(), ticket.key()) >= MOST_WAITING_OF_ONE) {
            return new AirtableFailure.Busy(waiting, "One caller has too many calls in the queue");
        }
        if (ticket.lane() == Lane.BACKGROUND && counter.budget().level() == CallBudget.Level.SPENT) {
            return new AirtableFailure.MonthlyCallsSpent("");
        }
        return holds.delay(now) == 0 || holds.isProbing() ? null : held(ticket, now);
    }

    /** Returns why a call that has to wait out a hold fails rather than wait; null where it waits. */
    private @Nullable AirtableFailure held(Ticket<?> ticket, long now) {
        Reason reason = holds.reason();
        if (reason == null) {
            return null;
        }
        Duration pause = Duration.ofNanos(Math.max(0, holds.until() - now));
        return switch (reason) {
            case MONTHLY_CALLS -> new AirtableFailure.MonthlyCallsSpent(holds.lastTrouble());
            case UNREACHABLE -> new AirtableFailure.Unavailable(holds.lastTrouble(), pause);
            case RATE_LIMIT ->
                ticket.deadline() >= holds.until()
                        ? null
                        : new AirtableFailure.RateLimited(clock.instant().plus(pause), pause);
        };
    }

    /** Lets a call that waits take the place of a caller who may go first or has more patience; too late does nothing. */
    <T> void raise(Ticket<T> ticket, Caller caller) {
        lock.lock();
        try {
            long now = timer.nanos();
            boolean goesFirst = caller.lane().compareTo(ticket.lane()) < 0;
            boolean waitsLonger = now + caller.patience().toNanos() > ticket.deadline();
            if ((goesFirst || (waitsLonger && caller.lane() == ticket.lane())) && turns.remove(ticket)) {
                ticket.keepFromExpiring();
                ticket.standFor(caller, now);
                turns.add(ticket);
                ticket.expiresBy(timer.after(Duration.ofNanos(ticket.deadline() - now), () -> expire(ticket)));
            }
        } finally {
            lock.unlock();
        }
    }

    private void expire(Ticket<?> ticket) {
        int waiting;
        lock.lock();
        try {
            if (!turns.remove(ticket)) {
                return;
            }
            waiting = turns.waiting(Lane.INTERACTIVE) + turns.waiting(Lane.BACKGROUND);
        } finally {
            lock.unlock();
        }
        ticket.reply().complete(new Reply.Unfit<>(new AirtableFailure.Busy(waiting, "A call waited too long")));
    }

    /** Lets out what may leave now, and sees to it that it is called again when the next may. */
    private void pump() {
        for (Optional<Ticket<?>> ticket = takeNext(); ticket.isPresent(); ticket = takeNext()) {
            send(ticket.get());
        }
    }

    private Optional<Ticket<?>> takeNext() {
        lock.lock();
        try {
            if (turns.isEmpty()) {
                return Optional.empty();
            }
            long now = timer.nanos();
            long delay = Math.max(holds.delay(now), pace.delay(now));
            if (delay > 0) {
                wakeIn(delay, now);
                return Optional.empty();
            }
            Optional<Ticket<?>> next = turns.next();
            next.ifPresent(ticket -> leaves(ticket, now));
            return next;
        } finally {
            lock.unlock();
        }
    }

    private void leaves(Ticket<?> ticket, long now) {
        ticket.keepFromExpiring();
        ticket.takes(pace.leaves(now));
        holds.leaves(ticket);
        counter.leaves();
        meter.left(Duration.ofNanos(now - ticket.queuedAt()));
    }

    private void wakeIn(long delay, long now) {
        if (delay == Long.MAX_VALUE || (cancelWake != null && wakeAt <= now + delay && wakeAt > now)) {
            return;
        }
        if (cancelWake != null) {
            cancelWake.run();
        }
        wakeAt = now + delay;
        cancelWake = timer.after(Duration.ofNanos(delay), this::pump);
    }

    private <T> void send(Ticket<T> ticket) {
        ticket.call().send().get().subscribe().with(reply -> arrived(ticket, reply), bug -> {
            settle(ticket, new Reply.Down<T>("a bug of ours", null, true));
            ticket.reply().completeExceptionally(bug);
            pump();
        });
    }

    private <T> void arrived(Ticket<T> ticket, Reply<T> reply) {
        meter.answered(ticket.call().operation(), reply);
        Runnable tell = settle(ticket, reply);
        tell.run();
        pump();
    }

    /** Draws the consequences of a reply for the queue, and returns what is to be told to whom once the lock is free. */
    private <T> Runnable settle(Ticket<T> ticket, Reply<T> reply) {
        lock.lock();
        try {
            long now = timer.nanos();
            Pace.Place place = ticket.place();
            if (place != null) {
                pace.answered(place, now);
            }
            boolean held = holds.learn(ticket, reply, now);
            AirtableFailure own = held ? held(ticket, now) : null;
            boolean goesBack = reply instanceof Reply.TooMany<T> && own == null;
            if (goesBack) {
                turns.giveBack(ticket);
                ticket.expiresBy(
                        timer.after(Duration.ofNanos(Math.max(1, ticket.deadline() - now)), () -> expire(ticket)));
            }
            List<Runnable> others = held ? failWaiting(now) : List.of();
            Reply<T> told = reply instanceof Reply.TooMany<T> || reply instanceof Reply.Spent<T>
                    ? new Reply.Unfit<>(own == null ? new AirtableFailure.Busy(0, "never told") : own)
                    : reply;
            return () -> {
                others.forEach(Runnable::run);
                if (!goesBack) {
                    ticket.reply().complete(told);
                }
            };
        } finally {
            lock.unlock();
        }
    }

    private List<Runnable> failWaiting(long now) {
        return turns.removeAll(waiting -> held(waiting, now) != null).stream()
                .<Runnable>map(waiting -> {
                    waiting.keepFromExpiring();
                    AirtableFailure failure = held(waiting, now);
                    return () -> fail(waiting, failure);
                })
                .toList();
    }

    private static void fail(Ticket<?> ticket, @Nullable AirtableFailure failure) {
        if (failure != null) {
            ticket.reply().complete(new Reply.Unfit<>(failure));
        }
    }

    /** Returns whether calls leave. */
    public GateState state() {
        lock.lock();
        try {
            return holds.state(timer.nanos(), clock.instant());
        } finally {
            lock.unlock();
        }
    }

    /** Returns how many calls wait in a lane. */
    public int waiting(Lane lane) {
        lock.lock();
        try {
            return turns.waiting(lane);
        } finally {
            lock.unlock();
        }
    }
}
