package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.RecordId;
import java.util.List;

/**
 * What a write made of its records.
 *
 * @param records as they are now, in the order in which they were sent
 * @param created which of them are new; told for upserts only
 */
public record Written(List<AirtableRecord> records, List<RecordId> created) {
    /** Creates copies of the lists. */
    public Written {
        records = List.copyOf(records);
        created = List.copyOf(created);
    }
}
