package dev.basegram.bot.airtable;

import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rows that a question to Airtable may be about at all: those that all three parts let through. Airtable applies the first two,
 * the client the last, to what comes back.
 *
 * @param view only rows that it shows; empty for the whole table
 * @param condition only rows for which it holds; empty for no condition
 * @param rest what neither of these can say
 */
public record RowScope(Optional<ViewId> view, Optional<RowCondition> condition, Predicate<AirtableRecord> rest) {
    /** All rows of a table. */
    public static final RowScope EVERYTHING = new RowScope(Optional.empty(), Optional.empty(), _ -> true);

    /** Returns the rows for which a condition says it all. */
    public static RowScope where(RowCondition condition) {
        return new RowScope(Optional.empty(), Optional.of(condition), _ -> true);
    }
}
