package dev.basegram.bot.chat.browse;

import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Speech;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds the names of linked records, so that people read names and not ids. A table that is not for the person, or that Airtable
 * does not give just now, leaves its links unnamed.
 */
public final class LinkNames {
    private static final int MOST = 100;

    private LinkNames() {}

    /** Returns a writer of cells that knows the names of what these records link to in these fields. */
    public static CellText cells(
            PermittedBase base, Collection<Field> fields, Collection<AirtableRecord> records, Speech speech)
            throws InterruptedException {
        Map<RecordId, String> names = new HashMap<>();
        for (Map.Entry<TableId, Set<RecordId>> wanted : wanted(fields, records).entrySet()) {
            names.putAll(of(base, wanted.getKey(), wanted.getValue(), speech));
        }
        return new CellText(speech, id -> names.getOrDefault(id, ""));
    }

    private static Map<TableId, Set<RecordId>> wanted(Collection<Field> fields, Collection<AirtableRecord> records) {
        Map<TableId, Set<RecordId>> wanted = new LinkedHashMap<>();
        for (Field field : fields) {
            if (field.type() instanceof FieldType.RecordLinks links && links.linkedTable() != null) {
                Set<RecordId> ids = wanted.computeIfAbsent(links.linkedTable(), _ -> new LinkedHashSet<>());
                for (AirtableRecord record : records) {
                    if (record.cell(field.id()) instanceof CellValue.Links(List<RecordId> linked)) {
                        linked.stream().limit(MOST - ids.size()).forEach(ids::add);
                    }
                }
            }
        }
        wanted.values().removeIf(Set::isEmpty);
        return wanted;
    }

    /** Returns the names of records of a table, as far as they can be had. */
    public static Map<RecordId, String> of(PermittedBase base, TableId tableId, Collection<RecordId> ids, Speech speech)
            throws InterruptedException {
        if (!(base.table(tableId) instanceof Answer.Ok<Table>(Table table))
                || !(base.records(table, ids) instanceof Answer.Ok<Map<RecordId, AirtableRecord>>(var found))) {
            return Map.of();
        }
        CellText cells = CellText.withoutNames(speech);
        Map<RecordId, String> names = new HashMap<>();
        found.forEach((id, record) -> names.put(id, RowLine.name(table, record, cells, speech)));
        return names;
    }
}
