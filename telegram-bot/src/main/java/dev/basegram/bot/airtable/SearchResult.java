package dev.basegram.bot.airtable;

import java.util.List;

/**
 * What a search found.
 *
 * @param hits those whose primary field has the words first, then the others, each in the order of the table
 * @param more whether the limit cut the hits
 * @param searched the snapshot searched; where it is truncated, what lies beyond its cap was not found
 */
public record SearchResult(List<AirtableRecord> hits, boolean more, Snapshot searched) {
    /** Creates a copy of the list. */
    public SearchResult {
        hits = List.copyOf(hits);
    }
}
