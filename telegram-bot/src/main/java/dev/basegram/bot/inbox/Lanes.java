package dev.basegram.bot.inbox;

import dev.basegram.bot.inbox.LaneSteps.After;
import dev.basegram.bot.inbox.LaneSteps.Begun;
import dev.basegram.bot.inbox.LaneSteps.Step;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.StoreUnavailableException;
import dev.basegram.common.UpdateLog;
import dev.basegram.common.WordlessThrowable;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import org.jboss.logging.Logger;
import org.jdbi.v3.core.Handle;

/**
 * Serves lanes: those that come fresh from an accept at once, those that wait on disk as places become free, the longest
 * waiting first. A worker that leaves a lane claims the next one in the same commit; the claimer fills places that are idle.
 *
 * <p>Memory holds one update for each served lane and nothing of the rest, however many wait.
 */
final class Lanes implements LaneSupport {
    private static final Logger LOG = Logger.getLogger(Lanes.class);
    private static final int CLAIMED_AT_ONCE = 32;
    /** How soon a lane is seen whose pause has ended, or that another process left. */
    private static final Duration LOOK_EVERY = Duration.ofMillis(500);

    private final Database database;
    private final UpdateHandler handler;
    private final LaneSteps steps;
    private final InboxLanes table;
    private final Holding holding;
    private final InboxLimits limits;
    private final InboxMetrics metrics;
    private final UpdateLog log;
    private final UpdateTraces traces;
    private final Clock clock;
    private final Semaphore places;
    private final Semaphore wake = new Semaphore(0);
    private final Set<LaneWorker> busy = ConcurrentHashMap.newKeySet();
    private volatile boolean backlog = true;
    private volatile boolean stopping;
    private volatile boolean stopped;

    Lanes(
            Database database,
            UpdateHandler handler,
            LaneSteps steps,
            InboxLanes table,
            Holding holding,
            InboxLimits limits,
            InboxMetrics metrics,
            UpdateLog log,
            UpdateTraces traces,
            Clock clock) {
        this.database = database;
        this.handler = handler;
        this.steps = steps;
        this.table = table;
        this.holding = holding;
        this.limits = limits;
        this.metrics = metrics;
        this.log = log;
        this.traces = traces;
        this.clock = clock;
        this.places = new Semaphore(limits.lanes());
    }

    /** Takes up what predecessors left and begins to serve. */
    void start() {
        if (database.engine() == Engine.SQLITE) {
            database.writeNow(handle -> table.releaseOfPredecessors(handle, clock.millis()));
        }
        Thread.ofVirtual().name("lane-claimer").start(this::claimWhileRunning);
        Thread.ofPlatform().name("lane-keeper").daemon().start(this::keepWhileRunning);
    }

    /** Reserves a place for a lane that may come fresh; false while others wait on disk, since they were first. */
    boolean reserve() {
        return !backlog && !stopping && holding.now().isEmpty() && places.tryAcquire();
    }

    boolean servesFresh() {
        return !backlog && !stopping;
    }

    void cancelReservation() {
        places.release();
    }

    /** Serves a lane that an accept has claimed in a reserved place. */
    void serve(Begun begun) {
        serve(new Step(begun.lane(), new After.Handle(begun), List.of()));
    }

    /** Notes that a lane waits on disk. */
    void waits() {
        backlog = true;
        wake.release();
    }

    private void serve(Step first) {
        var worker = new LaneWorker(this, first);
        busy.add(worker);
        Thread.ofVirtual().name("lane").start(() -> {
            try {
                worker.run();
            } catch (RuntimeException e) {
                LOG.error("A lane stopped and is begun again", WordlessThrowable.of(e));
                release(worker.lane());
            } finally {
                busy.remove(worker);
                places.release();
                if (backlog) {
                    wake.release();
                }
            }
        });
    }

    /** Gives back a lane whose worker failed; claims pass over lanes that are ours. */
    private void release(String lane) {
        while (!stopped) {
            try {
                database.writeNow(handle -> table.giveUp(handle, lane, clock.millis() + 1_000));
                return;
            } catch (StoreUnavailableException e) {
                LOG.debugf("A lane is not given back yet: %s", e.getMessage());
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            }
        }
    }

