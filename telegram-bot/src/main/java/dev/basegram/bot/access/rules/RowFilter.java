package dev.basegram.bot.access.rules;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.RowScope;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.formula.Condition;
import java.util.Optional;
import java.util.function.Predicate;

/**
 * The rows of one table that one person may see, twice over: as a test of a record at hand, and as the scope of what Airtable is asked
 * on their behalf. The condition of the scope never leaves out what the test lets through, and the test, or as much of it as the
 * condition cannot say, is applied to what comes back: so both roads lead to the same rows.
 */
public final class RowFilter {
    private static final RowFilter EVERYTHING = new RowFilter(_ -> true, RowScope.EVERYTHING, false);
    private static final RowFilter NOTHING = new RowFilter(
            _ -> false, new RowScope(Optional.empty(), Optional.of(Condition.never()), _ -> false), false);

    private final Predicate<AirtableRecord> test;
    private final RowScope scope;
    private final boolean cut;

    private RowFilter(Predicate<AirtableRecord> test, RowScope scope, boolean cut) {
        this.test = test;
        this.scope = scope;
        this.cut = cut;
    }

    /** Returns the filter of somebody who sees every row. */
    public static RowFilter everything() {
        return EVERYTHING;
    }

    /** Returns the filter of somebody who sees none. */
    public static RowFilter nothing() {
        return NOTHING;
    }

    /**
     * Returns a filter that goes by a record's own cells or id.
     *
     * @param condition holds at least wherever the test does
     */
    static RowFilter of(Predicate<AirtableRecord> test, Condition condition) {
        return new RowFilter(test, new RowScope(Optional.empty(), Optional.of(condition), test), false);
    }

    /**
     * Returns a filter by a view, whose rows Airtable alone can tell.
     *
     * @param shown tests against what memory holds of the view
     * @param cut whether that is not all of it: then the view itself decides, asked anew
     */
    static RowFilter inView(Predicate<AirtableRecord> shown, ViewId view, boolean cut) {
        return new RowFilter(shown, new RowScope(Optional.of(view), Optional.empty(), cut ? _ -> true : shown), cut);
    }

    /** Tells whether the person may see a record. Where {@link #isCut}, a no may mean that memory does not know. */
    public boolean admits(AirtableRecord record) {
        return test.test(record);
    }

    /** Returns the same rows as the scope of a question to Airtable. */
    public RowScope scope() {
        return scope;
    }

    /** Tells whether memory knows only part of the rows. */
    public boolean isCut() {
        return cut;
    }

    /** Tells whether nothing has to be filtered. */
    public boolean isEverything() {
        return this == EVERYTHING;
    }
}
