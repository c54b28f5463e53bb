package dev.basegram.bot.access.tables;

import dev.basegram.bot.airtable.RecordId;

/**
 * A row of a settings table that means nothing, and so gives nothing.
 *
 * @param table the settings table's name
 * @param record which row
 * @param wrong what is wrong with it and what to write instead, for an admin
 */
public record RowProblem(String table, RecordId record, String wrong) {}
