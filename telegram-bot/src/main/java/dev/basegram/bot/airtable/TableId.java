package dev.basegram.bot.airtable;

/**
 * The id of a table.
 *
 * @param value {@code tbl} and base62 characters, as Airtable gave it; 17 characters so far, which Airtable does not promise
 */
public record TableId(String value) implements Comparable<TableId> {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException for anything that is not {@code tbl} and base62 characters, so that no text of a person can
     *     pass for an id in a URL or a formula
     */
    public TableId {
        IdShape.check("tbl", value);
    }

    /** Tells whether a text has the shape of this id. */
    public static boolean isValid(String text) {
        return IdShape.fits("tbl", text);
    }

    @Override
    public int compareTo(TableId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
