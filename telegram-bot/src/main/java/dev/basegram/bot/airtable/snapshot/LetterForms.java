package dev.basegram.bot.airtable.snapshot;

import java.text.Normalizer;
import java.util.HashMap;
import java.util.Map;

/**
 * Knows which characters {@link Folding} takes for one, and writes patterns (RE2) in which each character of a word stands for all of
 * its forms: {@code e} for é and Ê too.
 */
final class LetterForms {
    /** Accents that stand alone after their letter. */
    private static final String MARKS = "\\p{Mn}*";

    private static final int FIRST_BEYOND_ASCII = 128;
    private static final int LAST = 0xFFFF;
    private static final Map<String, String> FORMS = forms();

    private LetterForms() {}

    private static Map<String, String> forms() {
        Map<String, StringBuilder> forms = new HashMap<>();
        for (int c = 'A'; c <= LAST; c++) {
            if (!Character.isLetterOrDigit(c) || Character.isIdeographic(c) || isHangul(c)) {
                continue;
            }
            String form = Character.toString(c);
            String folded = Folding.fold(form);
            int letters = folded.codePointCount(0, folded.length());
            if (!folded.equals(form) && (letters == 1 || letters == 2)) {
                forms.computeIfAbsent(folded, _ -> new StringBuilder()).append(form);
            }
        }
        Map<String, String> all = new HashMap<>();
        forms.forEach((folded, others) -> all.put(folded, others.toString()));
        return Map.copyOf(all);
    }

    /** Syllables come apart into letters, and there are more of them than of all the rest. */
    private static boolean isHangul(int c) {
        return Character.UnicodeScript.of(c) == Character.UnicodeScript.HANGUL;
    }

    /** Returns a pattern that finds a folded word in a text that is not folded. */
    static String pattern(String word) {
        var pattern = new StringBuilder();
        // Folding takes the syllables of Hangul apart; in a cell they are whole.
        int[] letters =
                Normalizer.normalize(word, Normalizer.Form.NFC).codePoints().toArray();
        int i = 0;
        while (i < letters.length) {
            String one = Character.toString(letters[i]);
            String two = i + 1 < letters.length ? one + Character.toString(letters[i + 1]) : "";
            String together = FORMS.get(two);
            if (together != null) {
                pattern.append("(?:").append(single(one)).append(single(Character.toString(letters[i + 1])));
                pattern.append("|[").append(together).append("])");
                i += 2;
            } else {
                pattern.append(single(one));
                i++;
            }
        }
        return pattern.toString();
    }

    private static String single(String folded) {
        // Of a letter with two small forms the one at the end of a word is another than in its midst.
        String letter = Folding.fold(folded);
        String others = FORMS.get(letter);
        if (others != null) {
            return "[" + letter + others + "]" + MARKS;
        }
        int c = letter.codePointAt(0);
        if (Character.isLetterOrDigit(c)) {
            return letter + MARKS;
        }
        if (Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE) {
            return "."; // no formula can hold it
        }
        return c < FIRST_BEYOND_ASCII ? "\\" + letter : letter;
    }
}
