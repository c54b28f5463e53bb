package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.store.Database;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.Optional;

/**
 * How fast the month's calls are used: by what was counted at the first look of each day of the last week. Blocks its thread, which
 * should be a virtual one.
 */
@Singleton
public class CallPace {
    private static final int DAYS = 7;
    private static final Duration LEAST = Duration.ofHours(1);

    private final Database database;
    private volatile Optional<LocalDate> noted = Optional.empty();

    CallPace(Database database) {
        this.database = database;
    }

    private record Sample(Instant at, long used) {}

    /** Notes what is used, once a day, and forgets what is older than a week. */
    void note(CallBudget budget, Instant now) {
        LocalDate day = now.atZone(ZoneOffset.UTC).toLocalDate();
        if (noted.filter(day::equals).isPresent()) {
            return;
        }
        database.writeNow(handle -> {
            handle.createUpdate(
                            "INSERT INTO call_pace (day, at, used) VALUES (:day, :at, :used) ON CONFLICT DO NOTHING")
                    .bind("day", day.toString())
                    .bind("at", now.toEpochMilli())
                    .bind("used", budget.used())
                    .execute();
            handle.createUpdate("DELETE FROM call_pace WHERE day < :day")
                    .bind("day", day.minusDays(DAYS).toString())
                    .execute();
        });
        noted = Optional.of(day);
    }

    /** Returns in how many days the month's calls are used up at this pace; empty when that is not before the month ends, or unknown. */
    public Optional<Long> daysLeft(CallBudget budget, Instant now) {
        return perDay(budget, now)
                .filter(pace -> pace > 0 && budget.limit() > 0)
                .map(pace -> (long) (budget.remaining() / pace))
                .filter(days -> days < daysToGo(now));
    }

    private Optional<Double> perDay(CallBudget budget, Instant now) {
        Instant month = YearMonth.from(now.atZone(ZoneOffset.UTC))
                .atDay(1)
                .atStartOfDay(ZoneOffset.UTC)
                .toInstant();
        Optional<Sample> first = database.read(handle -> handle.createQuery(
                        "SELECT at, used FROM call_pace WHERE at >= :month ORDER BY at LIMIT 1")
                .bind("month", month.toEpochMilli())
                .map((row, _) -> new Sample(Instant.ofEpochMilli(row.getLong(1)), row.getLong(2)))
                .findOne());
        return first.filter(sample -> Duration.between(sample.at(), now).compareTo(LEAST) >= 0)
                .map(sample -> {
                    double days = Duration.between(sample.at(), now).toMillis() / 86_400_000.0;
                    return (budget.used() - sample.used()) / days;
                });
    }

    private static long daysToGo(Instant now) {
        LocalDate today = now.atZone(ZoneOffset.UTC).toLocalDate();
        return YearMonth.from(today).lengthOfMonth() - today.getDayOfMonth() + 1L;
    }
}
