package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;

/** Entries as rows. */
final class AuditRows {
    private static final int LONGEST_VALUE = 500;

    private AuditRows() {}

    /** Binds everything but the new value, which what is only intended does not have. */
    static <S extends SqlStatement<S>> S bind(S statement, AuditEntry entry) {
        return statement
                .bind("key", entry.changeKey())
                .bind("field", field(entry))
                .bind("at", entry.at().toEpochMilli())
                .bind("person", entry.personId())
                .bind("name", entry.personName())
                .bind("operation", entry.operation().name())
                .bind("table", entry.table().toString())
                .bind("record", entry.record().toString())
                .bind("called", entry.called())
                .bind("before", shortened(entry.before()));
    }

    static String field(AuditEntry entry) {
        return entry.field().map(FieldId::toString).orElse("");
    }

    static @Nullable String shortened(@Nullable String value) {
        if (value == null || value.length() <= LONGEST_VALUE) {
            return value;
        }
        int cut = Character.isHighSurrogate(value.charAt(LONGEST_VALUE - 1)) ? LONGEST_VALUE - 1 : LONGEST_VALUE;
        return value.substring(0, cut) + "…";
    }

    static AuditEntry noted(ResultSet row) throws SQLException {
        return read(row, row.getString("new_value"));
    }

    static AuditEntry intended(ResultSet row) throws SQLException {
        return read(row, null);
    }

    private static AuditEntry read(ResultSet row, @Nullable String after) throws SQLException {
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
                row.getString("called"),
                row.getString("old_value"),
                after);
    }
}
