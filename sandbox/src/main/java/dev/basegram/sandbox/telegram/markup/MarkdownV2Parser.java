package dev.basegram.sandbox.telegram.markup;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Telegram's MarkdownV2 parse mode ({@code core.telegram.org/bots/api#markdownv2-style}), with the server's own texts for
 * what does not parse.
 */
final class MarkdownV2Parser {
    private static final String RESERVED = "_*[]()~`>#+-=|{}.!\n";

    private final String source;
    private final StringBuilder text = new StringBuilder();
    private final List<Entity> entities = new ArrayList<>();
    private final Deque<MarkdownMark> open = new ArrayDeque<>();
    private boolean inQuote;
    private int at;

    private MarkdownV2Parser(String source) {
        this.source = source;
    }

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
            throw open.getLast().noEnd(source);
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
        return open.getLast().endsAt(c, peek(1), peek(2));
    }

    private void begin(char c) {
        int begin = at;
        switch (c) {
            case '_' ->
                push(
                        peek(1) == '_' ? MarkdownMark.Kind.UNDERLINE : MarkdownMark.Kind.ITALIC,
                        peek(1) == '_' ? 2 : 1,
                        begin);
            case '*' -> push(MarkdownMark.Kind.BOLD, 1, begin);
            case '~' -> push(MarkdownMark.Kind.STRIKETHROUGH, 1, begin);
            case '[' -> push(MarkdownMark.Kind.TEXT_URL, 1, begin);
            case '`' -> beginCode(begin);
            case '|' -> pushPair('|', MarkdownMark.Kind.SPOILER, begin);
            case '!' -> pushPair('[', MarkdownMark.Kind.CUSTOM_EMOJI, begin);
            case '\n' -> newLine(begin);
            case '>' -> quoteAtBeginOfText(begin);
            default -> throw reserved(c);
        }
    }

    private void push(MarkdownMark.Kind kind, int markLength, int begin) {
        at += markLength;
        open.addLast(new MarkdownMark(kind, null, text.length(), begin));
    }

    private void pushPair(char second, MarkdownMark.Kind kind, int begin) {
        if (peek(1) != second) {
            throw reserved(source.charAt(at));
        }
        push(kind, 2, begin);
    }

    private void beginCode(int begin) {
        if (peek(1) != '`' || peek(2) != '`') {
            push(MarkdownMark.Kind.CODE, 1, begin);
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
        open.addLast(new MarkdownMark(
                language == null ? MarkdownMark.Kind.PRE : MarkdownMark.Kind.PRE_CODE, language, text.length(), begin));
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
                open.addLast(new MarkdownMark(MarkdownMark.Kind.BLOCKQUOTE, null, text.length(), begin));
            }
        }
    }

    private void quoteAtBeginOfText(int begin) {
        if (at != 0) {
            throw reserved('>');
        }
        inQuote = true;
        push(MarkdownMark.Kind.BLOCKQUOTE, 1, begin);
    }

    private void end(char c) {
        MarkdownMark last = open.removeLast();
        if (c == '\n' && last.kind() != MarkdownMark.Kind.BLOCKQUOTE) {
            if (isExpandMark(last)) {
                MarkdownMark quote = open.removeLast();
                endQuote(quote, true);
                return;
            }
            throw last.noEnd(source);
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
    private boolean isExpandMark(MarkdownMark last) {
        return last.kind() == MarkdownMark.Kind.SPOILER
                && last.offset() == text.length()
                && !open.isEmpty()
                && open.getLast().kind() == MarkdownMark.Kind.BLOCKQUOTE;
    }

    private void endQuote(MarkdownMark quote, boolean expandable) {
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
        if (open.getLast().kind() == MarkdownMark.Kind.BLOCKQUOTE) {
            addQuote(open.removeLast(), expandable, text.length());
        }
    }

    private boolean expandsAtEnd() {
        MarkdownMark last = open.removeLast();
        if (isExpandMark(last)) {
            return true;
        }
        open.addLast(last);
        return false;
    }

    private void addQuote(MarkdownMark quote, boolean expandable, int end) {
        if (end > quote.offset()) {
            String type = expandable ? "expandable_blockquote" : "blockquote";
            entities.add(new Entity(type, quote.offset(), end - quote.offset(), null));
        }
    }

    private void close(MarkdownMark last, int markLength) {
        at += markLength;
        int length = text.length() - last.offset();
        if (length > 0) {
            entities.add(new Entity(last.kind().entityType(), last.offset(), length, last.argument()));
        }
    }

    private void closeLink(MarkdownMark last) {
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

    private void closeCustomEmoji(MarkdownMark last) {
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
