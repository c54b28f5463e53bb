package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field of one record, changed by one person.
 *
 * @param changeKey names the change: the same change noted twice is one entry
 * @param at when
 * @param personId who, by Telegram's id
 * @param personName who, by the name they had
 * @param operation what was done
 * @param field which field; empty for a deletion
 * @param called what the record was called, where it is not for the base to say: a person or a rule; null elsewhere
 * @param before what it held, as a card shows it; null for nothing. For a deletion, what the record was called
 * @param after what it holds, likewise
 */
public record AuditEntry(
        String changeKey,
        Instant at,
        long personId,
        String personName,
        Operation operation,
        TableId table,
        RecordId record,
        Optional<FieldId> field,
        @Nullable String called,
        @Nullable String before,
        @Nullable String after) {
    /** Returns the same change with other values. */
    public AuditEntry with(@Nullable String otherBefore, @Nullable String otherAfter) {
        return new AuditEntry(
                changeKey, at, personId, personName, operation, table, record, field, called, otherBefore, otherAfter);
    }

    /** What was done to the record. */
    public enum Operation {
        CREATED,
        CHANGED,
        DELETED
    }
}
