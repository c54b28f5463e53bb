package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Records that are about to be made: on disk before they are sent, until it is noted what came of it. Blocks its thread, which should
 * be a virtual one.
 */
@Singleton
public class CreationIntents {
    private final Database database;

    CreationIntents(Database database) {
        this.database = database;
    }

    /**
     * Puts on disk what is about to be made.
     *
     * @param looksAfter how long to wait for the outcome before the base is looked at
     * @return the keys of those that were intended before, in a try whose end nobody noted
     */
    public Set<String> intend(Collection<IntendedRecord> records, Duration looksAfter) {
        return database.decide(handle -> {
            Set<String> before = new HashSet<>();
            for (IntendedRecord each : records) {
                int fresh = handle.createUpdate("""
                                INSERT INTO audit_creation (creation_key, at, look_at, person_id, person_name, table_id,
                                    cells)
                                VALUES (:key, :at, :look, :person, :name, :table, :cells)
                                ON CONFLICT (creation_key) DO NOTHING""")
                        .bind("key", each.key())
                        .bind("at", each.at().toEpochMilli())
                        .bind("look", each.at().plus(looksAfter).toEpochMilli())
                        .bind("person", each.personId())
                        .bind("name", each.personName())
                        .bind("table", each.table().toString())
                        .bind("cells", each.cells())
                        .execute();
                if (fresh == 0) {
                    before.add(each.key());
                }
            }
            return before;
        });
    }

    /** Returns the write that forgets one: its outcome is noted, or it had none. */
    public StoreWrite forget(String key) {
        return handle -> handle.createUpdate("DELETE FROM audit_creation WHERE creation_key = :key")
                .bind("key", key)
                .execute();
    }

    /** Returns those whose outcome it is time to look for, the longest waiting first. */
    public List<IntendedRecord> due(Instant now, int most) {
        return database.read(handle -> handle.createQuery(
                        "SELECT * FROM audit_creation WHERE look_at <= :now ORDER BY look_at LIMIT :most")
                .bind("now", now.toEpochMilli())
                .bind("most", most)
                .map((row, _) -> intended(row))
                .list());
    }

    /** Returns the write that looks for one again later. */
    public StoreWrite putOff(IntendedRecord left, Instant until) {
        return handle -> handle.createUpdate("UPDATE audit_creation SET look_at = :until WHERE creation_key = :key")
                .bind("until", until.toEpochMilli())
                .bind("key", left.key())
                .execute();
    }

    private static IntendedRecord intended(ResultSet row) throws SQLException {
        return new IntendedRecord(
                row.getString("creation_key"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("person_id"),
                row.getString("person_name"),
                new TableId(row.getString("table_id")),
                row.getString("cells"));
    }
}
