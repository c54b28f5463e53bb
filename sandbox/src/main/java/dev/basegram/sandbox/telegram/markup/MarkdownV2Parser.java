package dev.basegram.sandbox.telegram.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * Telegram's MarkdownV2 parse mode ({@code core.telegram.org/bots/api#markdownv2-style}), with the server's own texts for
 * what does not parse.
 */
final class MarkdownV2Parser {
    private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<Open> open = new ArrayDeque<>();
    private boolean inQuote;
    private int at;

    private MarkdownV2Parser(String source) {
        this.source = source;
    }

    /** What may be open; its name is the one in the server's texts. */
    private enum Kind {
        BOLD("Bold"),
        ITALIC("Italic"),
        UNDERLINE("Underline"),
        STRIKETHROUGH("Strikethrough"),
        SPOILER("Spoiler"),
        CODE("Code"),
        PRE("Pre"),
        PRE_CODE("PreCode"),
        TEXT_URL("TextUrl"),
        CUSTOM_EMOJI("CustomEmoji"),
        BLOCKQUOTE("BlockQuote");

        private final String shown;

        Kind(String shown) {
            this.shown = shown;
        }

        boolean isCode() {
            return this == CODE || this == PRE || this == PRE_CODE;
        }
    }

    private record Open(Kind kind, @Nullable String argument, int offset, int begin) {}

    static FormattedText parse(String source) {
        return new MarkdownV2Parser(source).parse();
    }

    private FormattedText parse() {
        while (at < source.length()) {
            char c = source.charAt(at);
            if (c == '\\' && at + 1 < source.length() && source.charAt(at + 1) <= 126) {
                text.append(source.charAt(at + 1));
                at += 2;
            } else if (!isReserved(c)) {
                text.append(c);
                at++;
            } else if (!open.isEmpty() && ends(c)) {
                end(c);
            } else {
                begin(c);
            }
        }
        endQuoteAtEndOfText();
        if (!open.isEmpty()) {
            throw noEnd(open.getLast());
        }
        return new FormattedText(text.toString(), entities);
    }

    private boolean isReserved(char c) {
        boolean inCode = !open.isEmpty() && open.getLast().kind().isCode();
        return inCode ? c == '`' : RESERVED.indexOf(c) >= 0;
    }

    private boolean ends(char c) {
        if (inQuote && c == '\n' && peek(1) != '>') {
            return true;
        }
        return switch (open.getLast().kind()) {
            case BOLD -> c == '*';
            case ITALIC -> c == '_' && peek(1) != '_';
            case UNDERLINE -> c == '_' && peek(1) == '_';
            case STRIKETHROUGH -> c == '~';
            case SPOILER -> c == '|' && peek(1) == '|';
            case CODE -> c == '`';
            case PRE, PRE_CODE -> c == '`' && peek(1) == '`' && peek(2) == '`';
            case TEXT_URL, CUSTOM_EMOJI -> c == ']';
            case BLOCKQUOTE -> false;
        };
    }

    private void begin(char c) {
        int begin = at;
        switch (c) {
            case '_' -> push(peek(1) == '_' ? Kind.UNDERLINE : Kind.ITALIC, peek(1) == '_' ? 2 : 1, begin);
            case '*' -> push(Kind.BOLD, 1, begin);
            case '~' -> push(Kind.STRIKETHROUGH, 1, begin);
            case '[' -> push(Kind.TEXT_URL, 1, begin);
            case '`' -> beginCode(begin);
            case '|' -> pushPair('|', Kind.SPOILER, begin);
            case '!' -> pushPair('[', Kind.CUSTOM_EMOJI, begin);
            case '\n' -> newLine(begin);
            case '>' -> quoteAtBeginOfText(begin);
            default -> throw reserved(c);
        }
    }

    private void push(Kind kind, int markLength, int begin) {
        at += markLength;
        open.addLast(new Open(kind, null, text.length(), begin));
    }

    private void pushPair(char second, Kind kind, int begin) {
        if (peek(1) != second) {
            throw reserved(source.charAt(at));
        }
        push(kind, 2, begin);
    }

    private void beginCode(int begin) {
        if (peek(1) != '`' || peek(2) != '`') {
            push(Kind.CODE, 1, begin);
            return;
        }
        at += 3;
        int languageEnd = at;
        while (languageEnd < source.length() && !isSpaceOrTick(source.charAt(languageEnd))) {
            languageEnd++;
        }
        String language = null;
        if (languageEnd > at && languageEnd < source.length() && source.charAt(languageEnd) != '`') {
            language = source.substring(at, languageEnd);
            at = languageEnd;
        }
        skipOneLineBreak();
        open.addLast(new Open(language == null ? Kind.PRE : Kind.PRE_CODE, language, text.length(), begin));
    }

    private void skipOneLineBreak() {
        char first = peek(0);
        if (first == '\n' || first == '\r') {
            char second = peek(1);
            at += (second == '\n' || second == '\r') && second != first ? 2 : 1;
        }
    }

