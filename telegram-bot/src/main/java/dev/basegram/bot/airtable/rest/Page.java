package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.AirtableRecord;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A page of records.
 *
 * @param records in order
 * @param offset where the next page begins; null at the end
 */
public record Page(List<AirtableRecord> records, @Nullable String offset) {
    /** Creates a copy of the list. */
    public Page {
        records = List.copyOf(records);
    }
}
