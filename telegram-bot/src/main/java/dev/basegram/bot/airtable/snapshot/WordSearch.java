package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Snapshot;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Finds words in a snapshot. */
public final class WordSearch {
    private WordSearch() {}

    /**
     * Returns the records that hold all words, those with all of them in the primary field first.
     *
     * @param primary the field that names a record; null where it may not be seen
     */
    public static SearchResult search(Snapshot snapshot, SearchQuery query, @Nullable FieldId primary) {
        List<String> words = Folding.words(query.words());
        List<AirtableRecord> named = new ArrayList<>();
        List<AirtableRecord> others = new ArrayList<>();
        if (!words.isEmpty()) {
            for (AirtableRecord record : snapshot.records()) {
                if (!mayHold(record, words) || !query.filter().test(record)) {
                    continue;
                }
                if (primary != null && holdsAll(Folding.cell(record.cell(primary)), words)) {
                    named.add(record);
                } else if (query.fields() == null || holdsAll(visible(record, query), words)) {
                    others.add(record);
                }
            }
        }
        int found = named.size() + others.size();
        named.addAll(others);
        return SearchResult.held(named.subList(0, Math.min(query.limit(), found)), found > query.limit(), snapshot);
    }

    private static boolean mayHold(AirtableRecord record, List<String> words) {
        Map<FieldId, CellValue> cells = record.cells();
        return !(cells instanceof RowCells row) || holdsAll(row.folded(), words);
    }

    private static boolean holdsAll(String text, List<String> words) {
        for (String word : words) {
            if (!text.contains(word)) {
                return false;
            }
        }
        return true;
    }

    private static String visible(AirtableRecord record, SearchQuery query) {
        var text = new StringBuilder();
        if (query.fields() != null) {
            query.fields().forEach(field -> text.append(Folding.cell(record.cell(field))));
        }
        return text.toString();
    }
}
