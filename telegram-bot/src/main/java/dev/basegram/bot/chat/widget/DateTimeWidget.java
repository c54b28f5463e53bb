package dev.basegram.bot.chat.widget;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.DateFormat;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.DateReader;
import dev.basegram.bot.chat.text.FieldZone;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Points in time: a day from the calendar, then a time; or both typed at once. In the field's zone, and told so. */
@Singleton
final class DateTimeWidget implements Widget {
    private static final int MINUTES_A_DAY = 24 * 60;
    private static final int[] HOURS = {8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 20};

    @Override
    public boolean fits(FieldType type) {
        return type instanceof FieldType.DateTime;
    }

    @Override
    public Ask ask(Question question) {
        Speech speech = question.speech();
        Optional<LocalDate> chosen = chosenDay(question);
        if (chosen.isPresent()) {
            return times(question, chosen.get());
        }
        LocalDate today = today(question);
        return new Ask(
                zoned(question, speech.say(Phrase.ASK_DATE_TIME, speech.dates().day(today), example(speech))),
                Calendar.rows(today, question.state().page(), speech),
                false);
    }

    private Ask times(Question question, LocalDate day) {
        Speech speech = question.speech();
        List<Ask.Choice> hours = new ArrayList<>();
        for (int hour : HOURS) {
            LocalTime time = LocalTime.of(hour, 0);
            hours.add(new Ask.Choice(
                    speech.dates().time(time), new FormPress(FormPress.Kind.TOGGLE, time.toSecondOfDay() / 60)));
        }
        return Ask.grid(
                        zoned(
                                question,
                                speech.say(Phrase.ASK_TIME, speech.dates().day(day), example(speech))),
                        4,
                        hours)
                .row(List.of(new Ask.Choice("📅 " + speech.dates().day(day), FormPress.of(FormPress.Kind.CLEAR))));
    }

    /** A time as the person's language writes it, on a 12-hour clock where that is the custom. */
    private static String example(Speech speech) {
        return speech.dates().time(LocalTime.of(14, 30)).replace('\u202F', ' ');
    }

    private static Html zoned(Question question, Html hint) {
        ZoneId zone = zone(question);
        return zone.equals(question.speech().zone()) ? hint : hint.plus(" (" + zone.getId() + ")");
    }

    private static ZoneId zone(Question question) {
        return question.field().type() instanceof FieldType.DateTime(var _, var _, String zone)
                ? FieldZone.of(zone, question.speech().zone())
                : question.speech().zone();
    }

    private static LocalDate today(Question question) {
        return question.now().atZone(zone(question)).toLocalDate();
    }

    private static Optional<LocalDate> chosenDay(Question question) {
        return question.state().chosen().stream().findFirst().map(LocalDate::parse);
    }

    @Override
    public Verdict readText(Question question, String text) {
        DateFormat format =
                question.field().type() instanceof FieldType.DateTime(DateFormat f, var _, var _) ? f : DateFormat.ISO;
        DateReader reader = new DateReader(question.speech(), DateWidget.monthFirst(format, question.speech()));
        Optional<LocalDate> day = chosenDay(question);
        Optional<LocalTime> time = reader.time(text);
        if (day.isPresent() && time.isPresent()) {
            return at(question, day.get(), time.get());
        }
        return bothTyped(question, reader, text);
    }

    /** The day comes first, the time last; a day alone asks for the time next. */
    private Verdict bothTyped(Question question, DateReader reader, String text) {
        LocalDate today = today(question);
        for (int cut = text.indexOf(' '); cut > 0; cut = text.indexOf(' ', cut + 1)) {
            Optional<LocalTime> time = reader.time(text.substring(cut + 1));
            if (time.isPresent()
                    && reader.day(text.substring(0, cut).replaceAll(",$", ""), today)
                            instanceof DateReader.Result.Day(LocalDate day)) {
                return at(question, day, time.get());
            }
        }
        return switch (reader.day(text, today)) {
            case DateReader.Result.Day(LocalDate day) ->
                new Verdict.GoOn(question.state().withChosen(List.of(day.toString())));
            case DateReader.Result.NoSuchDay _ ->
                new Verdict.Refused(question.speech().say(Phrase.NO_SUCH_DAY));
            case DateReader.Result.Unreadable _ ->
                new Verdict.Refused(question.speech()
                        .say(
                                Phrase.NEED_DATE,
                                question.speech().dates().day(today) + " " + example(question.speech())));
        };
    }

    private static Verdict at(Question question, LocalDate day, LocalTime time) {
        ZoneId zone = zone(question);
        LocalDateTime wanted = LocalDateTime.of(day, time);
        ZonedDateTime moment = wanted.atZone(zone); // in a gap moved forward by its length; in an overlap the first
        Html note = note(question.speech(), zone, wanted, moment);
        String shown = question.speech().dates().moment(moment.toInstant(), zone);
        return new Verdict.Taken(
                new FormAnswer.Value(new CellValue.DateTime(moment.toInstant())),
                note == null ? question.speech().say(Phrase.UNDERSTOOD, shown) : note);
    }

    private static @Nullable Html note(Speech speech, ZoneId zone, LocalDateTime wanted, ZonedDateTime moment) {
        return switch (zone.getRules().getValidOffsets(wanted).size()) {
            case 0 -> speech.say(Phrase.TIME_GAP, speech.dates().time(moment.toLocalTime()));
            case 1 -> null;
            default -> speech.say(Phrase.TIME_OVERLAP);
        };
    }

    @Override
    public Verdict press(Question question, FormPress press) {
        WidgetState state = question.state();
        return switch (press.kind()) {
            case CHOOSE ->
                new Verdict.GoOn(Calendar.day(press)
                        .map(day -> state.withChosen(List.of(day.toString())))
                        .orElse(state));
            case TOGGLE ->
                chosenDay(question)
                        .filter(_ -> press.index() < MINUTES_A_DAY)
                        .map(day -> at(question, day, LocalTime.ofSecondOfDay(press.index() * 60L)))
                        .orElseGet(() -> new Verdict.GoOn(state));
            case CLEAR -> new Verdict.GoOn(state.withChosen(List.of()));
            case PAGE -> new Verdict.GoOn(state.withPage(Calendar.page(press)));
            default -> new Verdict.GoOn(state);
        };
    }
}