    private void claimWhileRunning() {
        while (!stopping) {
            try {
                boolean more = claim();
                backlog = more;
                if (!more || places.availablePermits() == 0) {
                    var _ = wake.tryAcquire(LOOK_EVERY.toMillis(), TimeUnit.MILLISECONDS);
                }
                wake.drainPermits();
            } catch (StoreUnavailableException e) {
                LOG.warnf("Lanes that wait are not claimed: %s", e.getMessage());
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            } catch (RuntimeException e) {
                LOG.error("Lanes that wait cannot be claimed", e);
                LockSupport.parkNanos(LOOK_EVERY.toNanos());
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    /** Claims as many lanes as there are places; returns whether more may wait. */
    private boolean claim() {
        int most = Math.min(places.availablePermits(), CLAIMED_AT_ONCE);
        if (most == 0) {
            return backlog;
        }
        if (!database.read(handle -> table.anyDue(handle, clock.millis()))) {
            return false;
        }
        if (!places.tryAcquire(most)) {
            // Fresh lanes took a place meanwhile: look again at once.
            return true;
        }
        int served = 0;
        try {
            var claimed = new AtomicReference<List<Step>>(List.of());
            database.writeNow(handle -> claimed.set(steps.claim(handle, most)));
            List<Step> lanes = Objects.requireNonNull(claimed.get());
            served = lanes.size();
            lanes.forEach(this::serve);
        } finally {
            places.release(most - served);
        }
        return served == most;
    }

    /** Cuts handlers short that are over their deadline, and keeps the leases of those that are not. */
    private void keepWhileRunning() {
        while (!stopped) {
            long now = System.nanoTime();
            busy.forEach(worker -> worker.cutIfLate(now));
            long renewBefore = now - limits.lease().toNanos() / 3;
            List<LaneWorker> aged = busy.stream()
                    .filter(worker -> worker.leasedAt() - renewBefore < 0)
                    .toList();
            if (!aged.isEmpty()) {
                renew(aged, now);
            }
            LockSupport.parkNanos(200_000_000);
        }
    }

    private void renew(List<LaneWorker> aged, long now) {
        long leaseEnd = clock.millis() + limits.lease().toMillis();
        aged.forEach(worker -> worker.renewedAt(now));
        database.write(handle -> aged.forEach(worker -> table.renew(handle, worker.lane(), leaseEnd)))
                .subscribe()
                .with(_ -> {}, failure -> LOG.debugf("Leases are not renewed: %s", failure.getMessage()));
    }

    /**
     * Begins no further update and waits for those that run; what does not end in time is interrupted and put back.
     *
     * @return whether all ended by themselves
     */
    boolean drain(Duration patience) {
        stopping = true;
        wake.release();
        boolean ended = allPlaces(patience);
        if (!ended) {
            LOG.warnf("%d updates were not handled in time; they are handled again after the next start", busy.size());
            busy.forEach(LaneWorker::cut);
            var _ = allPlaces(Duration.ofSeconds(2));
        }
        stopped = true;
        try {
            database.writeNow(handle -> table.releaseOwn(handle, clock.millis()));
        } catch (StoreUnavailableException e) {
            LOG.warnf("Leases end by themselves: %s", e.getMessage());
        }
        return ended;
    }

    private boolean allPlaces(Duration patience) {
        try {
            return places.tryAcquire(limits.lanes(), patience.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    @Override
    public Step write(StepWrite write) {
        var step = new AtomicReference<Step>();
        database.writeSoon(handle -> step.set(orNextLane(handle, write.on(handle))));
        return Objects.requireNonNull(step.get());
    }

    private Step orNextLane(Handle handle, Step step) {
        if (!(step.after() instanceof After.Leave) || !backlog || stopping) {
            return step;
        }
        return steps.claim(handle, 1).stream()
                .findFirst()
                .map(next -> next.alsoExpired(step.expired()))
                .orElse(step);
    }

    int busyLanes() {
        return limits.lanes() - places.availablePermits();
    }

    @Override
    public UpdateHandler handler() {
        return handler;
    }

    @Override
    public LaneSteps steps() {
        return steps;
    }

    @Override
    public InboxLimits limits() {
        return limits;
    }

    @Override
    public InboxMetrics metrics() {
        return metrics;
    }

    @Override
    public UpdateLog log() {
        return log;
    }

    @Override
    public UpdateTraces traces() {
        return traces;
    }

    @Override
    public boolean stopping() {
        return stopping;
    }

    @Override
    public boolean stopped() {
        return stopped;
    }
}
