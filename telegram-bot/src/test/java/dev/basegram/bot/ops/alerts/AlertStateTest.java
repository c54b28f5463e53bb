package dev.basegram.bot.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.ops.alerts.AlertState.Word;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Owners are told when it begins, ever more seldom while it lasts, and when it is over; never more. */
class AlertStateTest {
    private static final Instant START = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration LOOK = Duration.ofSeconds(30);

    private record Told(Word word, Duration after) {}

    private AlertState state = AlertState.QUIET;
    private Instant now = START;
    private final List<Told> told = new ArrayList<>();

    private void passes(Duration time, boolean wrong, Duration lasting) {
        for (Instant end = now.plus(time); now.isBefore(end); now = now.plus(LOOK)) {
            AlertState.Step step = state.look(wrong, lasting, now);
            state = step.state();
            if (step.word() != Word.NOTHING) {
                told.add(new Told(step.word(), Duration.between(START, now)));
            }
        }
    }

    @Test
    void whatPassesSoonIsNotTold() {
        passes(Duration.ofMinutes(4), true, Duration.ofMinutes(5));
        passes(Duration.ofHours(1), false, Duration.ofMinutes(5));
        assertThat(told).isEmpty();
    }

    @Test
    void whatLastsIsToldOnceThenMoreAndMoreSeldomThenThatItIsOver() {
        passes(Duration.ofDays(3), true, Duration.ofMinutes(5));
        passes(Duration.ofMinutes(10), false, Duration.ofMinutes(5));
        assertThat(told)
                .containsExactly(
                        new Told(Word.BEGUN, Duration.ofMinutes(5)),
                        new Told(Word.STILL, Duration.ofMinutes(65)),
                        new Told(Word.STILL, Duration.ofMinutes(65 + 240)),
                        new Told(Word.STILL, Duration.ofMinutes(65 + 240 + 1440)),
                        new Told(Word.STILL, Duration.ofMinutes(65 + 240 + 2 * 1440)),
                        new Told(Word.OVER, Duration.ofDays(3).plusMinutes(2)));
        assertThat(state.phase()).isEqualTo(AlertState.Phase.QUIET);
    }

    @Test
    void whatNeedsNoTimeIsToldAtOnce() {
        passes(LOOK, true, Duration.ZERO);
        assertThat(told).containsExactly(new Told(Word.BEGUN, Duration.ZERO));
    }

    @Test
    void aShortBreakIsNoEnd() {
        passes(Duration.ofMinutes(10), true, Duration.ofMinutes(1));
        passes(Duration.ofSeconds(90), false, Duration.ofMinutes(1));
        passes(Duration.ofMinutes(10), true, Duration.ofMinutes(1));
        assertThat(told).hasSize(1);
    }

    @Test
    void whateverHappensAnHourHoldsFewWordsAndTheyAlternate() {
        Random random = new Random(42);
        for (int run = 0; run < 300; run++) {
            state = AlertState.QUIET;
            now = START;
            told.clear();
            while (now.isBefore(START.plus(Duration.ofHours(12)))) {
                passes(Duration.ofSeconds(30L * (1 + random.nextInt(40))), random.nextBoolean(), Duration.ofMinutes(1));
            }
            Word last = Word.OVER;
            for (Told each : told) {
                assertThat(each.word() == Word.BEGUN)
                        .as("run %d: %s", run, told)
                        .isEqualTo(last == Word.OVER);
                last = each.word();
            }
            for (int i = 0; i + 8 < told.size(); i++) {
                assertThat(told.get(i + 8).after().minus(told.get(i).after()))
                        .as("run %d: %s", run, told)
                        .isGreaterThan(Duration.ofHours(1));
            }
        }
    }
}
