package dev.basegram.bot.airtable;

import java.util.Map;

/**
 * A record to be created.
 *
 * @param table where
 * @param cells what goes into it; empty values may be left out
 * @param key names this creation once and for all: the same key never makes a second record, whatever crashes in between. 1–100
 *     characters of {@code A-Za-z0-9_.:-}
 */
public record NewRecord(TableId table, Map<FieldId, CellValue> cells, String key) {
    private static final int LONGEST_KEY = 100;

    /** Copies the map and checks the key. */
    public NewRecord {
        cells = Map.copyOf(cells);
        if (key.isEmpty() || key.length() > LONGEST_KEY || !key.chars().allMatch(NewRecord::plain)) {
            throw new IllegalArgumentException("key must be 1–100 characters of A-Za-z0-9_.:-, not '" + key + "'");
        }
    }

    private static boolean plain(int c) {
        return (c >= '0' && c <= '9')
                || (c >= 'A' && c <= 'Z')
                || (c >= 'a' && c <= 'z')
                || c == '_'
                || c == '.'
                || c == ':'
                || c == '-';
    }
}
