package dev.basegram.bot.session;

import java.time.Instant;
import java.util.List;

/**
 * Files that Airtable was given a link to, and that nobody has seen in the record yet.
 *
 * @param id stays the same when the update that gave them is handled again
 * @param session whose, and where they were told that the files are on the way
 * @param names as they were given to Airtable, without line breaks
 * @param linkedAt when Airtable was given the links
 * @param dueAt when to look the next time
 */
public record Arrival(
        String id,
        SessionKey session,
        String table,
        String record,
        String field,
        List<String> names,
        Instant linkedAt,
        Instant dueAt) {
    /** Creates a copy of the list. */
    public Arrival {
        names = List.copyOf(names);
    }
}
