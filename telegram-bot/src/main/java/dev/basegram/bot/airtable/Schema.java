package dev.basegram.bot.airtable;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * The tables of a base with their fields and views.
 *
 * @param base whose
 * @param tables in the order of the base
 * @param readAt when it was read from Airtable
 */
public record Schema(BaseId base, List<Table> tables, Instant readAt) {
    /** Creates a copy of the list. */
    public Schema {
        tables = List.copyOf(tables);
    }

    /** Returns a table by its id; empty where the base no longer has it. */
    public Optional<Table> table(TableId id) {
        return tables.stream().filter(table -> table.id().equals(id)).findFirst();
    }

    /** Returns a table by its exact name; for settings that name tables, never for data. */
    public Optional<Table> tableNamed(String name) {
        return tables.stream().filter(table -> table.name().equals(name)).findFirst();
    }
}
