package dev.basegram.bot.chat.text;

import java.text.Normalizer;
import java.util.Locale;
import java.util.regex.Pattern;

/** Compares texts as people mean them: whatever the case and the accents. */
public final class SearchText {
    private static final Pattern MARKS = Pattern.compile("\\p{M}+");

    private SearchText() {}

    /** Tells whether two texts are the same but for case, accents and space around. */
    public static boolean same(String one, String other) {
        return folded(one).equals(folded(other));
    }

    /** Tells whether a text contains every word of another. */
    public static boolean contains(String text, String words) {
        String folded = folded(text);
        for (String word : folded(words).split("\\s+")) {
            if (!folded.contains(word)) {
                return false;
            }
        }
        return true;
    }

    /** Returns a text without accents and in one case. */
    public static String folded(String text) {
        String plain =
                MARKS.matcher(Normalizer.normalize(text, Normalizer.Form.NFKD)).replaceAll("");
        return plain.toLowerCase(Locale.ROOT).replace('ё', 'е').strip();
    }
}
