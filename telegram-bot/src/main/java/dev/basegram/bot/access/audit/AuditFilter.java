package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;

/** Which changes to look at. */
public sealed interface AuditFilter {
    /** Every change. */
    record Everything() implements AuditFilter {}

    /** What one person changed. */
    record By(long personId) implements AuditFilter {}

    /** What became of one record. */
    record Of(TableId table, RecordId record) implements AuditFilter {}
}
