package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Makes compact rows of the records of one table. Thread-safe. */
final class Rows {
    private final Pool pool = new Pool();
    private Layout layout;

    Rows(Table table) {
        layout = Layout.of(table.fields().stream().map(Field::id).toList());
    }

    synchronized AirtableRecord compact(AirtableRecord record) {
        Map<FieldId, CellValue> cells = record.cells();
        if (cells instanceof RowCells) {
            return record;
        }
        if (!layout.holdsAll(cells.keySet())) {
            List<FieldId> more = new ArrayList<>(layout.fields());
            cells.keySet().stream()
                    .filter(field -> !layout.places().containsKey(field))
                    .forEach(more::add);
            layout = Layout.of(more);
        }
        @Nullable CellValue[] values = new CellValue[layout.fields().size()];
        cells.forEach((field, value) -> {
            Integer place = layout.places().get(field);
            if (place != null) {
                values[place] = pool.share(value);
            }
        });
        return new AirtableRecord(record.id(), record.created(), new RowCells(layout, values));
    }
}
