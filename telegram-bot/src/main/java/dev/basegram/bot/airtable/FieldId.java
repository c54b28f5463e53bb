package dev.basegram.bot.airtable;

/**
 * The id of a field.
 *
 * @param value {@code fld} and base62 characters, as Airtable gave it; 17 characters so far, which Airtable does not promise
 */
public record FieldId(String value) implements Comparable<FieldId> {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException for anything that is not {@code fld} and base62 characters, so that no text of a person can
     *     pass for an id in a URL or a formula
     */
    public FieldId {
        IdShape.check("fld", value);
    }

    /** Tells whether a text has the shape of this id. */
    public static boolean isValid(String text) {
        return IdShape.fits("fld", text);
    }

    @Override
    public int compareTo(FieldId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
