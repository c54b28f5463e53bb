package dev.basegram.bot.inbox;

import dev.basegram.bot.inbox.InboxLanes.LeaseLostException;
import dev.basegram.bot.inbox.LaneSteps.After;
import dev.basegram.bot.inbox.LaneSteps.Begun;
import dev.basegram.bot.inbox.LaneSteps.Buried;
import dev.basegram.bot.inbox.LaneSteps.Step;
import dev.basegram.bot.store.StoreUnavailableException;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.WordlessThrowable;
import dev.basegram.common.trace.Traces;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Scope;
import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Serves a lane on a virtual thread: one update after the other, until the lane is empty, pauses, or its turn is over; then the
 * next lane that waits, if one does.
 */
final class LaneWorker implements Runnable {
    private static final Logger LOG = Logger.getLogger(LaneWorker.class);

    private final LaneSupport support;
    private final Step first;
    private volatile String lane;
    private volatile @Nullable Attempt attempt;
    private volatile long leasedAt = System.nanoTime();
    private int served;
    private Duration lastTry = Duration.ZERO;

    LaneWorker(LaneSupport support, Step first) {
        this.support = support;
        this.lane = first.lane();
        this.first = first;
    }

    String lane() {
        return lane;
    }

    /** Returns when the lane's lease was last prolonged, as {@link System#nanoTime}. */
    long leasedAt() {
        return leasedAt;
    }

    void renewedAt(long nanoTime) {
        leasedAt = nanoTime;
    }

    /** Interrupts the handler if it is over its deadline. */
    void cutIfLate(long now) {
        Attempt running = attempt;
        if (running != null) {
            running.cutIfLate(now);
        }
    }

    /** Interrupts the handler: the time to drain is over. */
    void cut() {
        Attempt running = attempt;
        if (running != null) {
            running.cut();
        }
    }

    @Override
    public void run() {
        try {
            Step step = first;
            while (step != null) {
                step = follow(step);
            }
        } catch (LeaseLostException e) {
            LOG.warnf("This process was held up for longer than its lease: %s", e.getMessage());
        }
    }

    private @Nullable Step follow(Step now) {
        if (!now.lane().equals(lane)) {
            lane = now.lane();
            served = 0;
        }
        now.expired().forEach(this::expired);
        return switch (now.after()) {
            case After.Handle(Begun begun) -> handle(begun);
            case After.Tell(Buried buried) -> {
                tell(buried);
                yield persist(buried.update(), handle -> support.steps().goOn(handle, now.lane(), goesOn()));
            }
            case After.Held(IncomingUpdate update) -> {
                tellHeld(update);
                yield null;
            }
            case After.Leave _ -> null;
        };
    }

    private void expired(UpdateHead head) {
        support.metrics().expired(head);
        support.log().ended(head, "expired", Duration.ZERO, 0);
        support.traces().forget(head.updateId());
    }

    private boolean goesOn() {
        return !support.stopping() && served < support.limits().turn();
    }

    private Step handle(Begun begun) {
        served++;
        long start = System.nanoTime();
        HandleOutcome outcome = tracedOutcomeOf(begun);
        lastTry = Duration.ofNanos(System.nanoTime() - start);
        support.metrics().handled(begun.update().head().kind(), label(outcome), lastTry);
        return conclude(begun, outcome);
    }

    private static String label(HandleOutcome outcome) {
        return switch (outcome) {
            case HandleOutcome.Done _ -> "done";
            case HandleOutcome.TryAgain _ -> "try_again";
            case HandleOutcome.Refused _ -> "refused";
        };
    }

    /** What the handler calls, on this thread, becomes part of the update's trace. */
    private HandleOutcome tracedOutcomeOf(Begun begun) {
        Span span = support.traces().handling(begun.update());
        try (Scope _ = span.makeCurrent()) {
            HandleOutcome outcome = outcomeOf(begun);
            Traces.end(span, label(outcome), !(outcome instanceof HandleOutcome.Done));
            return outcome;
        }
    }

    private HandleOutcome outcomeOf(Begun begun) {
        var running =
                new Attempt(System.nanoTime() + support.limits().deadline().toNanos());
        attempt = running;
        try {
            return running.run(() -> support.handler().handle(begun.update()));
        } catch (StoreUnavailableException e) {
            return new HandleOutcome.TryAgain("the store could not be read", null);
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            return running.wasCut() ? cutShort(begun) : bug(begun, e);
        } finally {
            attempt = null;
        }
    }

