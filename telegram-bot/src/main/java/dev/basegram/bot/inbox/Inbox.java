package dev.basegram.bot.inbox;

import dev.basegram.bot.inbox.AcceptWrite.Stored;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreUnavailableException;
import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateLog;
import dev.basegram.common.UpdateReader;
import dev.basegram.common.trace.Traces;
import io.micrometer.core.instrument.MeterRegistry;
import io.opentelemetry.api.trace.Span;
import io.opentelemetry.context.Context;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Takes updates durably and hands each to the handler once, lane by lane.
 *
 * <p>Thread-safe. Both ingress roads end here, so an update that comes by both is one.
 */
public final class Inbox {
    private final Database database;
    private final InboxTables tables;
    private final InboxLimits limits;
    private final InboxMetrics metrics;
    private final Lanes lanes;
    private final DeadLetters deadLetters;
    private final Housekeeping housekeeping;
    private final Holding holding;
    private final Clock clock;
    private final UpdateLog log;
    private final UpdateTraces traces = new UpdateTraces();
    private final AtomicLong acceptingBytes = new AtomicLong();
    private volatile boolean started;

    /** Creates the inbox of one bot; {@link #start} begins to serve. */
    public Inbox(
            Database database,
            long botId,
            UpdateHandler handler,
            Clock clock,
            InboxLimits limits,
            MeterRegistry registry,
            UpdateLog log) {
        this.database = database;
        this.tables = InboxTables.of(botId, UUID.randomUUID().toString(), database.engine());
        this.limits = limits;
        this.metrics = new InboxMetrics(registry);
        this.clock = clock;
        this.log = log;
        this.holding = new Holding(database, tables.lanes(), botId, clock);
        var steps = new LaneSteps(tables.lanes(), tables.waiting(), tables.deadLetters(), holding, limits, clock);
        this.lanes = new Lanes(database, handler, steps, tables.lanes(), holding, limits, metrics, log, traces, clock);
        this.deadLetters = new DeadLetters(database, tables, lanes, clock);
        this.housekeeping = new Housekeeping(database, tables, holding, metrics, clock);
        metrics.gauge(
                "basegram_inbox_held", "1 while updates are held back on purpose", () -> held().isPresent() ? 1 : 0);
        metrics.gauge("basegram_inbox_lanes_busy", "Lanes being served now", lanes::busyLanes);
    }

    /** Takes up what is on disk and begins to serve lanes; blocks until that is sure. */
    public void start() {
        holding.look();
        lanes.start();
        housekeeping.start();
        started = true;
    }

    /**
     * Begins no further update and waits for those that run; accepts go on being taken, for the next start to handle.
     *
     * @return whether all ended within the time given
     */
    public boolean drain(Duration patience) {
        housekeeping.stop();
        return lanes.drain(patience);
    }

    /**
     * Takes one raw update; may be called on an event loop.
     *
     * <p>The result comes after the commit that stored the bytes as they are. The Uni never fails. Updates offered one after
     * the other are stored in this order.
     *
     * @param raw the bytes as Telegram sent them; not to be changed afterwards
     */
    public Uni<AcceptResult> accept(byte[] raw, Source source) {
        return accept(raw, source, Context.root());
    }

    /**
     * Takes one raw update as {@link #accept(byte[], Source)} does, within a trace.
     *
     * @param trace what this is a part of
     */
    public Uni<AcceptResult> accept(byte[] raw, Source source, Context trace) {
        return Uni.createFrom().deferred(() -> {
            if (acceptingBytes.addAndGet(raw.length) > limits.acceptBytes() + raw.length) {
                acceptingBytes.addAndGet(-raw.length);
                return Uni.createFrom()
                        .<AcceptResult>item(
                                new AcceptResult.StoreUnavailable("too many updates wait for their commit"));
            }
            Uni<AcceptResult> stored = switch (UpdateReader.read(raw)) {
                case UpdateReader.Result.Valid(UpdateHead head) -> traced(head, raw, source, trace);
                case UpdateReader.Result.Malformed(String reason) -> deadLetters.buryMalformed(raw, reason);
            };
            return stored.onTermination()
                    .invoke(() -> acceptingBytes.addAndGet(-raw.length))
                    .onItem()
                    .invoke(result -> metrics.accepted(source, label(result)));
        });
    }

    private Uni<AcceptResult> traced(UpdateHead head, byte[] raw, Source source, Context trace) {
        Span span = traces.accepting(head, source, trace);
        return store(head, raw)
                .invoke(result -> Traces.end(span, label(result), result instanceof AcceptResult.StoreUnavailable));
    }

    private Uni<AcceptResult> store(UpdateHead head, byte[] raw) {
        boolean reserved = lanes.reserve();
        var write = new AcceptWrite(tables, head, raw, clock.instant(), limits.lease(), reserved);
        return database.write(write)
                .map(_ -> follow(head, write.stored(), reserved))
                .onFailure()
                .invoke(() -> {
                    if (reserved) {
                        lanes.cancelReservation();
                    }
                })
                .onFailure(StoreUnavailableException.class)
                .recoverWithItem(e -> new AcceptResult.StoreUnavailable(String.valueOf(e.getMessage())))
                // The database refuses a value of this one update: it must not block those behind it.
                .onFailure()
                .recoverWithUni(e -> deadLetters.buryMalformed(raw, "cannot be stored"));
    }

    private AcceptResult follow(UpdateHead head, Stored stored, boolean reserved) {
        if (reserved && !(stored instanceof Stored.Claimed)) {
            lanes.cancelReservation();
        }
        if (!(stored instanceof Stored.Known)) {
            metrics.received(head.kind());
        }
        switch (stored) {
            case Stored.Claimed(var begun) -> lanes.serve(begun);
            case Stored.Waiting _ -> {
                if (!reserved) {
                    lanes.waits();
                }
            }
            case Stored.Expired _ -> {
                metrics.expired(head);
                log.ended(head, "expired", Duration.ZERO, 0);
            }
            case Stored.Unhandled _ -> log.ended(head, "unhandled", Duration.ZERO, 0);
            case Stored.Known _ -> {}
        }
        return stored instanceof Stored.Known ? new AcceptResult.Duplicate(head) : new AcceptResult.Accepted(head);
    }

    private static String label(AcceptResult result) {
        return switch (result) {
            case AcceptResult.Accepted _ -> "accepted";
            case AcceptResult.Duplicate _ -> "duplicate";
            case AcceptResult.Malformed _ -> "malformed";
            case AcceptResult.StoreUnavailable _ -> "unavailable";
        };
    }

    /** Begins no further update of anybody who is not exempt, until {@link #resume}; accepts go on. Survives a restart; blocks. */
    public void hold(Hold hold) {
        holding.begin(hold);
    }

    /** Handles what was held back, in order; blocks until that has begun. */
    public void resume() {
        holding.end();
        lanes.waits();
    }

    /** Returns the hold there is, if any. */
    public Optional<Hold> held() {
        return holding.now();
    }

    /** Returns the updates that were given up. */
    public DeadLetters deadLetters() {
        return deadLetters;
    }

    /** Tells whether the inbox serves: what was on disk has been taken up. */
    public boolean started() {
        return started;
    }

    boolean draining() {
        return lanes.stopping();
    }

    /** Tells whether a fresh update is handed to its lane at once, which it is not while others wait on disk. */
    boolean servesFresh() {
        return lanes.servesFresh();
    }

    /** Counts what is on disk now; blocks. */
    public InboxCounts counts() {
        return housekeeping.count();
    }
}
