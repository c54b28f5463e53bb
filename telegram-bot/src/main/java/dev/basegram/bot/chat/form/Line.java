package dev.basegram.bot.chat.form;

import dev.basegram.bot.telegram.Html;
import org.jspecify.annotations.Nullable;

/** A line on a form's screen beside the question itself. */
sealed interface Line {
    /** Nothing to add. */
    Line NONE = new None();

    /** No line. */
    record None() implements Line {}

    /** How the last answer was understood. */
    record Note(Html text) implements Line {}

    /** Why the last message was no answer, or why nothing was saved. */
    record Problem(Html why) implements Line {}

    /** Returns a note; null gives none. */
    static Line note(@Nullable Html text) {
        return text == null ? NONE : new Note(text);
    }
}
