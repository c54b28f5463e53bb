package dev.basegram.sandbox.airtable.formula;

import static dev.basegram.sandbox.airtable.formula.Function.eager;
import static dev.basegram.sandbox.airtable.formula.Function.lazy;

import java.time.DateTimeException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.time.temporal.WeekFields;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.function.BiPredicate;
import java.util.function.ToIntFunction;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Functions about dates; all read a date in UTC unless SET_TIMEZONE gave it another zone. */
final class DateFunctions {
    static final List<Function> ALL = List.of(
            eager(
                    "NOW",
                    0,
                    0,
                    arguments -> Value.moment(arguments.evaluator().clock().instant())),
            eager(
                    "TODAY",
                    0,
                    0,
                    arguments ->
                            Value.date(arguments.evaluator().clock().instant().truncatedTo(ChronoUnit.DAYS))),
            eager(
                    "CREATED_TIME",
                    0,
                    0,
                    arguments -> Value.moment(arguments.evaluator().row().createdTime())),
            lazy(
                    "LAST_MODIFIED_TIME",
                    0,
                    Function.ANY,
                    arguments -> Value.moment(arguments.evaluator().row().lastModifiedTime(arguments.fieldIds()))),
            eager("IS_SAME", 2, 3, arguments -> compare(arguments, Instant::equals)),
            eager("IS_BEFORE", 2, 3, arguments -> compare(arguments, Instant::isBefore)),
            eager("IS_AFTER", 2, 3, arguments -> compare(arguments, Instant::isAfter)),
            eager("DATETIME_PARSE", 1, 3, DateFunctions::parse),
            eager("DATETIME_FORMAT", 1, 2, DateFunctions::format),
            eager("DATESTR", 1, 1, arguments -> written(arguments, "YYYY-MM-DD")),
            eager("TIMESTR", 1, 1, arguments -> written(arguments, "HH:mm:ss")),
            eager("DATEADD", 3, 3, DateFunctions::add),
            eager("DATETIME_DIFF", 2, 3, DateFunctions::difference),
            eager("SET_TIMEZONE", 2, 2, DateFunctions::zone),
            eager("SET_LOCALE", 2, 2, DateFunctions::locale),
            eager("YEAR", 1, 1, arguments -> part(arguments, ZonedDateTime::getYear)),
            eager("MONTH", 1, 1, arguments -> part(arguments, ZonedDateTime::getMonthValue)),
            eager("DAY", 1, 1, arguments -> part(arguments, ZonedDateTime::getDayOfMonth)),
            eager("HOUR", 1, 1, arguments -> part(arguments, ZonedDateTime::getHour)),
            eager("MINUTE", 1, 1, arguments -> part(arguments, ZonedDateTime::getMinute)),
            eager("SECOND", 1, 1, arguments -> part(arguments, ZonedDateTime::getSecond)),
            eager("WEEKDAY", 1, 2, DateFunctions::weekday),
            eager("WEEKNUM", 1, 2, DateFunctions::week),
            eager("WORKDAY", 2, 3, DateFunctions::workday),
            eager("WORKDAY_DIFF", 2, 3, DateFunctions::workdays),
            eager("FROMNOW", 1, 1, DateFunctions::distance),
            eager("TONOW", 1, 1, DateFunctions::distance));

    private DateFunctions() {}

    private static ZonedDateTime time(Value.Moment moment) {
        return moment.at().atZone(moment.zone());
    }

    private static Value compare(Arguments arguments, BiPredicate<Instant, Instant> test) {
        ZonedDateTime left = time(arguments.moment(0));
        ZonedDateTime right = time(arguments.moment(1));
        if (arguments.has(2)) {
            Optional<DateUnit> unit = DateUnit.named(arguments.text(2));
            if (unit.isEmpty()) {
                return arguments.fail();
            }
            left = unit.get().startOf(left);
            right = unit.get().startOf(right);
        }
        return Value.truth(test.test(left.toInstant(), right.toInstant()));
    }

    private static Value parse(Arguments arguments) {
        Value value = Coercion.single(arguments.value(0));
        if (value instanceof Value.Text(String text) && !text.isEmpty() && arguments.has(1)) {
            return MomentParse.parse(text, arguments.text(1), Locale.forLanguageTag(arguments.text(2, "en")))
                    .<Value>map(moment -> moment)
                    .orElse(Value.ERROR);
        }
        return arguments.moment(0);
    }

    private static Value format(Arguments arguments) {
        return written(arguments, arguments.text(1, "YYYY-MM-DDTHH:mm:ss.SSSZ"));
    }

    private static Value written(Arguments arguments, String format) {
        Value.Moment moment = arguments.moment(0);
        return Value.text(MomentFormat.format(time(moment), format, moment.locale()));
    }

