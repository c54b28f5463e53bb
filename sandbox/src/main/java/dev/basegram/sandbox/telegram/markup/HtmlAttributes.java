package dev.basegram.sandbox.telegram.markup;

import java.util.Locale;

/**
 * The attributes of one start tag.
 *
 * @param argument the one value that matters for the tag; empty without
 * @param end the index after the closing bracket
 */
record HtmlAttributes(String argument, int end) {
    static HtmlAttributes read(String source, int from, String tag, int tagBegin) {
        Reader reader = new Reader(source, from, tag, tagBegin);
        return new HtmlAttributes(reader.read(), reader.at);
    }

    static boolean isSpace(char c) {
        return c == ' ' || c == '\t' || c == '\r' || c == '\n' || c == '\0' || c == '\u000b';
    }

    private static final class Reader {
        private final String source;
        private final String tag;
        private final int tagBegin;
        private int at;
        private String argument = "";

        Reader(String source, int from, String tag, int tagBegin) {
            this.source = source;
            this.at = from;
            this.tag = tag;
            this.tagBegin = tagBegin;
        }

        String read() {
            while (true) {
                skipSpaces();
                if (peek() == '>') {
                    at++;
                    return argument;
                }
                attribute();
            }
        }

        private void attribute() {
            int nameBegin = at;
            while (at < source.length() && !isSpace(source.charAt(at)) && "=>".indexOf(source.charAt(at)) < 0) {
                at++;
            }
            String name = source.substring(nameBegin, at).toLowerCase(Locale.ROOT);
            if (name.isEmpty()) {
                throw MarkupSyntax.refusal("Empty attribute name in the tag \"" + tag + "\"" + offset(tagBegin));
            }
            if (tag.equals("blockquote") && name.equals("expandable")) {
                argument = "1";
                skipExpandableValue();
                return;
            }
            skipSpaces();
            if (peek() != '=') {
                throw MarkupSyntax.refusal("Expected equal sign in declaration of an attribute of the tag \"" + tag
                        + "\"" + offset(tagBegin));
            }
            at++;
            skipSpaces();
            if (at >= source.length()) {
                throw MarkupSyntax.refusal("Unclosed start tag \"" + tag + "\"" + offset(tagBegin));
            }
            keep(name, value());
        }

        private void skipExpandableValue() {
            if (peek() == '=') {
                at++;
                value();
            }
        }

        private String value() {
            char quote = peek();
            String value = quote == '"' || quote == '\'' ? literal(quote) : token();
            if (at >= source.length()) {
                throw MarkupSyntax.refusal("Unclosed start tag" + offset(tagBegin));
            }
            return value;
        }

        private String token() {
            int begin = at;
            while (at < source.length() && isTokenPart(source.charAt(at))) {
                at++;
            }
            if (at < source.length() && !isSpace(source.charAt(at)) && source.charAt(at) != '>') {
                throw MarkupSyntax.refusal("Unexpected end of name token" + offset(begin));
            }
            return source.substring(begin, at).toLowerCase(Locale.ROOT);
        }

        private String literal(char quote) {
            StringBuilder value = new StringBuilder();
            at++;
            while (at < source.length() && source.charAt(at) != quote) {
                if (source.charAt(at) == '&') {
                    at = HtmlReference.append(source, at, value);
                } else {
                    value.append(source.charAt(at++));
                }
            }
            at++;
            return value.toString();
        }

        private void keep(String name, String value) {
            boolean whole =
                    (tag.equals("a") && name.equals("href")) || (tag.equals("tg-emoji") && name.equals("emoji-id"));
            if (whole) {
                argument = value;
            } else if (tag.equals("code") && name.equals("class") && value.startsWith("language-")) {
                argument = value.substring("language-".length());
            } else if (tag.equals("span") && name.equals("class") && value.startsWith("tg-")) {
                argument = value.substring("tg-".length());
            }
        }

        private void skipSpaces() {
            while (at < source.length() && isSpace(source.charAt(at))) {
                at++;
            }
        }

        private char peek() {
            if (at >= source.length()) {
                throw MarkupSyntax.refusal("Unclosed start tag \"" + tag + "\"" + offset(tagBegin));
            }
            return source.charAt(at);
        }

        private String offset(int index) {
            return " at byte offset " + MarkupSyntax.byteOffset(source, index);
        }

        private static boolean isTokenPart(char c) {
            return c < 128 && (Character.isLetterOrDigit(c) || c == '.' || c == '-');
        }
    }
}
