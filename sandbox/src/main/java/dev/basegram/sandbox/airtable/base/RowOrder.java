package dev.basegram.sandbox.airtable.base;

import dev.basegram.sandbox.airtable.formula.Coercion;
import dev.basegram.sandbox.airtable.formula.Value;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/**
 * Sorts rows as the service does: blanks first, numbers and dates by size, a select by the order of its choices, texts
 * without regard to case. Rows that are equal keep their order.
 */
final class RowOrder {
    private final Computation computation;
    private final Table table;
    private final List<View.Sort> sorts;

    RowOrder(Computation computation, Table table, List<View.Sort> sorts) {
        this.computation = computation;
        this.table = table;
        this.sorts = sorts.stream()
                .filter(sort -> table.find(sort.fieldId()).isPresent())
                .toList();
    }

    private record Keyed(Row row, List<Key> keys) {}

    /** What a row sorts by: its rank among blanks, numbers and texts, then its size. */
    private record Key(int rank, double number, String text) implements Comparable<Key> {
        private static final Comparator<Key> ORDER = Comparator.comparingInt(Key::rank)
                .thenComparingDouble(Key::number)
                .thenComparing(Key::text);

        @Override
        public int compareTo(Key other) {
            return ORDER.compare(this, other);
        }
    }

    List<Row> sorted(List<Row> rows) {
        if (sorts.isEmpty()) {
            return rows;
        }
        List<Keyed> keyed = new ArrayList<>(rows.size());
        for (Row row : rows) {
            keyed.add(new Keyed(row, sorts.stream().map(sort -> key(row, sort)).toList()));
        }
        keyed.sort(this::compare);
        return keyed.stream().map(Keyed::row).toList();
    }

    private int compare(Keyed left, Keyed right) {
        return IntStream.range(0, sorts.size())
                .map(level -> {
                    int order = left.keys().get(level).compareTo(right.keys().get(level));
                    return sorts.get(level).descending() ? -order : order;
                })
                .filter(order -> order != 0)
                .findFirst()
                .orElse(0);
    }

    private Key key(Row row, View.Sort sort) {
        Field field = table.field(sort.fieldId());
        if (field.type() == FieldType.SINGLE_SELECT) {
            return choiceKey(row, field);
        }
        Value value = computation.value(table, row, field);
        if (value instanceof Value.Blank) {
            return new Key(0, 0, "");
        }
        OptionalDouble number = value instanceof Value.Text ? OptionalDouble.empty() : Coercion.number(value);
        return number.isPresent()
                ? new Key(1, number.getAsDouble(), "")
                : new Key(2, 0, Coercion.text(value).toLowerCase(java.util.Locale.ROOT));
    }

    private static Key choiceKey(Row row, Field field) {
        var cell = row.cell(field.id());
        if (cell == null) {
            return new Key(0, 0, "");
        }
        List<Choice> choices = field.choices();
        int at = IntStream.range(0, choices.size())
                .filter(index -> choices.get(index).id().equals(cell.asText()))
                .findFirst()
                .orElse(choices.size());
        return new Key(1, at, "");
    }
}
