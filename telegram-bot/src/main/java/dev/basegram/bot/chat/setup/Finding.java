package dev.basegram.bot.chat.setup;

import dev.basegram.bot.telegram.Html;

/**
 * One line of the check.
 *
 * @param mark how it is
 * @param text what was found
 * @param cure what exactly to do about it; empty where nothing needs doing
 */
record Finding(Mark mark, Html text, Html cure) {
    /** How it is. */
    enum Mark {
        GOOD("✅ "),
        WRONG("⚠️ "),
        /** Works without, and could be more. */
        OPTIONAL("▫️ ");

        private final String sign;

        Mark(String sign) {
            this.sign = sign;
        }
    }

    static Finding good(Html text) {
        return new Finding(Mark.GOOD, text, Html.EMPTY);
    }

    static Finding wrong(Html text, Html cure) {
        return new Finding(Mark.WRONG, text, cure);
    }

    static Finding optional(Html text, Html cure) {
        return new Finding(Mark.OPTIONAL, text, cure);
    }

    Html line() {
        return Html.of(mark.sign).plus(text);
    }

    boolean hasCure() {
        return !cure.isBlank();
    }
}
