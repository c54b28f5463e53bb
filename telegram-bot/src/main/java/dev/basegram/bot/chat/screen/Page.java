package dev.basegram.bot.chat.screen;

import java.util.List;

/**
 * A page of rows.
 *
 * @param rows those on it
 * @param number from 0
 * @param total of all rows there are
 * @param size the most rows a page has
 */
public record Page<T>(List<T> rows, int number, int total, int size) {
    /** Cuts a page out of all rows; a number beyond the last page gives the last. */
    public static <T> Page<T> of(List<T> all, int number, int size) {
        int last = Math.max(0, (all.size() - 1) / size);
        int page = Math.clamp(number, 0, last);
        int from = page * size;
        return new Page<>(List.copyOf(all.subList(from, Math.min(from + size, all.size()))), page, all.size(), size);
    }

    /** Returns the place of its first row, from 1; 0 where there is none. */
    public int first() {
        return rows.isEmpty() ? 0 : number * size + 1;
    }

    /** Returns the place of its last row. */
    public int last() {
        return number * size + rows.size();
    }

    /** Tells whether there is a page before. */
    public boolean hasPrevious() {
        return number > 0;
    }

    /** Tells whether there is a page after. */
    public boolean hasNext() {
        return last() < total;
    }
}
