package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.CellValue;
import java.util.HashMap;
import java.util.Map;

/**
 * Makes equal cells one object: options, ticks, people, links, small numbers and dates come again and again in a table.
 *
 * <p>Bounded: past its size, new values are kept as they come. Not thread-safe.
 */
final class Pool {
    private static final int MOST = 20_000;
    private static final int LONGEST_TEXT = 40;

    private final Map<CellValue, CellValue> values = new HashMap<>();

    CellValue share(CellValue value) {
        boolean worthIt = switch (value) {
            case CellValue.Text(String text) -> text.length() <= LONGEST_TEXT;
            case CellValue.Attachments _, CellValue.RichText _, CellValue.AiText _, CellValue.Raw _ -> false;
            default -> true;
        };
        if (!worthIt) {
            return value;
        }
        CellValue known = values.get(value);
        if (known != null) {
            return known;
        }
        if (values.size() < MOST) {
            values.put(value, value);
        }
        return value;
    }
}
