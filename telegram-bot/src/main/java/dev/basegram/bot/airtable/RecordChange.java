package dev.basegram.bot.airtable;

import java.util.HashMap;
import java.util.Map;

/**
 * A change to one record: the touched fields, and nothing else.
 *
 * @param table where
 * @param record which
 * @param cells what to do to each touched field; not empty
 * @param expected what the person saw in touched fields; where one of them holds something else by now, nothing is written and the
 *     outcome is {@link UpdateOutcome.Conflict}. Empty to write without looking
 */
public record RecordChange(
        TableId table, RecordId record, Map<FieldId, CellChange> cells, Map<FieldId, CellValue> expected) {
    /** Copies the maps and checks that something changes. */
    public RecordChange {
        cells = Map.copyOf(cells);
        expected = Map.copyOf(expected);
        if (cells.isEmpty()) {
            throw new IllegalArgumentException("a change must touch at least one field");
        }
    }

    /** Returns a change that puts values in, without looking at what is there. */
    public static RecordChange put(TableId table, RecordId record, Map<FieldId, CellValue> values) {
        Map<FieldId, CellChange> cells = new HashMap<>();
        values.forEach((field, value) -> cells.put(field, new CellChange.Put(value)));
        return new RecordChange(table, record, cells, Map.of());
    }

    /** Returns the same change on condition that these fields still hold what the person saw. */
    public RecordChange expecting(Map<FieldId, CellValue> seen) {
        return new RecordChange(table, record, cells, seen);
    }
}
