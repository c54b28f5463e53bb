package dev.basegram.sandbox.airtable.base;

import dev.basegram.sandbox.airtable.formula.Coercion;
import dev.basegram.sandbox.airtable.formula.Formula;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which rows of a table, in which order.
 *
 * @param view its filter applies, and its order unless {@code sorts} names another; null for the whole table
 * @param filter applies besides the view's; null for none
 */
public record RowQuery(@Nullable View view, @Nullable Formula filter, List<View.Sort> sorts) {

    /** The rows as they are now. */
    public List<Row> rows(Table table, Computation computation) {
        List<Row> kept = new ArrayList<>();
        for (Row row : table.rows()) {
            if (passes(view == null ? null : view.filter(), table, row, computation)
                    && passes(filter, table, row, computation)) {
                kept.add(row);
            }
        }
        List<View.Sort> order = sorts.isEmpty() && view != null ? view.sorts() : sorts;
        return new RowOrder(computation, table, order).sorted(kept);
    }

    private static boolean passes(@Nullable Formula formula, Table table, Row row, Computation computation) {
        return formula == null || Coercion.truthy(formula.evaluate(computation.row(table, row), computation.clock()));
    }
}
