package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.telegram.Html;
import org.jspecify.annotations.Nullable;

/** What a widget makes of a message or a press. */
public sealed interface Verdict {
    /**
     * That is the answer.
     *
     * @param note what the person should know of how it was understood; null for nothing
     */
    record Taken(FormAnswer answer, @Nullable Html note) implements Verdict {}

    /** Not finished: the step goes on with this state. */
    record GoOn(WidgetState state) implements Verdict {}

    /** Not an answer to this question; the line says why and what would be. */
    record Refused(Html why) implements Verdict {}

    /** Returns an answer. */
    static Verdict taken(CellValue value) {
        return new Taken(new FormAnswer.Value(value), null);
    }
}
