package dev.basegram.bot.airtable;

/**
 * The id of a base.
 *
 * @param value {@code app} and base62 characters, as Airtable gave it; 17 characters so far, which Airtable does not promise
 */
public record BaseId(String value) implements Comparable<BaseId> {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException for anything that is not {@code app} and base62 characters, so that no text of a person can
     *     pass for an id in a URL or a formula
     */
    public BaseId {
        IdShape.check("app", value);
    }

    /** Tells whether a text has the shape of this id. */
    public static boolean isValid(String text) {
        return IdShape.fits("app", text);
    }

    @Override
    public int compareTo(BaseId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
