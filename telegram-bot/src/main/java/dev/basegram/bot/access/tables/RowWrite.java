package dev.basegram.bot.access.tables;

import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.RecordChange;

/** What it takes to have a row of a settings table say something; sent by whoever keeps the account. */
public sealed interface RowWrite {
    /** It says so already, or has no row to say it in. */
    record Nothing() implements RowWrite {}

    /** A new row. */
    record Create(NewRecord record) implements RowWrite {}

    /** A change of the row there is. */
    record Change(RecordChange change) implements RowWrite {}
}
