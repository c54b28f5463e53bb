package dev.basegram.bot.access.tables;

import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;

/**
 * A row of a settings table that means nothing, and so gives nothing.
 *
 * @param table the settings table's name
 * @param tableId its id
 * @param record which row
 * @param row what the row is called; empty where it has no name
 * @param wrong what is wrong with it and what to write instead, for an admin
 */
public record RowProblem(String table, TableId tableId, RecordId record, String row, String wrong) {
    /** Returns the address that opens the row at Airtable, for somebody who may. */
    public String link(BaseId base) {
        return "https://airtable.com/" + base + "/" + tableId + "/" + record;
    }
}
