package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.formula.Expression;
import dev.basegram.bot.airtable.gate.CallCounter;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.ListRequest;
import dev.basegram.bot.airtable.rest.Page;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Tables and views from memory: the first reading is waited for, later ones go on behind the caller's back.
 *
 * <p>A listing counts as fresh for a time in proportion to the calls it takes to read, so that a table costs at most about a call a
 * minute however large it is and however often it is looked at; longer when the month's budget runs low. Thread-safe.
 */
public final class Snapshots {
    private record Key(TableId table, Optional<ViewId> view) {}

    private record Running(
            Load load, CompletableFuture<Answer<Snapshot>> firstLook, CompletableFuture<Answer<Snapshot>> all) {}

    /** Airtable's clock and ours may differ by this much. */
    private static final Duration CLOCKS_DIFFER = Duration.ofMinutes(2);

    private final Flights flights;
    private final RecordsApi api;
    private final BaseId base;
    private final Clock clock;
    private final CallCounter counter;
    private final SnapshotLimits limits;
    private final Shelves shelves;
    private final Singles singles;
    private final ConcurrentHashMap<Key, Running> running = new ConcurrentHashMap<>();

    /** Creates an empty memory. */
    public Snapshots(
            Flights flights, RecordsApi api, BaseId base, Clock clock, CallCounter counter, SnapshotLimits limits) {
        this.flights = flights;
        this.api = api;
        this.base = base;
        this.clock = clock;
        this.counter = counter;
        this.limits = limits;
        this.shelves = new Shelves(limits.totalRows());
        this.singles = new Singles(clock);
    }

    /** Returns a table ({@code view} empty) or a view: what memory has, or else what the first reading gives. */
    public Uni<Answer<Snapshot>> get(Caller caller, Table table, Optional<ViewId> view) {
        return Uni.createFrom().deferred(() -> {
            Shelf shelf = shelves.of(table);
            Instant now = clock.instant();
            Optional<Snapshot> held = shelf.snapshot(view, now, freshForAPage());
            if (held.isEmpty()) {
                return wait(read(caller, table, shelf, view).firstLook());
            }
            keepFresh(table, shelf, view, held.get(), now);
            return Uni.createFrom().item(Answer.ok(held.get()));
        });
    }

    private void keepFresh(Table table, Shelf shelf, Optional<ViewId> view, Snapshot held, Instant now) {
        if (!budgetAllows()) {
            return;
        }
        if (held.stale() && shelf.listing(view).filter(l -> l.mayTry(now)).isPresent()) {
            Running _ = read(Caller.background("refresh " + table.id()), table, shelf, view);
        } else if (view.isEmpty()) {
            shelf.catchUpFrom(now, freshForAPage()).ifPresent(from -> catchUp(table, shelf, from));
        }
    }

    /** Reads what has changed: one call where reading the whole table takes many. What was deleted shows at the next whole reading. */
    private void catchUp(Table table, Shelf shelf, Instant from) {
        Expression since = Expression.instant(from.minus(CLOCKS_DIFFER));
        var request = ListRequest.where(Condition.any(List.of(
                Condition.after(Expression.lastModifiedTime(), since),
                Condition.after(Expression.createdTime(), since))));
        Caller caller = Caller.background("refresh " + table.id());
        flights.send(caller, api.list(table, request)).subscribe().with(reply -> {
            if (reply instanceof Reply.Got<Page>(Page page)) {
                shelf.absorb(page.records());
                if (page.offset() != null) {
                    Running _ = read(caller, table, shelf, Optional.empty());
                }
            }
        });
    }

    /** Reads anew and waits for all of it. */
    public Uni<Answer<Snapshot>> refresh(Caller caller, Table table, Optional<ViewId> view) {
        return Uni.createFrom()
                .deferred(
                        () -> wait(read(caller, table, shelves.of(table), view).all()));
    }

    private static Uni<Answer<Snapshot>> wait(CompletableFuture<Answer<Snapshot>> future) {
        return Uni.createFrom().completionStage(future::copy);
    }

    private Duration freshForAPage() {
        return switch (counter.budget().level()) {
            case FINE -> limits.freshForAPage();
            case NOTICE -> limits.freshForAPage().multipliedBy(2);
            case WARNING, SPENT -> limits.freshForAPage().multipliedBy(5);
        };
    }

