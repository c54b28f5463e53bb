package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/** Keeps who changed what, for a year. Blocks its thread, which should be a virtual one. */
@Singleton
public class AuditLog {
    /** How long entries are kept. */
    public static final Duration KEPT_FOR = Duration.ofDays(365);

    private static final String COLUMNS =
            "change_key, field_id, at, person_id, person_name, operation, table_id, record_id, called, old_value";
    private static final String VALUES =
            ":key, :field, :at, :person, :name, :operation, :table, :record, :called, :before";

    private final Database database;

    AuditLog(Database database) {
        this.database = database;
    }

    /** Returns the write that notes an entry; noting it again, after a crash, changes nothing. */
    public StoreWrite note(AuditEntry entry) {
        return handle -> {
            int fresh = AuditRows.bind(
                            handle.createUpdate("INSERT INTO audit_entry (" + COLUMNS + ", new_value) VALUES (" + VALUES
                                    + ", :after) ON CONFLICT (change_key, field_id) DO NOTHING"),
                            entry)
                    .bind("after", AuditRows.shortened(entry.after()))
                    .execute();
            if (fresh == 1) {
                MirrorQueue.add(handle, entry);
            }
            forget(entry).on(handle);
        };
    }

    /** Saves several at once, now. */
    public void save(List<StoreWrite> writes) {
        database.writeNow(handle -> writes.forEach(write -> write.on(handle)));
    }

    /**
     * Puts on disk what is about to be written.
     *
     * @return what was intended by the same keys before and never came to an end, by field
     */
    public Map<Optional<FieldId>, AuditEntry> intend(List<AuditEntry> entries) {
        return database.decide(handle -> {
            Map<Optional<FieldId>, AuditEntry> earlier = new HashMap<>();
            for (AuditEntry entry : entries) {
                earlier(handle, entry)
                        .ifPresentOrElse(found -> earlier.put(entry.field(), found), () -> intend(handle, entry));
            }
            return earlier;
        });
    }

    private static Optional<AuditEntry> earlier(Handle handle, AuditEntry entry) {
        return handle.createQuery("SELECT * FROM audit_intent WHERE change_key = :key AND field_id = :field")
                .bind("key", entry.changeKey())
                .bind("field", AuditRows.field(entry))
                .map((row, _) -> AuditRows.intended(row))
                .findOne();
    }

    private static void intend(Handle handle, AuditEntry entry) {
        AuditRows.bind(handle.createUpdate("INSERT INTO audit_intent (" + COLUMNS + ") VALUES (" + VALUES + ")"), entry)
                .execute();
    }

    /** Returns the write that forgets what was intended: it changed nothing. */
    public StoreWrite forget(AuditEntry intended) {
        return handle -> handle.createUpdate("DELETE FROM audit_intent WHERE change_key = :key AND field_id = :field")
                .bind("key", intended.changeKey())
                .bind("field", AuditRows.field(intended))
                .execute();
    }

    /** Returns what was intended before a moment and never came to an end, the oldest first. */
    public List<AuditEntry> leftSince(Instant moment, int most) {
        return database.read(
                handle -> handle.createQuery("SELECT * FROM audit_intent WHERE at < :moment ORDER BY at LIMIT :most")
                        .bind("moment", moment.toEpochMilli())
                        .bind("most", most)
                        .map((row, _) -> AuditRows.intended(row))
                        .list());
    }

    /** Returns changes, the latest first, from a position on. */
    public List<AuditedChange> page(AuditFilter filter, int from, int most) {
        return database.read(handle -> {
            List<String> keys = filtered(
                            handle,
                            "SELECT change_key FROM audit_entry WHERE %s GROUP BY change_key"
                                    + " ORDER BY MAX(at) DESC, change_key LIMIT :most OFFSET :skipped",
                            filter)
                    .bind("most", most)
                    .bind("skipped", from)
                    .mapTo(String.class)
                    .list();
            return keys.isEmpty() ? List.of() : changes(handle, keys);
        });
    }

    private static List<AuditedChange> changes(Handle handle, List<String> keys) {
        Map<String, List<AuditEntry>> entries = new LinkedHashMap<>();
        keys.forEach(key -> entries.put(key, new ArrayList<>()));
        handle.createQuery("SELECT * FROM audit_entry WHERE change_key IN (<keys>) ORDER BY field_id")
                .bindList("keys", keys)
                .map((row, _) -> AuditRows.noted(row))
                .forEach(entry ->
                        Objects.requireNonNull(entries.get(entry.changeKey())).add(entry));
        return entries.values().stream().map(AuditedChange::new).toList();
    }

    /** Returns how many changes there are. */
    public int count(AuditFilter filter) {
        return database.read(
                handle -> filtered(handle, "SELECT COUNT(DISTINCT change_key) FROM audit_entry WHERE %s", filter)
                        .mapTo(Integer.class)
                        .one());
    }

    private static Query filtered(Handle handle, String sql, AuditFilter filter) {
        return switch (filter) {
            case AuditFilter.Everything _ -> handle.createQuery(sql.formatted("1 = 1"));
            case AuditFilter.By(long person) ->
                handle.createQuery(sql.formatted("person_id = :person")).bind("person", person);
            case AuditFilter.Of(var table, var record) ->
                handle.createQuery(sql.formatted("table_id = :table AND record_id = :record"))
                        .bind("table", table.toString())
                        .bind("record", record.toString());
        };
    }

    /** Returns the name a person was last known by; the id where there is none. */
    public String nameOf(long personId) {
        return database.read(handle -> handle.createQuery("""
                        SELECT name FROM (
                            SELECT name, joined_at AS at FROM member WHERE person_id = :person
                            UNION ALL
                            SELECT person_name AS name, at FROM audit_entry WHERE person_id = :person) AS known
                        ORDER BY at DESC LIMIT 1""")
                .bind("person", personId)
                .mapTo(String.class)
                .findOne()
                .orElseGet(() -> Long.toString(personId)));
    }

    /** Forgets entries that are older than {@link #KEPT_FOR}. */
    public void forgetOld(Instant now) {
        long oldest = now.minus(KEPT_FOR).toEpochMilli();
        database.writeNow(handle -> {
            handle.createUpdate("DELETE FROM audit_entry WHERE at < :oldest")
                    .bind("oldest", oldest)
                    .execute();
            MirrorQueue.dropOrphans(handle);
        });
    }
}
