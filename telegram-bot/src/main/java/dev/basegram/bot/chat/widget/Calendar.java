package dev.basegram.bot.chat.widget;

import dev.basegram.bot.chat.action.FormPress;
import dev.basegram.bot.chat.text.Dates;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** A month as buttons. A day's index is its distance from the first of 1900, so that a press says which day it means. */
final class Calendar {
    private static final LocalDate ORIGIN = LocalDate.of(1900, 1, 1);
    private static final LocalDate END = LocalDate.of(2200, 1, 1);
    private static final int PAGES_BACK = 1_200;

    private Calendar() {}

    /** Returns the rows of a month, {@code page} months from now. */
    static List<List<Ask.Choice>> rows(LocalDate today, int page, Speech speech) {
        YearMonth month = YearMonth.from(today).plusMonths(Math.clamp(page, -PAGES_BACK, PAGES_BACK));
        Dates dates = speech.dates();
        List<List<Ask.Choice>> rows = new ArrayList<>();
        rows.add(List.of(
                new Ask.Choice(speech.label(Phrase.TODAY), choose(today)),
                new Ask.Choice(speech.label(Phrase.TOMORROW), choose(today.plusDays(1)))));
        rows.add(List.of(
                new Ask.Choice("◀", turn(page - 1)),
                new Ask.Choice(dates.month(month), turn(page)),
                new Ask.Choice("▶", turn(page + 1))));
        rows.add(dates.week().stream()
                .map(day -> new Ask.Choice(dates.weekday(day), turn(page)))
                .toList());
        rows.addAll(weeks(month, today, dates.week().getFirst(), page));
        return rows;
    }

    private static List<List<Ask.Choice>> weeks(YearMonth month, LocalDate today, DayOfWeek first, int page) {
        List<List<Ask.Choice>> weeks = new ArrayList<>();
        int shift = Math.floorMod(month.atDay(1).getDayOfWeek().getValue() - first.getValue(), 7);
        LocalDate day = month.atDay(1).minusDays(shift);
        while (!YearMonth.from(day).isAfter(month)) {
            List<Ask.Choice> week = new ArrayList<>();
            for (int i = 0; i < 7; i++) {
                week.add(cell(day, month, today, page));
                day = day.plusDays(1);
            }
            weeks.add(week);
        }
        return weeks;
    }

    private static Ask.Choice cell(LocalDate day, YearMonth month, LocalDate today, int page) {
        if (!YearMonth.from(day).equals(month)) {
            return new Ask.Choice("·", turn(page));
        }
        String number = Integer.toString(day.getDayOfMonth());
        return new Ask.Choice(day.equals(today) ? "[" + number + "]" : number, choose(day));
    }

    private static FormPress choose(LocalDate day) {
        return new FormPress(FormPress.Kind.CHOOSE, (int) (day.toEpochDay() - ORIGIN.toEpochDay()));
    }

    /** Pages go both ways, indexes do not: page 0 is in the middle. */
    private static FormPress turn(int page) {
        return new FormPress(FormPress.Kind.PAGE, page + PAGES_BACK);
    }

    /** Returns the page a press turns to. */
    static int page(FormPress press) {
        return Math.clamp(press.index() - (long) PAGES_BACK, -PAGES_BACK, PAGES_BACK);
    }

    /** Returns the day a press chooses; empty for one that the calendar never showed. */
    static Optional<LocalDate> day(FormPress press) {
        LocalDate day = ORIGIN.plusDays(press.index());
        return day.isBefore(END) ? Optional.of(day) : Optional.empty();
    }
}
