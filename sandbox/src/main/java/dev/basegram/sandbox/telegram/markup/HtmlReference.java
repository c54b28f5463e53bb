package dev.basegram.sandbox.telegram.markup;

import org.jspecify.annotations.Nullable;

/** Character references of HTML: the four named ones that Telegram knows, and numbers. */
final class HtmlReference {
    private HtmlReference() {}

    /**
     * Appends what stands at an ampersand: the character it means, or the ampersand itself when it means none.
     *
     * @return the index after what was read
     */
    static int append(String source, int ampersand, StringBuilder to) {
        int end = ampersand + 1;
        Integer code = null;
        if (end < source.length() && source.charAt(end) == '#') {
            boolean hex = end + 1 < source.length() && source.charAt(end + 1) == 'x';
            int digits = end + (hex ? 2 : 1);
            end = digits;
            while (end < source.length() && Character.digit(source.charAt(end), hex ? 16 : 10) >= 0) {
                end++;
            }
            code = number(source.substring(digits, end), hex ? 16 : 10);
        } else {
            while (end < source.length() && isLetter(source.charAt(end))) {
                end++;
            }
            code = named(source.substring(ampersand + 1, end));
        }
        if (code == null) {
            to.append('&');
            return ampersand + 1;
        }
        to.appendCodePoint(code);
        return end < source.length() && source.charAt(end) == ';' ? end + 1 : end;
    }

    private static @Nullable Integer number(String digits, int radix) {
        if (digits.isEmpty() || digits.length() > 7) {
            return null;
        }
        int code = Integer.parseInt(digits, radix);
        return code == 0 || code >= 0x10ffff ? null : code;
    }

    private static @Nullable Integer named(String name) {
        return switch (name) {
            case "lt" -> (int) '<';
            case "gt" -> (int) '>';
            case "amp" -> (int) '&';
            case "quot" -> (int) '"';
            default -> null;
        };
    }

    private static boolean isLetter(char c) {
        return c < 128 && Character.isLetter(c);
    }
}
