package dev.basegram.sandbox.airtable.base;

import dev.basegram.sandbox.airtable.formula.Formula;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A view: which rows, in which order, and which fields the grid shows.
 *
 * @param type {@code grid}, {@code form}, …
 * @param visibleFieldIds null when all are visible
 * @param filter null when every row is shown
 * @param filterText the filter as written, with field ids; null with {@code filter}
 */
public record View(
        String id,
        String name,
        String type,
        @Nullable List<String> visibleFieldIds,
        @Nullable Formula filter,
        @Nullable String filterText,
        List<Sort> sorts) {

    /** One level of an order. */
    public record Sort(String fieldId, boolean descending) {}
}
