package dev.basegram.bot.airtable;

/**
 * The id of a record.
 *
 * @param value {@code rec} and base62 characters, as Airtable gave it; 17 characters so far, which Airtable does not promise
 */
public record RecordId(String value) implements Comparable<RecordId> {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException for anything that is not {@code rec} and base62 characters, so that no text of a person can
     *     pass for an id in a URL or a formula
     */
    public RecordId {
        IdShape.check("rec", value);
    }

    /** Tells whether a text has the shape of this id. */
    public static boolean isValid(String text) {
        return IdShape.fits("rec", text);
    }

    @Override
    public int compareTo(RecordId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