    private static Value add(Arguments arguments) {
        Value.Moment moment = arguments.moment(0);
        Optional<DateUnit> unit = DateUnit.named(arguments.text(2));
        double amount = arguments.number(1);
        if (unit.isEmpty() || Math.abs(amount) > 1e9) {
            return arguments.fail();
        }
        Instant at = unit.get().add(time(moment), (long) amount).toInstant();
        return new Value.Moment(
                at, moment.zone(), moment.dateOnly() && !unit.get().isPartOfDay(), moment.locale());
    }

    private static Value difference(Arguments arguments) {
        Optional<DateUnit> unit = DateUnit.named(arguments.text(2, "seconds"));
        if (unit.isEmpty()) {
            return arguments.fail();
        }
        return Value.number(unit.get().between(time(arguments.moment(1)), time(arguments.moment(0))));
    }

    private static Value zone(Arguments arguments) {
        Value.Moment moment = arguments.moment(0);
        try {
            return new Value.Moment(moment.at(), ZoneId.of(arguments.text(1)), false, moment.locale());
        } catch (DateTimeException unknown) {
            return arguments.fail();
        }
    }

    private static Value locale(Arguments arguments) {
        Value.Moment moment = arguments.moment(0);
        return new Value.Moment(
                moment.at(), moment.zone(), moment.dateOnly(), Locale.forLanguageTag(arguments.text(1)));
    }

    private static Value part(Arguments arguments, ToIntFunction<ZonedDateTime> part) {
        return Value.number(part.applyAsInt(time(arguments.moment(0))));
    }

    /** From 0, the first day being Sunday unless said otherwise. */
    private static Value weekday(Arguments arguments) {
        int first = arguments.text(1, "Sunday").equalsIgnoreCase("Monday") ? 1 : 0;
        int day = time(arguments.moment(0)).getDayOfWeek().getValue();
        return Value.number((day - first) % 7);
    }

    private static Value week(Arguments arguments) {
        WeekFields weeks =
                arguments.text(1, "Sunday").equalsIgnoreCase("Monday") ? WeekFields.ISO : WeekFields.SUNDAY_START;
        return Value.number(time(arguments.moment(0)).get(weeks.weekOfWeekBasedYear()));
    }

    private static Value workday(Arguments arguments) {
        Value.Moment moment = arguments.moment(0);
        int days = Math.clamp(arguments.whole(1, 0), -100_000, 100_000);
        Set<String> holidays = holidays(arguments);
        ZonedDateTime at = time(moment);
        for (int left = Math.abs(days); left > 0; ) {
            at = at.plusDays(Integer.signum(days));
            left -= isWorkday(at, holidays) ? 1 : 0;
        }
        return new Value.Moment(at.toInstant(), moment.zone(), moment.dateOnly(), moment.locale());
    }

    /** Both ends count. */
    private static Value workdays(Arguments arguments) {
        ZonedDateTime from = time(arguments.moment(0));
        ZonedDateTime to = time(arguments.moment(1));
        Set<String> holidays = holidays(arguments);
        ZonedDateTime first = from.isBefore(to) ? from : to;
        long days = Math.min(Duration.between(from, to).abs().toDays(), 100_000);
        long count = Stream.iterate(first, day -> day.plusDays(1))
                .limit(days + 1)
                .filter(day -> isWorkday(day, holidays))
                .count();
        return Value.number(from.isAfter(to) ? -count : count);
    }

    private static Set<String> holidays(Arguments arguments) {
        return Stream.of(arguments.text(2, "").split(",", -1))
                .map(String::strip)
                .collect(Collectors.toSet());
    }

    private static boolean isWorkday(ZonedDateTime day, Set<String> holidays) {
        return day.getDayOfWeek() != DayOfWeek.SATURDAY
                && day.getDayOfWeek() != DayOfWeek.SUNDAY
                && !holidays.contains(day.toLocalDate().toString());
    }

    /** The largest unit alone, as {@code 3 days}. */
    private static Value distance(Arguments arguments) {
        Duration away = Duration.between(
                        arguments.moment(0).at(), arguments.evaluator().clock().instant())
                .abs();
        long days = away.toDays();
        if (days >= 365) {
            return amount(days / 365, "year");
        }
        if (days >= 30) {
            return amount(days / 30, "month");
        }
        if (days > 0) {
            return amount(days, "day");
        }
        return away.toHours() > 0 ? amount(away.toHours(), "hour") : amount(away.toMinutes(), "minute");
    }

    private static Value amount(long count, String unit) {
        return Value.text(count + " " + unit + (count == 1 ? "" : "s"));
    }
}
