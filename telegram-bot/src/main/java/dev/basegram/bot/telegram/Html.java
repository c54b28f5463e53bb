package dev.basegram.bot.telegram;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Formatted text that cannot be mis-escaped: it is built of typed pieces, and markup appears only when it is written out
 * (core.telegram.org/bots/api#html-style). Immutable.
 */
public final class Html {
    /** No text at all. */
    public static final Html EMPTY = new Html(List.of());

    /** A line break. */
    public static final Html NEWLINE = of("\n");

    /** How a piece of text looks. */
    public enum Style {
        /** Bold. */
        BOLD("b"),
        /** Italic. */
        ITALIC("i"),
        /** Struck through. */
        STRIKE("s"),
        /** Monospaced. */
        CODE("code"),
        /** A quotation that opens when tapped. */
        QUOTE("blockquote");

        private final String tag;

        Style(String tag) {
            this.tag = tag;
        }

        /** Returns the name of the tag. */
        public String tag() {
            return tag;
        }
    }

    private record Span(
            String text, Set<Style> styles, @Nullable String url) {
        Span withText(String other) {
            return new Span(other, styles, url);
        }

        Span with(Style style) {
            EnumSet<Style> all = EnumSet.of(style);
            all.addAll(styles);
            return new Span(text, all, url);
        }
    }

    private final List<Span> spans;

    private Html(List<Span> spans) {
        this.spans = merged(spans);
    }

    /** Joins neighbours that look the same, so that markup has no more tags than it needs. */
    private static List<Span> merged(List<Span> spans) {
        List<Span> merged = new ArrayList<>();
        for (Span span : spans) {
            Span last = merged.isEmpty() ? null : merged.getLast();
            if (last != null && last.styles().equals(span.styles()) && Objects.equals(last.url(), span.url())) {
                merged.set(merged.size() - 1, last.withText(last.text() + span.text()));
            } else {
                merged.add(span);
            }
        }
        return List.copyOf(merged);
    }

    /** Returns plain text; characters that Telegram would refuse are left out. */
    public static Html of(String text) {
        String clean = PlainText.clean(text);
        return clean.isEmpty() ? new Html(List.of()) : new Html(List.of(new Span(clean, Set.of(), null)));
    }

    /** Returns bold text. */
    public static Html bold(String text) {
        return of(text).styled(Style.BOLD);
    }

    /** Returns italic text. */
    public static Html italic(String text) {
        return of(text).styled(Style.ITALIC);
    }

    /** Returns monospaced text. */
    public static Html code(String text) {
        return of(text).styled(Style.CODE);
    }

    /** Returns a link; with anything but an http, https, tg, mailto or tel address it is the plain label. */
    public static Html link(String label, String url) {
        Html text = of(label);
        return text.spans.isEmpty() || !PlainText.isLinkable(url)
                ? text
                : new Html(List.of(new Span(text.spans.getFirst().text(), Set.of(), url)));
    }

    /** Returns the pieces one after the other. */
    public static Html concat(Html... pieces) {
        return new Html(
                Arrays.stream(pieces).flatMap(piece -> piece.spans.stream()).toList());
    }

    /** Returns the pieces with a separator between each two. */
    public static Html join(String separator, List<Html> pieces) {
        List<Span> all = new ArrayList<>();
        Html between = of(separator);
        for (Html piece : pieces) {
            if (!all.isEmpty()) {
                all.addAll(between.spans);
            }
            all.addAll(piece.spans);
        }
        return new Html(all);
    }

    /** Returns the pieces as lines. */
    public static Html lines(Html... lines) {
        return join("\n", List.of(lines));
    }

    /** Returns this text followed by another. */
    public Html plus(Html other) {
        return concat(this, other);
    }

    /** Returns this text followed by plain text. */
    public Html plus(String other) {
        return concat(this, of(other));
    }

    /** Returns this text in a style, added to those it has. */
    public Html styled(Style style) {
        return new Html(spans.stream().map(span -> span.with(style)).toList());
    }

    /** Returns the length in UTF-16 code units, markup not counted: never less than what Telegram counts. */
    public int length() {
        return spans.stream().mapToInt(span -> span.text().length()).sum();
    }

    /** Tells whether there is nothing to see. */
    public boolean isBlank() {
        return plain().isBlank();
    }

    /** Returns the text without any formatting. */
    public String plain() {
        return spans.stream().map(Span::text).collect(Collectors.joining());
    }

    /** Returns the part between two UTF-16 offsets. */
    public Html slice(int from, int to) {
        List<Span> kept = new ArrayList<>();
        int at = 0;
        for (Span span : spans) {
            int start = Math.max(from - at, 0);
            int end = Math.min(to - at, span.text().length());
            if (start < end) {
                kept.add(span.withText(span.text().substring(start, end)));
            }
            at += span.text().length();
        }
        return new Html(kept);
    }

    /** Returns this text cut to a length in UTF-16 code units, an ellipsis included, at a whole character. */
    public Html shortened(int max) {
        return length() <= max
                ? this
                : slice(0, TextCuts.wholeCharacter(plain(), max - 1)).plus("…");
    }

    /** Returns this text in parts of at most {@code max} UTF-16 code units, cut at the most sensible places. */
    public List<Html> split(int max) {
        if (length() <= max) {
            return List.of(this);
        }
        return TextCuts.parts(plain(), max).stream()
                .map(part -> slice(part.from(), part.to()))
                .toList();
    }

    /** Returns the text with its markup, ready for {@code parse_mode=HTML}. */
    public String markup() {
        StringBuilder out = new StringBuilder();
        for (Span span : spans) {
            List<Style> styles = List.copyOf(span.styles());
            if (span.url() != null) {
                out.append("<a href=\"").append(PlainText.escape(span.url())).append("\">");
            }
            styles.forEach(style -> out.append(open(style)));
            out.append(PlainText.escape(span.text()));
            styles.reversed()
                    .forEach(style -> out.append("</").append(style.tag()).append('>'));
            if (span.url() != null) {
                out.append("</a>");
            }
        }
        return out.toString();
    }

    private static String open(Style style) {
        return style == Style.QUOTE ? "<blockquote expandable>" : "<" + style.tag() + ">";
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Html html && html.markup().equals(markup());
    }

    @Override
    public int hashCode() {
        return markup().hashCode();
    }

    /** Returns the markup, for test failures; a log never gets personal text. */
    @Override
    public String toString() {
        return markup();
    }
}
