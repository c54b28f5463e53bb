package dev.basegram.bot.airtable;

/**
 * The id of a view.
 *
 * @param value {@code viw} and base62 characters, as Airtable gave it; 17 characters so far, which Airtable does not promise
 */
public record ViewId(String value) implements Comparable<ViewId> {
    /**
     * Checks the shape.
     *
     * @throws IllegalArgumentException for anything that is not {@code viw} and base62 characters, so that no text of a person can
     *     pass for an id in a URL or a formula
     */
    public ViewId {
        IdShape.check("viw", value);
    }

    /** Tells whether a text has the shape of this id. */
    public static boolean isValid(String text) {
        return IdShape.fits("viw", text);
    }

    @Override
    public int compareTo(ViewId other) {
        return value.compareTo(other.value);
    }

    @Override
    public String toString() {
        return value;
    }
}
