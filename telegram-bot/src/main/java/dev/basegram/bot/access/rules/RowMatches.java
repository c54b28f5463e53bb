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

    /**
     * The rows of a view.
     *
     * @param cut whether there are more than memory holds
     */
    record Shown(Set<RecordId> rows, boolean cut) {
        /** No row. */
        public static final Shown NONE = new Shown(Set.of(), false);

        /** Creates a copy of the set. */
        public Shown {
            rows = Set.copyOf(rows);
        }
    }

    /** Returns the rows of a view, from memory; none while they are not known or the view is gone. */
    default Shown inView(TableId table, ViewId view) {
        return Shown.NONE;
    }

    /** Notes that a record was made here: what is known of its table is too old from now on. */
    default void made(TableId table) {}
}
