package dev.basegram.sandbox.telegram.markup;

import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/**
 * An entity of MarkdownV2 that is open.
 *
 * @param argument the language of a block of code; null without
 * @param offset where its text begins
 * @param begin where its mark stands in the source
 */
record MarkdownMark(Kind kind, @Nullable String argument, int offset, int begin) {
    /** What may be open; its shown name is the one in the server's texts. */
    enum Kind {
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

        /** Returns the Bot API's name of the entity. */
        String entityType() {
            return this == PRE_CODE ? "pre" : name().toLowerCase(Locale.ROOT);
        }
    }

    /** Says whether the mark ends at a character, which is followed by these. */
    boolean endsAt(char c, char next, char afterNext) {
        return switch (kind) {
            case BOLD -> c == '*';
            case ITALIC -> c == '_' && next != '_';
            case UNDERLINE -> c == '_' && next == '_';
            case STRIKETHROUGH -> c == '~';
            case SPOILER -> c == '|' && next == '|';
            case CODE -> c == '`';
            case PRE, PRE_CODE -> c == '`' && next == '`' && afterNext == '`';
            case TEXT_URL, CUSTOM_EMOJI -> c == ']';
            case BLOCKQUOTE -> false;
        };
    }

    /** Returns the refusal of a text that ends before it does. */
    Refusal noEnd(String source) {
        return MarkupSyntax.refusal(
                "Can't find end of " + kind.shown + " entity at byte offset " + MarkupSyntax.byteOffset(source, begin));
    }
}
