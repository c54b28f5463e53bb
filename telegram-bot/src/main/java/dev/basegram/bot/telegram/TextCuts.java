package dev.basegram.bot.telegram;

import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Finds where a long text may be cut: between paragraphs, else lines, sentences, words, and at worst characters. */
final class TextCuts {
    /** One part of the text, as UTF-16 offsets. */
    record Part(int from, int to) {}

    private static final List<String> BREAKS = List.of("\n\n", "\n", ". ", "! ", "? ", "; ", ", ", " ");

    private TextCuts() {}

    /** Returns parts that are not blank and at most {@code max} long; white space around a cut is dropped. */
    static List<Part> parts(String text, int max) {
        List<Part> parts = new ArrayList<>();
        int from = skipSpace(text, 0);
        while (from < text.length()) {
            int to = text.length() - from <= max ? text.length() : cut(text, from, from + max);
            int end = trimSpace(text, from, to);
            if (end > from) {
                parts.add(new Part(from, end));
            }
            from = skipSpace(text, to);
        }
        return parts;
    }

    /** Returns the best place after {@code from} and not after {@code limit}: a break in the second half of the window. */
    private static int cut(String text, int from, int limit) {
        int earliest = from + (limit - from) / 2;
        for (String separator : BREAKS) {
            int at = text.lastIndexOf(separator, limit - separator.length());
            if (at >= earliest) {
                return at + separator.length();
            }
        }
        int whole = wholeCharacter(text, limit);
        return whole > from ? whole : limit;
    }

    /** Returns the last place not after {@code limit} that cuts no visible character in two. */
    static int wholeCharacter(String text, int limit) {
        if (limit >= text.length()) {
            return text.length();
        }
        BreakIterator characters = BreakIterator.getCharacterInstance(Locale.ROOT);
        int start = Math.max(0, limit - 64); // no visible character is longer; the iterator reads all it is given
        characters.setText(text.substring(start, Math.min(text.length(), limit + 64)));
        int within = characters.isBoundary(limit - start) ? limit - start : characters.preceding(limit - start);
        int at = start + Math.max(within, 0);
        return at > start ? at : Character.isLowSurrogate(text.charAt(limit)) ? limit - 1 : limit;
    }

    private static int skipSpace(String text, int from) {
        int at = from;
        while (at < text.length() && Character.isWhitespace(text.charAt(at))) {
            at++;
        }
        return at;
    }

    private static int trimSpace(String text, int from, int to) {
        int end = to;
        while (end > from && Character.isWhitespace(text.charAt(end - 1))) {
            end--;
        }
        return end;
    }
}