    private void newLine(int begin) {
        text.append('\n');
        at++;
        if (peek(0) == '>') {
            at++;
            if (!inQuote) {
                inQuote = true;
                open.addLast(new Open(Kind.BLOCKQUOTE, null, text.length(), begin));
            }
        }
    }

    private void quoteAtBeginOfText(int begin) {
        if (at != 0) {
            throw reserved('>');
        }
        inQuote = true;
        push(Kind.BLOCKQUOTE, 1, begin);
    }

    private void end(char c) {
        Open last = open.removeLast();
        if (c == '\n' && last.kind() != Kind.BLOCKQUOTE) {
            if (isExpandMark(last)) {
                Open quote = open.removeLast();
                endQuote(quote, true);
                return;
            }
            throw noEnd(last);
        }
        switch (last.kind()) {
            case UNDERLINE, SPOILER -> close(last, 2);
            case PRE, PRE_CODE -> close(last, 3);
            case TEXT_URL -> closeLink(last);
            case CUSTOM_EMOJI -> closeCustomEmoji(last);
            case BLOCKQUOTE -> endQuote(last, false);
            default -> close(last, 1);
        }
    }

    /** {@code ||} right before the end of a quote makes it expandable rather than opening a spoiler. */
    private boolean isExpandMark(Open last) {
        return last.kind() == Kind.SPOILER
                && last.offset() == text.length()
                && !open.isEmpty()
                && open.getLast().kind() == Kind.BLOCKQUOTE;
    }

    private void endQuote(Open quote, boolean expandable) {
        inQuote = false;
        text.append('\n');
        at++;
        addQuote(quote, expandable, text.length());
    }

    private void endQuoteAtEndOfText() {
        if (!inQuote || open.isEmpty()) {
            return;
        }
        boolean expandable = open.size() > 1 && expandsAtEnd();
        if (open.getLast().kind() == Kind.BLOCKQUOTE) {
            addQuote(open.removeLast(), expandable, text.length());
        }
    }

    private boolean expandsAtEnd() {
        Open last = open.removeLast();
        if (isExpandMark(last)) {
            return true;
        }
        open.addLast(last);
        return false;
    }

    private void addQuote(Open quote, boolean expandable, int end) {
        if (end > quote.offset()) {
            String type = expandable ? "expandable_blockquote" : "blockquote";
            entities.add(new Entity(type, quote.offset(), end - quote.offset(), null));
        }
    }

    private void close(Open last, int markLength) {
        at += markLength;
        int length = text.length() - last.offset();
        if (length > 0) {
            String type =
                    last.kind() == Kind.PRE_CODE ? "pre" : last.kind().name().toLowerCase(Locale.ROOT);
            entities.add(new Entity(type, last.offset(), length, last.argument()));
        }
    }

    private void closeLink(Open last) {
        String url;
        if (peek(1) == '(') {
            at += 2;
            url = target("Can't find end of a URL at byte offset ");
        } else {
            at++;
            url = text.substring(last.offset());
        }
        Entity entity = MarkupSyntax.link(url, last.offset(), text.length() - last.offset());
        if (entity != null && entity.length() > 0) {
            entities.add(entity);
        }
    }

    private void closeCustomEmoji(Open last) {
        if (peek(1) != '(') {
            throw MarkupSyntax.refusal("Custom emoji entity must contain a tg://emoji URL");
        }
        at += 2;
        String url = target("Can't find end of a custom emoji URL at byte offset ");
        String id = MarkupSyntax.customEmojiId(url)
                .orElseThrow(() -> MarkupSyntax.refusal("Custom emoji URL must have an emoji identifier"));
        if (text.length() > last.offset()) {
            entities.add(new Entity("custom_emoji", last.offset(), text.length() - last.offset(), id));
        }
    }

    private String target(String noEnd) {
        int begin = at;
        StringBuilder url = new StringBuilder();
        while (at < source.length() && source.charAt(at) != ')') {
            if (source.charAt(at) == '\\' && at + 1 < source.length() && source.charAt(at + 1) <= 126) {
                at++;
            }
            url.append(source.charAt(at++));
        }
        if (at >= source.length()) {
            throw MarkupSyntax.refusal(noEnd + MarkupSyntax.byteOffset(source, begin));
        }
        at++;
        return url.toString();
    }

    private RuntimeException noEnd(Open last) {
        return MarkupSyntax.refusal("Can't find end of " + last.kind().shown + " entity at byte offset "
                + MarkupSyntax.byteOffset(source, last.begin()));
    }

    private static RuntimeException reserved(char c) {
        return MarkupSyntax.refusal("Character '" + c + "' is reserved and must be escaped with the preceding '\\'");
    }

    private char peek(int ahead) {
        return at + ahead < source.length() ? source.charAt(at + ahead) : '\0';
    }

    private static boolean isSpaceOrTick(char c) {
        return c == '`' || HtmlAttributes.isSpace(c);
    }
}