    private boolean budgetAllows() {
        return counter.budget().level() != CallBudget.Level.SPENT;
    }

    private Running read(Caller caller, Table table, Shelf shelf, Optional<ViewId> view) {
        var key = new Key(table.id(), view);
        boolean[] mine = {false};
        Running reading = running.computeIfAbsent(key, _ -> {
            mine[0] = true;
            return begin(caller, table, shelf, view);
        });
        if (!mine[0]) {
            reading.load().join(caller);
            return reading;
        }
        long mark = shelf.mark();
        reading.load().run().subscribe().with(answer -> finish(key, shelf, mark, answer, reading), bug -> {
            running.remove(key);
            reading.firstLook().completeExceptionally(bug);
            reading.all().completeExceptionally(bug);
        });
        return reading;
    }

    private Running begin(Caller caller, Table table, Shelf shelf, Optional<ViewId> view) {
        var firstLook = new CompletableFuture<Answer<Snapshot>>();
        var load = new Load(
                flights,
                api,
                caller,
                table,
                view,
                Asked.of(base, Scope.READ_RECORDS, table).in(view.orElse(null)),
                limits.tableRows(),
                clock.instant(),
                begun -> showFirstPage(shelf, view, begun, firstLook));
        return new Running(load, firstLook, new CompletableFuture<>());
    }

    /** Lets those who wait look at the first page while the rest is still being read; never in the place of a whole listing. */
    private void showFirstPage(
            Shelf shelf, Optional<ViewId> view, Load load, CompletableFuture<Answer<Snapshot>> firstLook) {
        if (shelf.listing(view).isEmpty()) {
            shelf.put(view, load.listing(false), load.records(), shelf.mark());
            shelf.snapshot(view, clock.instant(), Duration.ofNanos(1)).ifPresent(s -> firstLook.complete(Answer.ok(s)));
        }
    }

    private void finish(Key key, Shelf shelf, long mark, Answer<Load> answer, Running reading) {
        running.remove(key);
        Answer<Snapshot> result = answer.then(load -> {
            shelf.put(key.view(), load.listing(true), load.records(), mark);
            shelves.makeRoom(shelf);
            return shelf.snapshot(key.view(), clock.instant(), freshForAPage())
                    .map(Answer::ok)
                    .orElseThrow();
        });
        result.reason().ifPresent(failure -> failed(key, shelf, failure));
        reading.firstLook().complete(result);
        reading.all().complete(result);
    }

    private void failed(Key key, Shelf shelf, AirtableFailure failure) {
        if (failure instanceof AirtableFailure.Gone) {
            shelf.drop(key.view());
        } else {
            shelf.trouble(key.view(), failure, clock.instant());
        }
    }

    /** Returns a record as memory has it. */
    public Optional<AirtableRecord> held(TableId table, RecordId record) {
        return shelves.held(table).flatMap(shelf -> shelf.record(record)).or(() -> singles.find(table, record));
    }

    /** Takes in records as they are now. */
    public void absorb(TableId table, Collection<AirtableRecord> records) {
        shelves.held(table).ifPresent(shelf -> shelf.absorb(records));
        records.forEach(record -> singles.keep(table, record));
    }

    /** Takes out a record that is gone. */
    public void remove(TableId table, RecordId record) {
        shelves.held(table).ifPresent(shelf -> shelf.remove(record));
        singles.forget(table, record);
    }

    /** Notes that others changed a table, so that it is read anew sooner. */
    public void touch(TableId table) {
        shelves.held(table).ifPresent(Shelf::touch);
        singles.forget(table);
    }

    /** Returns what is held. */
    public List<AirtableStatus.Held> held() {
        Instant now = clock.instant();
        return shelves.all().stream()
                .filter(shelf -> !shelf.listings().isEmpty())
                .map(shelf -> new AirtableStatus.Held(
                        shelf.table(),
                        shelf.size(),
                        shelf.listings().stream().allMatch(Listing::truncated),
                        Duration.between(
                                shelf.listings().stream()
                                        .map(Listing::readAt)
                                        .min(Instant::compareTo)
                                        .orElse(now),
                                now)))
                .toList();
    }
}
