package dev.basegram.bot.chat.text;

import java.util.regex.Pattern;

/** Takes Airtable's mention tags out of a long text, leaving the names. */
final class Mentions {
    private static final Pattern TAG = Pattern.compile("</?airtable:mention[^>]*>");

    private Mentions() {}

    static String strip(String text) {
        return text.contains("<") ? TAG.matcher(text).replaceAll("") : text;
    }
}
