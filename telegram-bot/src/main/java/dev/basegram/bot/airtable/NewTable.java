package dev.basegram.bot.airtable;

import java.util.List;

/**
 * A table to be made.
 *
 * @param name not taken in the base
 * @param description what it is for
 * @param fields the first of them names a record
 */
public record NewTable(String name, String description, List<NewField> fields) {
    /** Creates a copy of the list. */
    public NewTable {
        fields = List.copyOf(fields);
    }
}
