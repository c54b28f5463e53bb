package dev.basegram.bot.telegram;

import java.net.URI;
import java.net.URISyntaxException;
import java.util.Locale;
import java.util.Set;

/** What may stand in a message: escaping, and characters and addresses that Telegram refuses. */
final class PlainText {
    private static final Set<String> SCHEMES = Set.of("http", "https", "tg", "mailto", "tel");

    private PlainText() {}

    /** Escapes the four characters that matter in text and in attributes. */
    static String escape(String text) {
        StringBuilder out = new StringBuilder(text.length() + 16);
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            switch (c) {
                case '&' -> out.append("&amp;");
                case '<' -> out.append("&lt;");
                case '>' -> out.append("&gt;");
                case '"' -> out.append("&quot;");
                default -> out.append(c);
            }
        }
        return out.toString();
    }

    /** Leaves out control characters and half surrogate pairs: Telegram answers 400 to a text that is not valid UTF-8. */
    static String clean(String text) {
        if (text.codePoints().allMatch(PlainText::isAllowed)) {
            return text;
        }
        return text.codePoints()
                .filter(PlainText::isAllowed)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
    }

    private static boolean isAllowed(int codePoint) {
        boolean control = Character.isISOControl(codePoint) && codePoint != '\n' && codePoint != '\t';
        boolean halfPair = codePoint >= Character.MIN_SURROGATE && codePoint <= Character.MAX_SURROGATE;
        return !control && !halfPair;
    }

    static boolean isLinkable(String url) {
        try {
            String scheme = new URI(url).getScheme();
            return scheme != null && SCHEMES.contains(scheme.toLowerCase(Locale.ROOT));
        } catch (URISyntaxException _) {
            return false;
        }
    }
}
