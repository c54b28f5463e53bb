package dev.basegram.bot.airtable;

import java.time.Instant;
import java.util.Map;

/**
 * A record as it was at one moment.
 *
 * @param id of the record
 * @param created when, by Airtable's clock
 * @param cells what is in it by field; an empty cell has no entry. Unmodifiable
 */
public record AirtableRecord(RecordId id, Instant created, Map<FieldId, CellValue> cells) {
    /** Returns what a cell holds; {@link CellValue.Empty} where nothing. */
    public CellValue cell(FieldId field) {
        CellValue value = cells.get(field);
        return value == null ? CellValue.empty() : value;
    }
}
