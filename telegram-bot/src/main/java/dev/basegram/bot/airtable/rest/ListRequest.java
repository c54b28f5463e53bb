package dev.basegram.bot.airtable.rest;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.formula.Condition;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What to list of a table.
 *
 * @param view its filter and order; null for the whole table
 * @param filter in addition; null for none
 * @param sort overrides the view's order; empty for none
 * @param fields the fields wanted; empty for all
 * @param pageSize 1–100
 * @param offset where the last page ended; null for the first
 * @param commentCount whether to count each record's comments
 */
public record ListRequest(
        @Nullable ViewId view,
        @Nullable Condition filter,
        List<Sort> sort,
        List<FieldId> fields,
        int pageSize,
        @Nullable String offset,
        boolean commentCount) {
    /** The most records of a page. */
    public static final int MOST = 100;

    /**
     * One key of an order.
     *
     * @param field by which
     * @param descending whether the greatest comes first
     */
    public record Sort(FieldId field, boolean descending) {}

    /** Checks the page size and copies the lists. */
    public ListRequest {
        if (pageSize < 1 || pageSize > MOST) {
            throw new IllegalArgumentException("pageSize must be 1–100, not " + pageSize);
        }
        sort = List.copyOf(sort);
        fields = List.copyOf(fields);
    }

    /** Returns a request for the first page of a table, or of a view. */
    public static ListRequest all(@Nullable ViewId view) {
        return new ListRequest(view, null, List.of(), List.of(), MOST, null, false);
    }

    /** Returns a request for the records of which this holds. */
    public static ListRequest where(Condition filter) {
        return new ListRequest(null, filter, List.of(), List.of(), MOST, null, false);
    }

    /** Returns the same request for the page that begins at this offset. */
    public ListRequest from(String next) {
        return new ListRequest(view, filter, sort, fields, pageSize, next, commentCount);
    }
}
