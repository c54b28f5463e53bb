package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.store.Database;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jboss.logging.Logger;

/**
 * Counts the month's calls on disk.
 *
 * <p>Counted in memory and written within a second, so a kill loses the calls of that second at most, five. Thread-safe.
 */
public final class StoredCallCounter implements CallCounter {
    private static final Logger LOG = Logger.getLogger(StoredCallCounter.class);
    private static final Duration WRITE_AFTER = Duration.ofSeconds(1);

    private final Database database;
    private final GateTimer timer;
    private final Clock clock;
    private final String base;
    private final long limit;
    private final AtomicBoolean writing = new AtomicBoolean();
    private CallBudget budget;
    private CallBudget.Level told = CallBudget.Level.FINE;

    private StoredCallCounter(Database database, GateTimer timer, Clock clock, String base, CallBudget budget) {
        this.database = database;
        this.timer = timer;
        this.clock = clock;
        this.base = base;
        this.limit = budget.limit();
        this.budget = budget;
    }

    /**
     * Reads what was counted so far; blocks.
     *
     * @param limit of the plan; 0 for none
     */
    public static StoredCallCounter open(Database database, GateTimer timer, Clock clock, String base, long limit) {
        YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        long used = database.read(handle -> handle.createQuery(
                        "SELECT calls FROM airtable_budget WHERE base_id = :base AND month = :month")
                .bind("base", base)
                .bind("month", month.toString())
                .mapTo(Long.class)
                .findOne()
                .orElse(0L));
        return new StoredCallCounter(database, timer, clock, base, new CallBudget(month, used, limit));
    }

    @Override
    public void leaves() {
        CallBudget.Level passed;
        synchronized (this) {
            CallBudget now = current();
            budget = new CallBudget(now.month(), now.used() + 1, limit);
            passed = budget.level().compareTo(told) > 0 ? budget.level() : CallBudget.Level.FINE;
            told = budget.level();
        }
        if (passed != CallBudget.Level.FINE) {
            warn(passed);
        }
        if (writing.compareAndSet(false, true)) {
            Runnable _ = timer.after(WRITE_AFTER, this::write);
        }
    }

    private CallBudget current() {
        YearMonth month = YearMonth.now(clock.withZone(ZoneOffset.UTC));
        if (!month.equals(budget.month())) {
            budget = new CallBudget(month, 0, limit);
            told = CallBudget.Level.FINE;
        }
        return budget;
    }

    private void warn(CallBudget.Level level) {
        CallBudget now = budget();
        LOG.warnf(
                "Airtable: %d of the month's %d calls are used (AIRTABLE_MONTHLY_CALLS). %s",
                now.used(),
                now.limit(),
                switch (level) {
                    case FINE, NOTICE -> "Nothing changes yet.";
                    case WARNING -> "Background refreshes are thinned out.";
                    case SPENT -> "Background work stops; people's calls go on as long as Airtable takes them.";
                });
    }

    @Override
    public synchronized CallBudget budget() {
        return current();
    }

    private void write() {
        writing.set(false);
        store().subscribe().with(_ -> {}, failure -> LOG.debugf(failure, "The call counter could not be written"));
    }

    /** Writes the count. */
    public Uni<Void> store() {
        CallBudget now = budget();
        return database.write(handle -> handle.createUpdate("INSERT INTO airtable_budget (base_id, month, calls)"
                        + " VALUES (:base, :month, :calls) ON CONFLICT (base_id, month) DO UPDATE SET calls ="
                        + " CASE WHEN airtable_budget.calls > excluded.calls"
                        + " THEN airtable_budget.calls ELSE excluded.calls END")
                .bind("base", base)
                .bind("month", now.month().toString())
                .bind("calls", now.used())
                .execute());
    }
}
