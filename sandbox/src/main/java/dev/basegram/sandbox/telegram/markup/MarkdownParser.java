package dev.basegram.sandbox.telegram.markup;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Telegram's first Markdown ({@code core.telegram.org/bots/api#markdown-style}), kept for old bots: nothing nests. */
final class MarkdownParser {
    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private int at;

    private MarkdownParser(String source) {
        this.source = source;
    }

    static FormattedText parse(String source) {
        return new MarkdownParser(source).parse();
    }

    private FormattedText parse() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\' && at + 1 < source.length() && "_*`[".indexOf(source.charAt(at + 1)) >= 0) {
                text.append(source.charAt(at + 1));
                at += 2;
            } else if ("_*`[".indexOf(c) < 0) {
                text.append(c);
                at++;
            } else {
                entity(c);
            }
        }
        return new FormattedText(text.toString(), entities);
    }

    private void entity(char mark) {
        int begin = at;
        boolean block = source.startsWith("```", at);
        String language = null;
        at += block ? 3 : 1;
        if (block) {
            language = language();
        }
        String endMark = block ? "```" : mark == '[' ? "]" : String.valueOf(mark);
        int end = source.indexOf(endMark, at);
        if (end < 0) {
            throw MarkupSyntax.refusal(
                    "Can't find end of the entity starting at byte offset " + MarkupSyntax.byteOffset(source, begin));
        }
        int offset = text.length();
        text.append(source, at, end);
        at = end + endMark.length();
        add(mark, block, language, offset);
    }

    private @Nullable String language() {
        int end = at;
        while (end < source.length() && !HtmlAttributes.isSpace(source.charAt(end)) && source.charAt(end) != '`') {
            end++;
        }
        boolean named = end > at && end < source.length() && source.charAt(end) != '`';
        String language = named ? source.substring(at, end) : null;
        at = named ? end : at;
        if (at < source.length() && source.charAt(at) == '\n') {
            at++;
        }
        return language;
    }

    private void add(char mark, boolean block, @Nullable String language, int offset) {
        int length = text.length() - offset;
        if (length == 0) {
            return;
        }
        switch (mark) {
            case '_' -> entities.add(new Entity("italic", offset, length, null));
            case '*' -> entities.add(new Entity("bold", offset, length, null));
            case '`' -> entities.add(new Entity(block ? "pre" : "code", offset, length, language));
            default -> link(offset, length);
        }
    }

    private void link(int offset, int length) {
        String url = text.substring(offset);
        if (at < source.length() && source.charAt(at) == '(') {
            int end = source.indexOf(')', at);
            end = end < 0 ? source.length() : end;
            url = source.substring(at + 1, end);
            at = Math.min(end + 1, source.length());
        }
        Entity entity = MarkupSyntax.link(url, offset, length);
        if (entity != null) {
            entities.add(entity);
        }
    }
}
