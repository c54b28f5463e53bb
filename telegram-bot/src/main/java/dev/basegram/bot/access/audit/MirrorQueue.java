package dev.basegram.bot.access.audit;

import dev.basegram.bot.store.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jdbi.v3.core.Handle;

/** Entries that the base's own table of changes does not hold yet. Blocks its thread, which should be a virtual one. */
@Singleton
class MirrorQueue {
    private static final Duration FIRST_PAUSE = Duration.ofSeconds(30);
    /** Ten entries cost one call as one does: so they are let come together first. */
    private static final Duration GATHERED_FOR = Duration.ofSeconds(20);

    private static final int MOST_DOUBLINGS = 10;

    private final Database database;

    MirrorQueue(Database database) {
        this.database = database;
    }

    /**
     * An entry to copy.
     *
     * @param attempts how often it was tried
     */
    record Waiting(AuditEntry entry, int attempts) {}

    static void add(Handle handle, AuditEntry entry) {
        handle.createUpdate("""
                        INSERT INTO audit_mirror (change_key, field_id, attempts, due_at)
                        VALUES (:key, :field, 0, :due)
                        ON CONFLICT (change_key, field_id) DO NOTHING""")
                .bind("key", entry.changeKey())
                .bind("field", AuditRows.field(entry))
                .bind("due", entry.at().plus(GATHERED_FOR).toEpochMilli())
                .execute();
    }

    static void dropOrphans(Handle handle) {
        handle.createUpdate("""
                        DELETE FROM audit_mirror WHERE NOT EXISTS (
                            SELECT 1 FROM audit_entry e
                            WHERE e.change_key = audit_mirror.change_key AND e.field_id = audit_mirror.field_id)""").execute();
    }

    /** Returns entries whose time has come, those that wait longest first. */
    List<Waiting> due(Instant now, int most) {
        return database.read(handle -> handle.createQuery("""
                        SELECT e.*, m.attempts FROM audit_mirror m
                        JOIN audit_entry e ON e.change_key = m.change_key AND e.field_id = m.field_id
                        WHERE m.due_at <= :now ORDER BY m.due_at, e.change_key, e.field_id LIMIT :most""")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, _) -> new Waiting(AuditRows.noted(row), row.getInt("attempts")))
                .list());
    }

    /** Takes entries in hand until a moment, so that no other process copies them too; returns those it got. */
    List<Waiting> claim(List<Waiting> wanted, Instant now, Instant until) {
        return database.decide(handle -> {
            List<Waiting> got = new ArrayList<>();
            for (Waiting each : wanted) {
                int mine = handle.createUpdate("""
                                UPDATE audit_mirror SET due_at = :until, attempts = attempts + 1
                                WHERE change_key = :key AND field_id = :field AND due_at <= :now""")
                        .bind("until", until.toEpochMilli())
                        .bind("now", now.toEpochMilli())
                        .bind("key", each.entry().changeKey())
                        .bind("field", AuditRows.field(each.entry()))
                        .execute();
                if (mine == 1) {
                    got.add(each);
                }
            }
            return got;
        });
    }

    /** Notes that an entry is in the base. */
    void copied(Waiting done) {
        database.writeNow(
                handle -> handle.createUpdate("DELETE FROM audit_mirror WHERE change_key = :key AND field_id = :field")
                        .bind("key", done.entry().changeKey())
                        .bind("field", AuditRows.field(done.entry()))
                        .execute());
    }

    /** Puts an entry off; the pause grows with each try, up to eight hours. */
    void putOff(Waiting failed, Instant now) {
        Instant next = now.plus(FIRST_PAUSE.multipliedBy(1L << Math.min(failed.attempts(), MOST_DOUBLINGS)));
        database.writeNow(handle -> handle.createUpdate(
                        "UPDATE audit_mirror SET due_at = :next WHERE change_key = :key AND field_id = :field")
                .bind("next", next.toEpochMilli())
                .bind("key", failed.entry().changeKey())
                .bind("field", AuditRows.field(failed.entry()))
                .execute());
    }

    /** Drops everything that waits: there is no table to copy it to. */
    void drop() {
        database.writeNow(
                handle -> handle.createUpdate("DELETE FROM audit_mirror").execute());
    }
}
