package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.StoreWrite;
import jakarta.inject.Singleton;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Keeps who changed what. Reads block their thread, which should be a virtual one. */
@Singleton
public class AuditLog {
    private static final int LONGEST_VALUE = 500;

    private final Database database;

    AuditLog(Database database) {
        this.database = database;
    }

    /** Returns the write that notes an entry; noting it again, after a crash, changes nothing. */
    public StoreWrite note(AuditEntry entry) {
        return handle -> handle.createUpdate("""
                        INSERT INTO audit_entry (change_key, field_id, at, person_id, person_name, operation, table_id,
                            record_id, old_value, new_value)
                        VALUES (:key, :field, :at, :person, :name, :operation, :table, :record, :before, :after)
                        ON CONFLICT (change_key, field_id) DO NOTHING""")
                .bind("key", entry.changeKey())
                .bind("field", entry.field().map(FieldId::toString).orElse(""))
                .bind("at", entry.at().toEpochMilli())
                .bind("person", entry.personId())
                .bind("name", entry.personName())
                .bind("operation", entry.operation().name())
                .bind("table", entry.table().toString())
                .bind("record", entry.record().toString())
                .bind("before", shortened(entry.before()))
                .bind("after", shortened(entry.after()))
                .execute();
    }

    /** Returns entries, the latest first, from a position on. */
    public List<AuditEntry> page(int from, int most) {
        return database.read(handle -> handle.createQuery("""
                        SELECT * FROM audit_entry ORDER BY at DESC, change_key, field_id LIMIT :most OFFSET :skipped""")
                .bind("most", most)
                .bind("skipped", from)
                .map((row, _) -> entry(row))
                .list());
    }

    /** Returns how many entries there are. */
    public int count() {
        return database.read(handle -> handle.createQuery("SELECT COUNT(*) FROM audit_entry")
                .mapTo(Integer.class)
                .one());
    }

    private static @Nullable String shortened(@Nullable String value) {
        if (value == null || value.length() <= LONGEST_VALUE) {
            return value;
        }
        int cut = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, cut) + "…";
    }

    private static AuditEntry entry(ResultSet row) throws SQLException {
        String field = row.getString("field_id");
        return new AuditEntry(
                row.getString("change_key"),
                Instant.ofEpochMilli(row.getLong("at")),
                row.getLong("person_id"),
                row.getString("person_name"),
                AuditEntry.Operation.valueOf(row.getString("operation")),
                new TableId(row.getString("table_id")),
                new RecordId(row.getString("record_id")),
                field.isEmpty() ? Optional.empty() : Optional.of(new FieldId(field)),
                row.getString("old_value"),
                row.getString("new_value"));
    }
}
