package dev.basegram.bench.load;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;

class LatenciesTest {
    private static final long MILLISECOND = 1_000_000L;

    @Test
    void percentilesAreThoseOfTheTimesRecorded() {
        Latencies latencies = new Latencies();
        for (int i = 1; i <= 1_000; i++) {
            latencies.record(i * MILLISECOND);
        }

        assertThat(latencies.count()).isEqualTo(1_000);
        assertThat(latencies.atPercentile(50)).isCloseTo(500, within(0.6));
        assertThat(latencies.atPercentile(99)).isCloseTo(990, within(1.1));
        assertThat(latencies.longest()).isCloseTo(1_000, within(1.1));
        assertThat(latencies.countFrom(901)).isEqualTo(100);
    }

    @Test
    void ofNothingEverythingIsZero() {
        Latencies latencies = new Latencies();

        assertThat(latencies.count()).isZero();
        assertThat(latencies.atPercentile(99)).isZero();
        assertThat(latencies.longest()).isZero();
    }

    @Test
    void whatIsOutOfRangeIsKeptAtItsEnd() {
        Latencies latencies = new Latencies();
        latencies.record(-1);
        latencies.record(Long.MAX_VALUE);

        assertThat(latencies.count()).isEqualTo(2);
        assertThat(latencies.atPercentile(50)).isZero();
        assertThat(latencies.longest()).isCloseTo(600_000, within(600.0));
    }
}
