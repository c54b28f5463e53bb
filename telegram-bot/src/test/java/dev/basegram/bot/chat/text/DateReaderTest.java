package dev.basegram.bot.chat.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.TextStyle;
import java.time.temporal.TemporalAdjusters;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Days and times in every form people type them, in every language, over generated days. */
class DateReaderTest {
    private static final long SEED = Long.getLong("dates.seed", 20_261_125L);
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 25);

    private static DateReader reader(Language language, boolean monthFirst) {
        return new DateReader(new Speech(language, ZoneOffset.UTC), monthFirst);
    }

    private static List<LocalDate> days(int count) {
        Random random = new Random(SEED);
        return random.ints(count, 0, 36_500)
                .mapToObj(day -> LocalDate.of(1947, 1, 1).plusDays(day))
                .collect(Collectors.toCollection(ArrayList::new));
    }

    private static void reads(Language language, boolean monthFirst, String typed, LocalDate expected) {
        assertThat(reader(language, monthFirst).day(typed, TODAY))
                .as("«%s» in %s", typed, language)
                .isEqualTo(new DateReader.Result.Day(expected));
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void everyTypedFormOfEveryDay(Language language) {
        Locale locale = Locale.of(language.code());
        for (LocalDate day : days(300)) {
            for (String pattern : List.of("d.M.yyyy", "dd.MM.yyyy", "dd/MM/yyyy", "d-M-yyyy", "d. M. yyyy")) {
                reads(language, false, DateTimeFormatter.ofPattern(pattern).format(day), day);
            }
            for (String pattern : List.of("yyyy-MM-dd", "yyyy/M/d", "yyyy.MM.dd")) {
                reads(language, true, DateTimeFormatter.ofPattern(pattern).format(day), day);
                reads(language, false, DateTimeFormatter.ofPattern(pattern).format(day), day);
            }
            reads(language, true, DateTimeFormatter.ofPattern("M/d/yyyy").format(day), day);
            for (String pattern : List.of("d MMMM yyyy", "d MMM yyyy", "dd MMMM, yyyy")) {
                reads(
                        language,
                        false,
                        western(DateTimeFormatter.ofPattern(pattern, locale).format(day)),
                        day);
                reads(
                        language,
                        false,
                        DateTimeFormatter.ofPattern(pattern, Locale.ENGLISH).format(day),
                        day);
            }
            reads(
                    language,
                    true,
                    DateTimeFormatter.ofPattern("MMMM d, yyyy", Locale.ENGLISH).format(day),
                    day);
        }
    }

    /** What the hint of a date shows as an example is what people type. */
    @ParameterizedTest
    @EnumSource(Language.class)
    void everyDayAsTheBotItselfWritesIt(Language language) {
        Speech speech = new Speech(language, ZoneOffset.UTC);
        days(300).forEach(day -> reads(language, false, speech.dates().day(day), day));
    }

    private static String western(String text) {
        return Numbers.westernDigits(text);
    }

    @ParameterizedTest
    @EnumSource(
            value = Language.class,
            names = {"ES", "PT"})
    void daysOfMonthsInIberia(Language language) {
        Locale locale = Locale.of(language.code());
        days(50).forEach(day -> reads(
                language,
                false,
                DateTimeFormatter.ofPattern("d 'de' MMMM 'de' yyyy", locale).format(day),
                day));
    }

    @Test
    void digitsOfOtherScripts() {
        for (LocalDate day : days(100)) {
            String western = DateTimeFormatter.ofPattern("dd.MM.yyyy").format(day);
            for (int zero : new int[] {'٠', '۰', '०', '０'}) {
                String typed = western.chars()
                        .mapToObj(
                                c -> Character.isDigit(c) ? Character.toString(zero + c - '0') : Character.toString(c))
                        .collect(Collectors.joining());
                reads(Language.AR, false, typed, day);
            }
        }
    }

    @Test
    void aYearOfTwoDigitsIsTheOneThatIsMeant() {
        reads(Language.EN, false, "1.2.26", LocalDate.of(2026, 2, 1));
        reads(Language.EN, false, "1.2.46", LocalDate.of(2046, 2, 1));
        reads(Language.EN, false, "1.2.47", LocalDate.of(1947, 2, 1));
        reads(Language.EN, false, "1.2.85", LocalDate.of(1985, 2, 1));
        reads(Language.EN, false, "1.2.00", LocalDate.of(2000, 2, 1));
        for (LocalDate day : days(200)) {
            if (day.getYear() >= 1947 && day.getYear() <= 2046) {
                reads(
                        Language.RU,
                        false,
                        DateTimeFormatter.ofPattern("dd.MM.yy").format(day),
                        day);
            }
        }
    }

    @Test
    void aDayWithoutAYearIsInThisOne() {
        reads(Language.EN, false, "31.12", LocalDate.of(2026, 12, 31));
        reads(Language.EN, true, "12/31", LocalDate.of(2026, 12, 31));
        reads(Language.RU, false, "5 мая", LocalDate.of(2026, 5, 5));
    }

    @Test
    void everyDayThatNoCalendarHas() {
        for (int year : new int[] {1900, 1999, 2000, 2024, 2026, 2027, 2100}) {
            for (int month = 1; month <= 12; month++) {
                int last = YearMonth.of(year, month).lengthOfMonth();
                reads(Language.EN, false, "%d.%d.%d".formatted(last, month, year), LocalDate.of(year, month, last));
                for (int day = last + 1; day <= 31; day++) {
                    assertThat(reader(Language.EN, false).day("%d.%d.%d".formatted(day, month, year), TODAY))
                            .as("%d.%d.%d", day, month, year)
                            .isEqualTo(new DateReader.Result.NoSuchDay());
                }
            }
        }
        for (String typed :
                List.of("0.1.2026", "1.0.2026", "32.1.2026", "13.13.2026", "2026-02-30", "30 February", "31 апреля")) {
            assertThat(reader(Language.RU, false).day(typed, TODAY))
                    .as(typed)
                    .isEqualTo(new DateReader.Result.NoSuchDay());
        }
    }

    @ParameterizedTest
    @EnumSource(Language.class)
    void wordsAndDaysOfTheWeek(Language language) {
        Speech speech = new Speech(language, ZoneOffset.UTC);
        reads(language, false, speech.label(Phrase.TODAY), TODAY);
        reads(language, false, speech.label(Phrase.TOMORROW).toUpperCase(language.locale()), TODAY.plusDays(1));
        reads(language, false, speech.label(Phrase.YESTERDAY), TODAY.minusDays(1));
        reads(language, false, "+3", TODAY.plusDays(3));
        reads(language, false, "- 10", TODAY.minusDays(10));
        for (DayOfWeek day : DayOfWeek.values()) {
            LocalDate next = TODAY.with(TemporalAdjusters.nextOrSame(day));
            reads(language, false, day.getDisplayName(TextStyle.FULL, Locale.of(language.code())), next);
            reads(language, false, day.getDisplayName(TextStyle.FULL, Locale.ENGLISH), next);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "14:30, 14:30",
        "9:05, 09:05",
        "14.30, 14:30",
        "14h30, 14:30",
        "14h, 14:00",
        "7, 07:00",
        "0:00, 00:00",
        "23:59, 23:59",
        "2:30 pm, 14:30",
        "12 am, 00:00",
        "12 pm, 12:00",
        "12:15 a.m., 00:15",
        "٢:٣٠ م, 14:30",
        "١٤:٣٠, 14:30",
        "14:30:59, 14:30"
    })
    void timesOfDay(String typed, LocalTime expected) {
        assertThat(reader(Language.EN, false).time(typed)).as(typed).contains(expected);
    }

    @ParameterizedTest
    @CsvSource({"24:00", "25:61", "14:60", "13 pm", "0 am", "half past two", "14:3:2:1", "-1:00", "''"})
    void noTimesOfDay(String typed) {
        assertThat(reader(Language.EN, false).time(typed)).as(typed).isEmpty();
    }
}
