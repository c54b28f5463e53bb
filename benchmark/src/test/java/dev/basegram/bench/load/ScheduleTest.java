package dev.basegram.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ScheduleTest {
    private static final long SECOND = 1_000_000_000L;

    @Test
    void requestsAreDueAtFixedTimesFromTheStart() {
        Schedule schedule = Schedule.of(7, 500, Duration.ofSeconds(2));

        assertThat(schedule.count()).isEqualTo(1_000);
        assertThat(schedule.due(0)).isEqualTo(7);
        assertThat(schedule.due(1)).isEqualTo(7 + 2_000_000);
        assertThat(schedule.end()).isEqualTo(7 + 2 * SECOND);
    }

    @Test
    void roundingDoesNotAddUpOverADay() {
        Schedule schedule = Schedule.of(0, 3, Duration.ofHours(24));

        assertThat(schedule.due(3L * 86_400)).isEqualTo(86_400 * SECOND);
    }

    @Test
    void whatIsDueByATimeIsWhatHasItsDueTimeBehindIt() {
        Random random = new Random(11);
        for (int i = 0; i < 10_000; i++) {
            Schedule schedule =
                    Schedule.of(random.nextLong(1L << 40), 1 + random.nextInt(50_000), Duration.ofSeconds(9));
            long now = schedule.start() + random.nextLong(10 * SECOND) - SECOND / 2;
            long due = schedule.dueBy(now);

            assertThat(due).isBetween(0L, schedule.count());
            if (due > 0) {
                assertThat(schedule.due(due - 1)).isLessThanOrEqualTo(now);
            }
            if (due < schedule.count()) {
                assertThat(schedule.due(due)).isGreaterThan(now - 2);
            }
        }
    }

    @Test
    void aNegativeNanoTimeIsAsGoodAsAnyOther() {
        Schedule schedule = Schedule.of(-5 * SECOND, 10, Duration.ofSeconds(1));

        assertThat(schedule.dueBy(-5 * SECOND - 1)).isZero();
        assertThat(schedule.dueBy(0)).isEqualTo(10);
    }

    @Test
    void aRateOfNothingIsRefused() {
        assertThatThrownBy(() -> Schedule.of(0, 0, Duration.ofSeconds(1)))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("at least 1/s");
    }
}
