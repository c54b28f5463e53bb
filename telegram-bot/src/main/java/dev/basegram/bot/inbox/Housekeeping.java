package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;

/** Counts what waits, for the metrics, and forgets ids and dead letters that are old enough. */
final class Housekeeping {
    private static final Logger LOG = Logger.getLogger(Housekeeping.class);
    private static final Duration COUNT_EVERY = Duration.ofSeconds(5);
    private static final Duration FORGET_EVERY = Duration.ofMinutes(10);

    private final Database database;
    private final InboxTables tables;
    private final Holding holding;
    private final Clock clock;
    private volatile InboxCounts latest = InboxCounts.NONE;
    private volatile boolean running;

    Housekeeping(Database database, InboxTables tables, Holding holding, InboxMetrics metrics, Clock clock) {
        this.holding = holding;
        this.database = database;
        this.tables = tables;
        this.clock = clock;
        metrics.gauge("basegram_inbox_pending", "Updates on disk that are not handled yet", () -> latest.pending());
        metrics.gauge(
                "basegram_inbox_oldest_seconds",
                "How long the first of them has waited",
                () -> latest.oldest().toMillis() / 1000.0);
        metrics.gauge("basegram_dead_letters", "Updates that were given up", () -> latest.deadLetters());
    }

    void start() {
        running = true;
        Thread.ofVirtual().name("inbox-housekeeping").start(this::work);
    }

    void stop() {
        running = false;
    }

    private void work() {
        Instant forgotten = Instant.EPOCH;
        while (running) {
            try {
                latest = count();
                holding.look();
                if (Duration.between(forgotten, clock.instant()).compareTo(FORGET_EVERY) >= 0) {
                    forget();
                    forgotten = clock.instant();
                }
                Thread.sleep(COUNT_EVERY);
            } catch (StoreUnavailableException e) {
                LOG.debugf("Nothing is counted: %s", e.getMessage());
                running = running && sleepsOn();
            } catch (InterruptedException _) {
                return;
            }
        }
    }

    private static boolean sleepsOn() {
        try {
            Thread.sleep(COUNT_EVERY);
            return true;
        } catch (InterruptedException _) {
            return false;
        }
    }

    InboxCounts count() {
        long now = clock.millis();
        return database.read(handle -> new InboxCounts(
                tables.waiting().count(handle),
                Duration.ofMillis(tables.waiting()
                        .oldest(handle)
                        .map(received -> Math.max(0, now - received))
                        .orElse(0L)),
                tables.deadLetters().count(handle)));
    }

    void forget() {
        long now = clock.millis();
        database.writeNow(handle -> {
            int ids = tables.seen().forgetBefore(handle, now - InboxLimits.MEMORY_OF_IDS.toMillis());
            int letters =
                    tables.deadLetters().removeBefore(handle, now - InboxLimits.MEMORY_OF_DEAD_LETTERS.toMillis());
            LOG.debugf("Forgot %d ids and %d dead letters", ids, letters);
        });
    }
}
