package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.DateFormat;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.DateReader;
import dev.basegram.bot.chat.text.Language;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import jakarta.inject.Singleton;
import java.time.LocalDate;

/** Days: today, tomorrow, a calendar, or typed in any of the usual ways. */
@Singleton
final class DateWidget implements Widget {
    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.Date;
    }

    @Override
    public Ask ask(Question question) {
        Speech speech = question.speech();
        LocalDate today = today(question);
        String example = speech.dates().day(today);
        return new Ask(
                speech.say(Phrase.ASK_DATE, example),
                Calendar.rows(today, question.state().page(), speech),
                false);
    }

    static LocalDate today(Question question) {
        return question.now().atZone(question.speech().zone()).toLocalDate();
    }

    /** Tells whether 3/4 is in March: as the field shows its days, else as the language has it. */
    static boolean monthFirst(DateFormat format, Speech speech) {
        return switch (format.name()) {
            case "us" -> true;
            case "european", "iso" -> false;
            default -> speech.language() == Language.EN && !format.pattern().startsWith("D");
        };
    }

    @Override
    public Verdict readText(Question question, String text) {
        Speech speech = question.speech();
        DateFormat format = question.field().type() instanceof FieldType.Date(DateFormat f) ? f : DateFormat.ISO;
        LocalDate today = today(question);
        return switch (new DateReader(speech, monthFirst(format, speech)).day(text, today)) {
            case DateReader.Result.Day(LocalDate day) ->
                new Verdict.Taken(
                        new FormAnswer.Value(new CellValue.Date(day)),
                        speech.say(Phrase.UNDERSTOOD, speech.dates().day(day)));
            case DateReader.Result.NoSuchDay _ -> new Verdict.Refused(speech.say(Phrase.NO_SUCH_DAY));
            case DateReader.Result.Unreadable _ ->
                new Verdict.Refused(speech.say(Phrase.NEED_DATE, speech.dates().day(today)));
        };
    }

    @Override
    public Verdict press(Question question, FormPress press) {
        return switch (press.kind()) {
            case CHOOSE ->
                Calendar.day(press)
                        .map(day -> Verdict.taken(new CellValue.Date(day)))
                        .orElseGet(() -> new Verdict.GoOn(question.state()));
            case PAGE -> new Verdict.GoOn(question.state().withPage(Calendar.page(press)));
            default -> new Verdict.GoOn(question.state());
        };
    }
}
