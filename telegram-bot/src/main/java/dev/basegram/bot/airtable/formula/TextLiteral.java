package dev.basegram.bot.airtable.formula;

/**
 * Writes a text as a literal: the backslash first, then the quote, so that neither can end it.
 */
final class TextLiteral {
    private TextLiteral() {}

    static String of(String text) {
        var literal = new StringBuilder(text.length() + 8).append('\'');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '\\' -> literal.append("\\\\");
                case '\'' -> literal.append("\\'");
                case '\n' -> literal.append("\\n");
                case '\t' -> literal.append("\\t");
                default -> {
                    if (!isDropped(text, i)) {
                        literal.append(c);
                    }
                }
            }
        }
        return literal.append('\'').toString();
    }

    /** Control characters and halves of surrogate pairs, which no JSON carries whole. */
    private static boolean isDropped(String text, int i) {
        char c = text.charAt(i);
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return Character.isISOControl(c);
    }
}
