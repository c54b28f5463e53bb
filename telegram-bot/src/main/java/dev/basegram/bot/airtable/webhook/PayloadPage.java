package dev.basegram.bot.airtable.webhook;

import java.util.List;

/**
 * A page of payloads.
 *
 * @param changes in order
 * @param cursor where the next page begins: to be kept once these are dealt with
 * @param mightHaveMore whether there may be more at once
 */
public record PayloadPage(List<BaseChange> changes, long cursor, boolean mightHaveMore) {
    /** Creates a copy of the list. */
    public PayloadPage {
        changes = List.copyOf(changes);
    }
}
