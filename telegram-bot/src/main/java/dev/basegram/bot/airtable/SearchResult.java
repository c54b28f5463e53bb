package dev.basegram.bot.airtable;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits those whose primary field has the words first, then the others, each in the order of the table
 * @param more whether the limit cut the hits
 * @param searched the snapshot searched
 * @param whole whether every row was looked at; not, where the snapshot is cut by its cap and Airtable could not say what lies beyond
 */
public record SearchResult(List<AirtableRecord> hits, boolean more, Snapshot searched, boolean whole) {
    /** Returns the result of a search of memory alone. */
    public static SearchResult held(List<AirtableRecord> hits, boolean more, Snapshot searched) {
        return new SearchResult(hits, more, searched, !searched.truncated());
    }

    /** Creates a copy of the list. */
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
