package dev.basegram.bot.chat.text;

import dev.basegram.bot.telegram.Html;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * How the bot speaks to one person: their language and their time zone. Immutable.
 *
 * @param language whose words, numbers and dates
 * @param zone in which points in time are shown and understood
 */
public record Speech(Language language, ZoneId zone) {
    private static final String FIRST_STRONG_ISOLATE = "\u2068";
    private static final String POP_ISOLATE = "\u2069";
    private static final String RIGHT_TO_LEFT_MARK = "\u200F";

    /** Returns a text in the person's language; an argument is a text, a number or {@link Html}. */
    public Html say(Phrase phrase, @Nullable Object... arguments) {
        Html text = Messages.get(language, phrase).fill(this, arguments);
        return language.isRightToLeft() ? Html.of(RIGHT_TO_LEFT_MARK).plus(text) : text;
    }

    /** Returns a text without formatting, for buttons and toasts. */
    public String label(Phrase phrase, @Nullable Object... arguments) {
        return say(phrase, arguments).plain();
    }

    /** Returns the way numbers are written and read. */
    public Numbers numbers() {
        return new Numbers(language.locale());
    }

    /** Returns the way days and times are written and read. */
    public Dates dates() {
        return new Dates(language, zone);
    }

    /** Returns an argument as it stands in a sentence: kept apart from the sentence's direction where that runs right to left. */
    Html inserted(@Nullable Object argument) {
        Html text = switch (argument) {
            case null -> Html.of("—");
            case Html html -> html;
            case Integer number -> Html.of(numbers().whole(number));
            case Long number -> Html.of(numbers().whole(number));
            default -> Html.of(argument.toString());
        };
        return isolated(text);
    }

    /** Returns something of the base's as it stands beside our words: with a direction of its own where those run right to left. */
    public Html isolated(Html text) {
        return language.isRightToLeft()
                ? Html.of(FIRST_STRONG_ISOLATE).plus(text).plus(POP_ISOLATE)
                : text;
    }

    /** Returns a line that runs the way the language does, whatever it begins with. */
    public Html line(Html text) {
        return language.isRightToLeft() ? Html.of(RIGHT_TO_LEFT_MARK).plus(text) : text;
    }
}
