package dev.basegram.bot.airtable;

/**
 * How the base shows a day.
 *
 * @param name {@code local}, {@code friendly}, {@code us}, {@code european} or {@code iso}
 * @param pattern such as {@code D/M/YYYY}
 */
public record DateFormat(String name, String pattern) {
    /** The format taken where Airtable does not tell one. */
    public static final DateFormat ISO = new DateFormat("iso", "YYYY-MM-DD");
}
