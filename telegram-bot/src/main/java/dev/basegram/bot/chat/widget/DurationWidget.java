package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.text.Durations;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;

/** Lengths of time. */
@Singleton
final class DurationWidget implements Widget {
    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.Duration;
    }

    @Override
    public Ask ask(Question question) {
        return Ask.typed(question.speech().say(Phrase.ASK_DURATION));
    }

    @Override
    public Verdict readText(Question question, String text) {
        String format = question.field().type() instanceof FieldType.Duration(String f) ? f : "h:mm";
        return Durations.parse(text, format)
                .<Verdict>map(length -> {
                    Html echo = question.speech().say(Phrase.UNDERSTOOD, Durations.format(length, format));
                    return new Verdict.Taken(new FormAnswer.Value(new CellValue.Length(length)), echo);
                })
                .orElseGet(() -> new Verdict.Refused(question.speech().say(Phrase.NEED_DURATION)));
    }
}
