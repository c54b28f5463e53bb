package dev.basegram.bot.chat.text;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.Month;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Reads days and times as people type them: {@code 31.12}, {@code 31/12/2026}, {@code 2026-12-31}, {@code 31 December},
 * {@code tomorrow}, {@code friday}, {@code +3}; {@code 14:30}, {@code 2:30 pm}, {@code 14h30}. Immutable.
 */
public final class DateReader {
    private static final Pattern ISO = Pattern.compile("(\\d{4})[-./](\\d{1,2})[-./](\\d{1,2})");
    private static final Pattern NUMERIC =
            Pattern.compile("(\\d{1,2})\\s?[./-]\\s?(\\d{1,2})(?:\\s?[./-]\\s?(\\d{2}|\\d{4}))?\\.?");
    private static final Pattern DAY_MONTH = Pattern.compile(
            "(\\d{1,2})(?:st|nd|rd|th|-?е|-?го)?\\.?\\s+(?:de\\s+)?(\\p{L}+)\\.?(?:\\s*,?\\s+(?:de\\s+)?(\\d{4})(?:\\s*г(?:\\.|ода?)?)?)?");
    private static final Pattern MONTH_DAY =
            Pattern.compile("(\\p{L}+)\\.?\\s+(\\d{1,2})(?:st|nd|rd|th)?(?:\\s*,?\\s+(\\d{4}))?");
    private static final Pattern OFFSET = Pattern.compile("([+-])\\s?(\\d{1,4})");
    private static final Pattern TIME =
            Pattern.compile("(\\d{1,2})(?:[:.h](\\d{2}))?(?:[:.]\\d{2})?h?\\s*(am|pm|a\\.m\\.|p\\.m\\.|ص|م)?");

    private static final int YEARS_AHEAD = 20;

    /** What reading found. */
    public sealed interface Result {
        /** A day. */
        record Day(LocalDate day) implements Result {}

        /** Written as a day, but the calendar has none such: 31.02. */
        record NoSuchDay() implements Result {}

        /** Not a day at all. */
        record Unreadable() implements Result {}
    }

    private final Speech speech;
    private final boolean monthFirst;

    /**
     * Creates a reader.
     *
     * @param monthFirst whether 3/4 means the fourth of March
     */
    public DateReader(Speech speech, boolean monthFirst) {
        this.speech = speech;
        this.monthFirst = monthFirst;
    }

    /** Reads a day. */
    public Result day(String typed, LocalDate today) {
        String text = plain(typed).toLowerCase(speech.language().locale());
        Optional<LocalDate> word = word(text, today);
        if (word.isPresent()) {
            return new Result.Day(word.get());
        }
        try {
            return written(text, today).<Result>map(Result.Day::new).orElseGet(Result.Unreadable::new);
        } catch (DateTimeException _) {
            return new Result.NoSuchDay();
        }
    }

    /** Figures as ASCII ones, spaces of every kind as one kind, marks of direction left out. */
    private static String plain(String typed) {
        return Numbers.westernDigits(typed)
                .replaceAll("\\p{Cf}", "")
                .replaceAll("\\p{Z}", " ")
                .strip();
    }

    private Optional<LocalDate> word(String text, LocalDate today) {
        if (is(text, Phrase.TODAY, "today")) {
            return Optional.of(today);
        }
        if (is(text, Phrase.TOMORROW, "tomorrow")) {
            return Optional.of(today.plusDays(1));
        }
        if (is(text, Phrase.YESTERDAY, "yesterday")) {
            return Optional.of(today.minusDays(1));
        }
        Matcher offset = OFFSET.matcher(text);
        if (offset.matches()) {
            long days = Long.parseLong(offset.group(2));
            return Optional.of(today.plusDays(offset.group(1).equals("+") ? days : -days));
        }
        return Arrays.stream(DayOfWeek.values())
                .filter(day -> names(day).contains(SearchText.folded(text)))
                .findFirst()
                .map(day -> today.with(TemporalAdjusters.nextOrSame(day)));
    }

