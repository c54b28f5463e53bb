package dev.basegram.bot.chat.text;

import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.time.format.TextStyle;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.stream.IntStream;

/** Days and times as people of a language write them, in their zone. Immutable. */
public final class Dates {
    private final Locale locale;
    private final ZoneId zone;

    Dates(Language language, ZoneId zone) {
        this.locale = language.locale();
        this.zone = zone;
    }

    /** Returns the person's zone. */
    public ZoneId zone() {
        return zone;
    }

    /** Returns a day with the month's name, so that nobody takes it for another. */
    public String day(LocalDate day) {
        // Arabic's own medium form is in figures, and a slash before figures would be taken for a command.
        return locale.getLanguage().equals("ar")
                ? DateTimeFormatter.ofPattern("d MMMM yyyy", locale).format(day)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM)
                        .withLocale(locale)
                        .format(day);
    }

    /** Returns a time of day. */
    public String time(LocalTime time) {
        return DateTimeFormatter.ofLocalizedTime(FormatStyle.SHORT)
                .withLocale(locale)
                .format(time);
    }

    /** Returns a point in time as the clocks of a zone show it, named where it is not the person's own. */
    public String moment(Instant instant, ZoneId shownIn) {
        ZonedDateTime there = instant.atZone(shownIn);
        String comma = locale.getLanguage().equals("ar") ? "، " : ", ";
        String text = day(there.toLocalDate()) + comma + time(there.toLocalTime());
        boolean same = there.getOffset().equals(zone.getRules().getOffset(instant));
        return same ? text : text + " (" + shownIn.getId() + ")";
    }

    /** Returns the clock time of a moment in the person's zone, with the day where it is not today. */
    public String recent(Instant instant, Instant now) {
        ZonedDateTime then = instant.atZone(zone);
        boolean today = then.toLocalDate().equals(now.atZone(zone).toLocalDate());
        return today ? time(then.toLocalTime()) : day(then.toLocalDate());
    }

    /** Returns a short name of a month and its year, which fits between two arrows on a phone. */
    public String month(YearMonth month) {
        return DateTimeFormatter.ofPattern("LLL yyyy", locale).format(month);
    }

    /** Returns the days of the week in the order of the locale. */
    public List<DayOfWeek> week() {
        DayOfWeek first = WeekFields.of(locale).getFirstDayOfWeek();
        return IntStream.range(0, 7).mapToObj(first::plus).toList();
    }

    /** Returns a short name of a day of the week. */
    public String weekday(DayOfWeek day) {
        String name = day.getDisplayName(TextStyle.SHORT_STANDALONE, locale);
        return name.length() > 3 ? day.getDisplayName(TextStyle.NARROW_STANDALONE, locale) : name;
    }
}