    private HandleOutcome cutShort(Begun begun) {
        String reason =
                "not done within %d s".formatted(support.limits().deadline().toSeconds());
        boolean hopeless = !support.stopping() && begun.update().attempt() >= InboxLimits.MAX_DEADLINES;
        return hopeless
                ? new HandleOutcome.Refused(
                        reason + " in %d tries".formatted(begun.update().attempt()))
                : new HandleOutcome.TryAgain(reason, null);
    }

    private static HandleOutcome bug(Begun begun, Throwable e) {
        // The message may quote what a person wrote; the class and the place do not.
        LOG.errorf(WordlessThrowable.of(e), "Update %d cannot be handled", id(begun.update()));
        StackTraceElement[] trace = e.getStackTrace();
        String place =
                trace.length == 0 ? "" : " at %s:%d".formatted(trace[0].getClassName(), trace[0].getLineNumber());
        return new HandleOutcome.Refused("%s%s".formatted(e.getClass().getSimpleName(), place));
    }

    private Step conclude(Begun begun, HandleOutcome outcome) {
        try {
            return switch (outcome) {
                case HandleOutcome.Done(var writes) -> {
                    Step next =
                            persist(begun.update(), handle -> support.steps().done(handle, begun, writes, goesOn()));
                    ended(begun.update(), "done");
                    yield next;
                }
                case HandleOutcome.Refused(String reason) -> refuse(begun, reason);
                case HandleOutcome.TryAgain again -> putOff(begun, again);
            };
        } catch (LeaseLostException e) {
            throw e;
        } catch (RuntimeException e) {
            if (!(outcome instanceof HandleOutcome.Done) || e instanceof StoreUnavailableException) {
                throw e;
            }
            // A database quotes the value that it refuses.
            LOG.errorf(WordlessThrowable.of(e), "What update %d led to cannot be saved", id(begun.update()));
            return refuse(begun, "its result cannot be saved: " + e.getClass().getSimpleName());
        }
    }

    private void ended(IncomingUpdate update, String outcome) {
        support.log().ended(update.head(), outcome, lastTry, update.attempt());
        support.traces().forget(id(update));
        lastTry = Duration.ZERO;
    }

    private Step refuse(Begun begun, String reason) {
        return persist(begun.update(), handle -> support.steps().refused(handle, begun, Reasons.clean(reason)));
    }

    private Step putOff(Begun begun, HandleOutcome.TryAgain again) {
        if (support.stopping() && again.after() == null) {
            return persist(begun.update(), handle -> support.steps().putBack(handle, begun));
        }
        Duration pause = Pauses.after(begun.update().attempt(), again.after());
        String reason = Reasons.clean(again.reason());
        LOG.infof("Update %d is tried again in %.1f s: %s", id(begun.update()), pause.toMillis() / 1000.0, reason);
        lastTry = Duration.ZERO;
        return persist(begun.update(), handle -> support.steps().tryAgain(handle, begun, reason, pause));
    }

    /** Writes until it is on disk: what the handler did has happened, so forgetting it would do it twice. */
    private Step persist(IncomingUpdate update, LaneSupport.StepWrite write) {
        for (int tries = 1; ; tries++) {
            try {
                Step next = support.write(write);
                leasedAt = System.nanoTime();
                return next;
            } catch (StoreUnavailableException e) {
                if (support.stopped()) {
                    throw e;
                }
                if (tries == 1) {
                    LOG.errorf("The end of update %d waits for the store: %s", id(update), e.getMessage());
                }
                LockSupport.parkNanos(Math.min(5_000, 100L * tries) * 1_000_000);
            }
        }
    }

    private static long id(IncomingUpdate update) {
        return update.head().updateId();
    }

    private void tell(Buried buried) {
        ended(buried.update(), "refused");
        LOG.warnf("Update %d is a dead letter now: %s", id(buried.update()), buried.reference());
        var running =
                new Attempt(System.nanoTime() + support.limits().deadline().toNanos());
        attempt = running;
        try {
            running.run(() -> {
                support.handler().tellRefused(buried.update(), buried.reference());
                return buried;
            });
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            LOG.warnf(
                    WordlessThrowable.of(e), "The person behind dead letter %s could not be told", buried.reference());
        } finally {
            attempt = null;
        }
    }

    private void tellHeld(IncomingUpdate update) {
        var running =
                new Attempt(System.nanoTime() + support.limits().deadline().toNanos());
        attempt = running;
        try {
            running.run(() -> {
                support.handler().tellHeld(update);
                return update;
            });
        } catch (Exception | LinkageError | StackOverflowError | AssertionError e) {
            LOG.warnf(
                    "A person could not be told that the bot is paused: %s",
                    e.getClass().getSimpleName());
        } finally {
            attempt = null;
        }
    }
}