    private boolean is(String text, Phrase phrase, String english) {
        return text.equals(english)
                || SearchText.same(text, speech.label(phrase).replace("\u200F", ""));
    }

    private Optional<LocalDate> written(String text, LocalDate today) {
        Matcher iso = ISO.matcher(text);
        if (iso.matches()) {
            return Optional.of(LocalDate.of(number(iso, 1), number(iso, 2), number(iso, 3)));
        }
        Matcher numeric = NUMERIC.matcher(text);
        if (numeric.matches()) {
            return Optional.of(numeric(number(numeric, 1), number(numeric, 2), year(numeric.group(3), today)));
        }
        Matcher dayMonth = DAY_MONTH.matcher(text);
        if (dayMonth.matches()) {
            return month(dayMonth.group(2))
                    .map(month -> LocalDate.of(year(dayMonth.group(3), today), month, number(dayMonth, 1)));
        }
        Matcher monthDay = MONTH_DAY.matcher(text);
        return monthDay.matches()
                ? month(monthDay.group(1))
                        .map(month -> LocalDate.of(year(monthDay.group(3), today), month, number(monthDay, 2)))
                : Optional.empty();
    }

    /** Takes the order that is meant, unless only the other one is a day. */
    private LocalDate numeric(int first, int second, int year) {
        boolean swap = monthFirst ? first <= 12 : (second > 12 && first <= 12);
        return swap ? LocalDate.of(year, first, second) : LocalDate.of(year, second, first);
    }

    private static int year(@Nullable String digits, LocalDate today) {
        if (digits == null) {
            return today.getYear();
        }
        int year = Integer.parseInt(digits);
        if (digits.length() == 4) {
            return year;
        }
        int century = today.getYear() - today.getYear() % 100;
        // As people write them: 26 is now or soon, 85 was.
        return century + year > today.getYear() + YEARS_AHEAD ? century + year - 100 : century + year;
    }

    private static int number(Matcher matcher, int group) {
        return Integer.parseInt(matcher.group(group));
    }

    private Optional<Month> month(String name) {
        String wanted = SearchText.folded(name);
        if (wanted.length() < 3) {
            return Optional.empty();
        }
        return Arrays.stream(Month.values())
                .filter(month -> names(month).stream()
                        .anyMatch(known -> known.equals(wanted)
                                || known.startsWith(wanted)
                                || (wanted.length() > 3 && known.length() >= 3 && wanted.startsWith(known))))
                .findFirst();
    }

    private List<String> names(Month month) {
        return List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT, TextStyle.SHORT_STANDALONE).stream()
                .flatMap(style -> Stream.of(speech.language().locale(), Locale.ENGLISH)
                        .map(locale -> SearchText.folded(
                                month.getDisplayName(style, locale).replace(".", ""))))
                .toList();
    }

    private List<String> names(DayOfWeek day) {
        return List.of(TextStyle.FULL, TextStyle.FULL_STANDALONE, TextStyle.SHORT).stream()
                .flatMap(style -> Stream.of(speech.language().locale(), Locale.ENGLISH)
                        .map(locale -> SearchText.folded(
                                day.getDisplayName(style, locale).replace(".", ""))))
                .toList();
    }

    /** Reads a time of day. */
    public Optional<LocalTime> time(String typed) {
        Matcher time = TIME.matcher(plain(typed).toLowerCase(Locale.ROOT));
        if (!time.matches()) {
            return Optional.empty();
        }
        int hour = number(time, 1);
        int minute = time.group(2) == null ? 0 : number(time, 2);
        String half = time.group(3);
        if (half != null) {
            if (hour < 1 || hour > 12) {
                return Optional.empty();
            }
            boolean afternoon = half.startsWith("p") || half.equals("م");
            hour = hour % 12 + (afternoon ? 12 : 0);
        }
        return hour > 23 || minute > 59 ? Optional.empty() : Optional.of(LocalTime.of(hour, minute));
    }
}
