package dev.basegram.sandbox.telegram.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * Telegram's HTML parse mode ({@code core.telegram.org/bots/api#html-style}), with the server's own texts for what does
 * not parse.
 */
final class HtmlParser {
    private static final Set<String> TAGS = Set.of(
            "a",
            "b",
            "strong",
            "i",
            "em",
            "s",
            "strike",
            "del",
            "u",
            "ins",
            "tg-spoiler",
            "tg-emoji",
            "span",
            "pre",
            "code",
            "blockquote");

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private int at;

    private HtmlParser(String source) {
        this.source = source;
    }

    private record Open(String tag, String argument, int offset) {}

    static FormattedText parse(String source) {
        return new HtmlParser(source).parse();
    }

    private FormattedText parse() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '&') {
                at = HtmlReference.append(source, at, text);
            } else if (c != '<') {
                text.append(c);
                at++;
            } else if (at + 1 < source.length() && source.charAt(at + 1) == '/') {
                endTag();
            } else {
                startTag();
            }
        }
        if (!open.isEmpty()) {
            throw MarkupSyntax.refusal("Can't find end tag corresponding to start tag \""
                    + open.getLast().tag() + "\"");
        }
        entities.replaceAll(entity ->
                entity.type().equals("code") ? new Entity("code", entity.offset(), entity.length(), null) : entity);
        return new FormattedText(text.toString(), entities);
    }

    private void startTag() {
        int begin = at++;
        while (at < source.length() && !isSpace(at) && source.charAt(at) != '>') {
            at++;
        }
        if (at == source.length()) {
            throw MarkupSyntax.refusal("Unclosed start tag" + atByte(begin));
        }
        String tag = source.substring(begin + 1, at).toLowerCase(Locale.ROOT);
        if (!TAGS.contains(tag)) {
            throw MarkupSyntax.refusal("Unsupported start tag \"" + tag + "\"" + atByte(begin));
        }
        HtmlAttributes attributes = HtmlAttributes.read(source, at, tag, begin);
        at = attributes.end();
        if (tag.equals("span") && !attributes.argument().equals("spoiler")) {
            throw MarkupSyntax.refusal("Tag \"span\" must have class \"tg-spoiler\"" + atByte(begin));
        }
        open.addLast(new Open(tag, attributes.argument(), text.length()));
    }

    private void endTag() {
        int begin = at;
        if (open.isEmpty()) {
            throw MarkupSyntax.refusal("Unexpected end tag" + atByte(begin));
        }
        at += 2;
        while (at < source.length() && !isSpace(at) && source.charAt(at) != '>') {
            at++;
        }
        String tag = source.substring(begin + 2, at).toLowerCase(Locale.ROOT);
        while (at < source.length() && isSpace(at)) {
            at++;
        }
        if (at == source.length() || source.charAt(at) != '>') {
            throw MarkupSyntax.refusal("Unclosed end tag" + atByte(begin));
        }
        at++;
        Open last = open.removeLast();
        if (!tag.isEmpty() && !tag.equals(last.tag())) {
            throw MarkupSyntax.refusal("Unmatched end tag" + atByte(begin) + ", expected \"</" + last.tag()
                    + ">\", found \"</" + tag + ">\"");
        }
        if (text.length() > last.offset()) {
            close(last, text.length() - last.offset());
        }
    }

    private void close(Open last, int length) {
        int offset = last.offset();
        switch (last.tag()) {
            case "i", "em" -> add("italic", offset, length);
            case "b", "strong" -> add("bold", offset, length);
            case "s", "strike", "del" -> add("strikethrough", offset, length);
            case "u", "ins" -> add("underline", offset, length);
            case "tg-spoiler", "span" -> add("spoiler", offset, length);
            case "blockquote" ->
                add(last.argument().equals("1") ? "expandable_blockquote" : "blockquote", offset, length);
            case "tg-emoji" -> customEmoji(last, length);
            case "a" -> link(last, length);
            case "pre" -> pre(offset, length);
            default -> code(last, length);
        }
    }

    private void add(String type, int offset, int length) {
        entities.add(new Entity(type, offset, length, null));
    }

    private void customEmoji(Open last, int length) {
        if (!last.argument().matches("[1-9]\\d{0,18}")) {
            throw MarkupSyntax.refusal("Invalid custom emoji identifier specified");
        }
        entities.add(new Entity("custom_emoji", last.offset(), length, last.argument()));
    }

    private void link(Open last, int length) {
        String url = last.argument().isEmpty() ? text.substring(last.offset()) : last.argument();
        Entity entity = MarkupSyntax.link(url, last.offset(), length);
        if (entity != null) {
            entities.add(entity);
        }
    }

    /** A {@code code} with a language that fills a {@code pre} is one block with that language. */
    private void pre(int offset, int length) {
        Entity inner = entities.isEmpty() ? null : entities.getLast();
        boolean filled = inner != null && inner.type().equals("code") && inner.argument() != null;
        if (inner != null && filled && inner.offset() == offset && inner.length() == length) {
            entities.set(entities.size() - 1, new Entity("pre", offset, length, inner.argument()));
        } else {
            add("pre", offset, length);
        }
    }

    private void code(Open last, int length) {
        String language = last.argument().isEmpty() ? null : last.argument();
        Entity inner = entities.isEmpty() ? null : entities.getLast();
        boolean filled = inner != null && inner.type().equals("pre") && inner.offset() == last.offset();
        if (inner != null && filled && inner.length() == length && language != null) {
            entities.set(entities.size() - 1, new Entity("pre", last.offset(), length, language));
        } else {
            entities.add(new Entity("code", last.offset(), length, language));
        }
    }

    private String atByte(int index) {
        return " at byte offset " + MarkupSyntax.byteOffset(source, index);
    }

    private boolean isSpace(int index) {
        return HtmlAttributes.isSpace(source.charAt(index));
    }
}
