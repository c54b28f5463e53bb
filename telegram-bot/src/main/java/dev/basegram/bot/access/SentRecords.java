package dev.basegram.bot.access;

import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;

/** Remembers which records a person made here, for rules that go by it. */
@FunctionalInterface
interface SentRecords {
    /** Notes a record; noting it twice is noting it once. */
    void note(TableId table, RecordId record);
}
