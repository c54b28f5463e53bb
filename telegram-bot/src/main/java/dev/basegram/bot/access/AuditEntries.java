package dev.basegram.bot.access;

import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditEntry.Operation;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.tables.SettingsTables;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.TableId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Puts what one person does to records into entries of the account, in words. */
final class AuditEntries {
    private final Actor actor;
    private final PermittedBase everything;
    private final AuditLog log;
    private final ValueWords words;
    private final Instant now;

    AuditEntries(Actor actor, PermittedBase everything, AuditLog log, ValueWords words, Instant now) {
        this.actor = actor;
        this.everything = everything;
        this.log = log;
        this.words = words;
        this.now = now;
    }

    /** Returns a value in words; null for an empty one, and for one of a field that is gone. */
    @Nullable
    String text(TableId table, FieldId id, CellValue value) throws InterruptedException {
        if (value.isEmpty()) {
            return null;
        }
        Optional<Field> field = everything.table(table).found().flatMap(found -> found.field(id));
        return field.isEmpty() ? null : words.of(everything, field.get(), value);
    }

    /** Returns what the person is called. */
    String name() {
        return actor.name().isBlank() ? log.nameOf(actor.personId()) : actor.name();
    }

    /** Returns an entry about a record, which is called what it holds at this moment. */
    AuditEntry entry(
            String key,
            Operation operation,
            TableId table,
            AirtableRecord record,
            Optional<FieldId> field,
            @Nullable String before,
            @Nullable String after)
            throws InterruptedException {
        Optional<String> called = everything.table(table).found().flatMap(of -> SettingsTables.nameOf(of, record));
        return new AuditEntry(
                key,
                now,
                actor.personId(),
                name(),
                operation,
                table,
                record.id(),
                field,
                called.orElse(null),
                before,
                after);
    }
}
