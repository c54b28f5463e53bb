package dev.basegram.sandbox.airtable.formula;

import java.time.ZonedDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;

/** A unit of time as formulas name it: {@code 'days'}, {@code 'day'} or {@code 'd'}; {@code M} is a month. */
enum DateUnit {
    MILLISECONDS("ms", ChronoUnit.MILLIS, 1),
    SECONDS("s", ChronoUnit.SECONDS, 1),
    MINUTES("m", ChronoUnit.MINUTES, 1),
    HOURS("h", ChronoUnit.HOURS, 1),
    DAYS("d", ChronoUnit.DAYS, 1),
    WEEKS("w", ChronoUnit.WEEKS, 1),
    MONTHS("M", ChronoUnit.MONTHS, 1),
    QUARTERS("Q", ChronoUnit.MONTHS, 3),
    YEARS("y", ChronoUnit.YEARS, 1);

    private final String shortName;
    private final ChronoUnit unit;
    private final int times;

    DateUnit(String shortName, ChronoUnit unit, int times) {
        this.shortName = shortName;
        this.unit = unit;
        this.times = times;
    }

    static Optional<DateUnit> named(String name) {
        for (DateUnit unit : values()) {
            String plural = unit.name().toLowerCase(Locale.ROOT);
            String lower = name.strip().toLowerCase(Locale.ROOT);
            if (name.strip().equals(unit.shortName) || lower.equals(plural) || (lower + "s").equals(plural)) {
                return Optional.of(unit);
            }
        }
        return Optional.empty();
    }

    /** Whether adding it to a date can give a time of day. */
    boolean isPartOfDay() {
        return compareTo(DAYS) < 0;
    }

    ZonedDateTime add(ZonedDateTime to, long amount) {
        return to.plus(amount * times, unit);
    }

    /** Whole units from one to the other; negative when {@code to} is earlier. */
    long between(ZonedDateTime from, ZonedDateTime to) {
        return unit.between(from, to) / times;
    }

    /** The start of the unit that holds this time, so that two times in one unit become equal. */
    ZonedDateTime startOf(ZonedDateTime time) {
        return switch (this) {
            case YEARS -> time.withDayOfYear(1).truncatedTo(ChronoUnit.DAYS);
            case QUARTERS ->
                time.withMonth((time.getMonthValue() - 1) / 3 * 3 + 1)
                        .withDayOfMonth(1)
                        .truncatedTo(ChronoUnit.DAYS);
            case MONTHS -> time.withDayOfMonth(1).truncatedTo(ChronoUnit.DAYS);
            case WEEKS -> time.minusDays(time.getDayOfWeek().getValue() % 7).truncatedTo(ChronoUnit.DAYS);
            default -> time.truncatedTo(unit);
        };
    }
}
