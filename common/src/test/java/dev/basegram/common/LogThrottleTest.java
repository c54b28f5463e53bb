package dev.basegram.common;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class LogThrottleTest {
    @Test
    void shouldLetOneThroughPerPauseAndCountTheRest() {
        SteppingClock clock = new SteppingClock();
        LogThrottle throttle = new LogThrottle(clock, Duration.ofMinutes(1));
        List<Long> lines = new ArrayList<>();

        throttle.event(lines::add);
        throttle.event(lines::add);
        throttle.event(lines::add);
        clock.step(Duration.ofSeconds(59));
        throttle.event(lines::add);
        clock.step(Duration.ofSeconds(1));
        throttle.event(lines::add);
        clock.step(Duration.ofMinutes(5));
        throttle.event(lines::add);

        assertThat(lines).containsExactly(0L, 3L, 0L);
    }

    private static final class SteppingClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T10:00:00Z");

        void step(Duration by) {
            now = now.plus(by);
        }

        @Override
        public Instant instant() {
            return now;
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }
    }
}
