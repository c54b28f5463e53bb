package dev.basegram.bot.airtable;

import io.smallrye.mutiny.Uni;

/**
 * Changes the schema of the base; needs {@link Scope#WRITE_SCHEMA} and the creator's role.
 *
 * <p>Whatever Airtable answers, the schema is read anew and what is there decides: an answer that got lost, or somebody who was
 * faster, makes nothing twice.
 */
public interface SchemaEdits {
    /** Makes a table, unless there is one of this name. */
    Uni<Answer<Table>> createTable(Caller caller, NewTable table);

    /** Makes a field, unless the table has one of this name. */
    Uni<Answer<Table>> addField(Caller caller, TableId table, NewField field);

    /** Gives a table another name. */
    Uni<Answer<Table>> rename(Caller caller, TableId table, String name);
}
