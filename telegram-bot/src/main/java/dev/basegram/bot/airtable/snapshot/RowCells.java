package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import java.util.AbstractMap;
import java.util.AbstractSet;
import java.util.Iterator;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The cells of a row as a map that takes the memory of an array. Unmodifiable. */
final class RowCells extends AbstractMap<FieldId, CellValue> {
    private final Layout layout;
    private final @Nullable CellValue[] values;
    private volatile @Nullable String folded;

    RowCells(Layout layout, @Nullable CellValue[] values) {
        this.layout = layout;
        this.values = values;
    }

    /** Returns the text searched in, made at the first search. */
    String folded() {
        String text = folded;
        if (text == null) {
            text = Folding.row(this);
            folded = text;
        }
        return text;
    }

    @Override
    public @Nullable CellValue get(@Nullable Object field) {
        if (!(field instanceof FieldId id)) {
            return null;
        }
        Integer place = layout.places().get(id);
        return place == null || place >= values.length ? null : values[place];
    }

    @Override
    public boolean containsKey(@Nullable Object field) {
        return get(field) != null;
    }

    @Override
    public int size() {
        int size = 0;
        for (CellValue value : values) {
            size += value == null ? 0 : 1;
        }
        return size;
    }

    @Override
    public Set<Map.Entry<FieldId, CellValue>> entrySet() {
        return new AbstractSet<>() {
            @Override
            public Iterator<Map.Entry<FieldId, CellValue>> iterator() {
                return new Entries();
            }

            @Override
            public int size() {
                return RowCells.this.size();
            }
        };
    }

    private final class Entries implements Iterator<Map.Entry<FieldId, CellValue>> {
        private int next;

        @Override
        public boolean hasNext() {
            while (next < values.length && values[next] == null) {
                next++;
            }
            return next < values.length;
        }

        @Override
        public Map.Entry<FieldId, CellValue> next() {
            CellValue value = hasNext() ? values[next] : null;
            if (value == null) {
                throw new NoSuchElementException();
            }
            return Map.entry(layout.fields().get(next++), value);
        }
    }
}
