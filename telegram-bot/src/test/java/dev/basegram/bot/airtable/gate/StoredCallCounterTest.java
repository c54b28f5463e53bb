package dev.basegram.bot.airtable.gate;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.CallBudget.Level;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.TestStore;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class StoredCallCounterTest {
    private static final String BASE = "appSandbox0000001";

    @ParameterizedTest
    @EnumSource(Engine.class)
    void shouldGoOnCountingAfterARestart(Engine engine) {
        var time = new VirtualTime();
        try (var store = TestStore.open(engine)) {
            var counter = StoredCallCounter.open(store.database(), time, time, BASE, 1000);
            for (int i = 0; i < 7; i++) {
                counter.leaves();
            }
            time.pass(Duration.ofSeconds(2));
            Awaitility.await()
                    .atMost(Duration.ofSeconds(20))
                    .until(() -> StoredCallCounter.open(store.database(), time, time, BASE, 1000)
                                    .budget()
                                    .used()
                            == 7);
            counter.leaves();
            counter.store().await().atMost(Duration.ofSeconds(20));
            assertThat(StoredCallCounter.open(store.database(), time, time, BASE, 1000)
                            .budget())
                    .isEqualTo(new CallBudget(YearMonth.of(2026, 11), 8, 1000));
        }
    }

    @Test
    void shouldBeginAnewWithTheMonth() {
        var time = new VirtualTime(Instant.parse("2026-11-30T23:59:59Z"));
        try (var store = TestStore.open(Engine.SQLITE)) {
            var counter = StoredCallCounter.open(store.database(), time, time, BASE, 10);
            counter.leaves();
            time.pass(Duration.ofSeconds(2));
            assertThat(counter.budget()).isEqualTo(new CallBudget(YearMonth.of(2026, 12), 0, 10));
        }
    }

    @Test
    void shouldWarnAtSeventyAndNinetyPercent() {
        assertThat(new CallBudget(YearMonth.of(2026, 1), 699, 1000).level()).isEqualTo(Level.FINE);
        assertThat(new CallBudget(YearMonth.of(2026, 1), 700, 1000).level()).isEqualTo(Level.NOTICE);
        assertThat(new CallBudget(YearMonth.of(2026, 1), 900, 1000).level()).isEqualTo(Level.WARNING);
        assertThat(new CallBudget(YearMonth.of(2026, 1), 1000, 1000).level()).isEqualTo(Level.SPENT);
        assertThat(new CallBudget(YearMonth.of(2026, 1), 5_000_000, 0).level()).isEqualTo(Level.FINE);
    }
}
