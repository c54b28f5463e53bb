package dev.basegram.bot.chat.cell;

import dev.basegram.bot.airtable.CellChange;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import java.util.List;
import java.util.Map;

/**
 * The write for one field: links, multiple selects and people are merged with what others add meanwhile; everything else is replaced on
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
        if ((seen instanceof CellValue.People || wanted instanceof CellValue.People) && identified(wanted)) {
            List<String> before = ids(seen);
            List<String> after = ids(wanted);
            return new CellChange.People(Delta.added(before, after), Delta.removed(before, after));
        }
        return new CellChange.Put(wanted);
    }

    /** Whom only an address names can be put into a cell, but not told from those who are in it. */
    private static boolean identified(CellValue value) {
        return ids(value).stream().noneMatch(String::isEmpty);
    }

    private static List<String> ids(CellValue value) {
        return value instanceof CellValue.People(List<Collaborator> people)
                ? people.stream().map(Collaborator::id).toList()
                : List.of();
    }
}
