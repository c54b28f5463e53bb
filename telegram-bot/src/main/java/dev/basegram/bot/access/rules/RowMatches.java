package dev.basegram.bot.access.rules;

import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import java.util.Set;

/** Knows which rows an admin's formula holds for: Airtable is asked, so that both sides agree by construction. */
@FunctionalInterface
public interface RowMatches {
    /** Returns the rows, from memory; none while they are not known or the formula is broken, since unknown means no. */
    Set<RecordId> matching(TableId table, String formula);

    /** Returns the rows of a view, from memory; none while they are not known or the view is gone. */
    default Set<RecordId> inView(TableId table, ViewId view) {
        return Set.of();
    }

    /** Notes that a record was made here: what is known of its table is too old from now on. */
    default void made(TableId table) {}
}
