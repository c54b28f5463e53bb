package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.ViewId;
import org.jspecify.annotations.Nullable;

/**
 * What a call was about, so that an error can be told in its terms.
 *
 * @param base of which base
 * @param scope what the call needs the token to be allowed
 * @param table of which table; null where of none
 * @param record of which record; null where of none, or of several
 * @param view of which view; null where of none
 */
public record Asked(
        BaseId base,
        Scope scope,
        @Nullable Table table,
        @Nullable RecordId record,
        @Nullable ViewId view) {
    /** Returns a call about a table as a whole. */
    public static Asked of(BaseId base, Scope scope, Table table) {
        return new Asked(base, scope, table, null, null);
    }

    /** Returns the same call about one record. */
    public Asked about(RecordId one) {
        return new Asked(base, scope, table, one, view);
    }

    /** Returns the same call about one view. */
    public Asked in(@Nullable ViewId one) {
        return new Asked(base, scope, table, record, one);
    }
}
