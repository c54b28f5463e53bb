package dev.basegram.bot.chat.cell;

import dev.basegram.bot.airtable.CellChange;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.util.List;
import java.util.Map;

/**
 * The write for one field: links and multiple selects are merged with what others add meanwhile; everything else is replaced on
 * condition that nobody touched it since it was seen.
 */
public final class FieldWrites {
    private FieldWrites() {}

    /** Returns the write that turns what was seen into what is wanted. */
    public static RecordChange change(TableId table, RecordId record, FieldId field, CellValue seen, CellValue wanted) {
        CellChange change = change(seen, wanted);
        Map<FieldId, CellValue> expected = change instanceof CellChange.Put ? Map.of(field, seen) : Map.of();
        return new RecordChange(table, record, Map.of(field, change), expected);
    }

    private static CellChange change(CellValue seen, CellValue wanted) {
        if (seen instanceof CellValue.Links || wanted instanceof CellValue.Links) {
            List<RecordId> before = seen instanceof CellValue.Links(List<RecordId> ids) ? ids : List.of();
            List<RecordId> after = wanted instanceof CellValue.Links(List<RecordId> ids) ? ids : List.of();
            return new CellChange.Links(Delta.added(before, after), Delta.removed(before, after));
        }
        if (seen instanceof CellValue.Choices || wanted instanceof CellValue.Choices) {
            List<String> before = seen instanceof CellValue.Choices(List<String> names) ? names : List.of();
            List<String> after = wanted instanceof CellValue.Choices(List<String> names) ? names : List.of();
            return new CellChange.Choices(Delta.added(before, after), Delta.removed(before, after));
        }
        return new CellChange.Put(wanted);
    }
}
