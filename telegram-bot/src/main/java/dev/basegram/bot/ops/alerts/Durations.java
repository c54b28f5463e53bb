package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import java.time.Duration;

/** Lengths of time in words, no finer than anybody wants to know. */
public final class Durations {
    private Durations() {}

    /** Returns a length such as «3 d 4 h», «2 h 5 min» or «40 s». */
    public static String words(Speech speech, Duration length) {
        if (length.toDays() > 0) {
            return speech.label(Phrase.LASTED_DAYS, length.toDays(), (long) length.toHoursPart());
        }
        if (length.toHours() > 0) {
            return speech.label(Phrase.LASTED_HOURS, length.toHours(), (long) length.toMinutesPart());
        }
        return length.toMinutes() > 0
                ? speech.label(Phrase.LASTED_MINUTES, length.toMinutes())
                : speech.label(Phrase.LASTED_SECONDS, Math.max(0, length.toSeconds()));
    }
}
