package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Database;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Remembers on disk which creations have been sent, for tables that have no field for their keys: so that after a crash a creation
 * is looked for before it is sent again. Thread-safe.
 */
final class CreationJournal {
    /** Longer than any update is tried again. */
    private static final Duration KEEP = Duration.ofDays(7);

    private final Database database;
    private final BaseId base;
    private final Clock clock;
    private final Executor readers = Executors.newThreadPerTaskExecutor(
            Thread.ofVirtual().name("airtable-journal-", 0).factory());

    /**
     * A creation that was sent.
     *
     * @param sentAt when, by our clock
     * @param record what it made; null where that is not known
     */
    record Entry(Instant sentAt, @Nullable RecordId record) {}

    CreationJournal(Database database, BaseId base, Clock clock) {
        this.database = database;
        this.base = base;
        this.clock = clock;
    }

    Uni<Optional<Entry>> find(String key) {
        return reading(() -> database.read(handle -> handle.createQuery(
                        "SELECT sent_at, record_id FROM airtable_creation WHERE base_id = :base AND key = :key")
                .bind("base", base.value())
                .bind("key", key)
                .map((rows, _) -> entry(rows.getLong("sent_at"), rows.getString("record_id")))
                .findOne()));
    }

    private static Entry entry(long sentAt, @Nullable String record) {
        return new Entry(Instant.ofEpochMilli(sentAt), record == null ? null : new RecordId(record));
    }

    /** Returns the records of a table made by creations sent since; they are nobody else's. */
    Uni<Set<RecordId>> madeSince(TableId table, Instant since) {
        return reading(() -> new HashSet<>(database.read(handle -> handle.createQuery("SELECT record_id FROM"
                        + " airtable_creation WHERE base_id = :base AND table_id = :table AND sent_at >= :since"
                        + " AND record_id IS NOT NULL")
                .bind("base", base.value())
                .bind("table", table.value())
                .bind("since", since.toEpochMilli())
                .map((rows, _) -> new RecordId(rows.getString("record_id")))
                .list())));
    }

    /** Notes, before it is sent, that a creation is about to be; the first time counts. */
    Uni<Void> sending(String key, TableId table) {
        Instant now = clock.instant();
        return database.write(handle -> {
            handle.createUpdate("DELETE FROM airtable_creation WHERE sent_at < :before")
                    .bind("before", now.minus(KEEP).toEpochMilli())
                    .execute();
            handle.createUpdate("INSERT INTO airtable_creation (base_id, key, table_id, sent_at)"
                            + " VALUES (:base, :key, :table, :now) ON CONFLICT (base_id, key) DO NOTHING")
                    .bind("base", base.value())
                    .bind("key", key)
                    .bind("table", table.value())
                    .bind("now", now.toEpochMilli())
                    .execute();
        });
    }

    Uni<Void> made(String key, RecordId record) {
        return database.write(handle -> handle.createUpdate(
                        "UPDATE airtable_creation SET record_id = :record WHERE base_id = :base AND key = :key")
                .bind("record", record.value())
                .bind("base", base.value())
                .bind("key", key)
                .execute());
    }

    /** Forgets a creation that certainly had no effect. */
    Uni<Void> notSent(String key) {
        return database.write(handle -> handle.createUpdate(
                        "DELETE FROM airtable_creation WHERE base_id = :base AND key = :key AND record_id IS NULL")
                .bind("base", base.value())
                .bind("key", key)
                .execute());
    }

    private <T> Uni<T> reading(Supplier<T> read) {
        return Uni.createFrom().item(read).runSubscriptionOn(readers);
    }
}
