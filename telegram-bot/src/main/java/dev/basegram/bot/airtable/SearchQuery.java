package dev.basegram.bot.airtable;

import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * What to look for in a table.
 *
 * @param table where
 * @param words what the person typed: every word has to be found, in any field, as part of a word, whatever the case and the
 *     accents. Numbers are found in texts and in numbers; marks such as quotes mean themselves
 * @param fields the fields to look into; null for all. Fields a person may not see have to be left out here, or their contents
 *     could be guessed by searching
 * @param filter the records of memory that may be found at all; asked only for those with the words
 * @param scope the same rows in Airtable's own words, for a table of which memory holds a part
 * @param limit the most hits to return, 1 or more
 */
public record SearchQuery(
        TableId table,
        String words,
        @Nullable Set<FieldId> fields,
        Predicate<AirtableRecord> filter,
        RowScope scope,
        int limit) {
    /** Checks the limit and copies the set. */
    public SearchQuery {
        if (limit < 1) {
            throw new IllegalArgumentException("limit must be 1 or more, not " + limit);
        }
        fields = fields == null ? null : Set.copyOf(fields);
    }

    /** Returns a query over all fields and records. */
    public static SearchQuery everywhere(TableId table, String words, int limit) {
        return new SearchQuery(table, words, null, _ -> true, RowScope.EVERYTHING, limit);
    }
}
