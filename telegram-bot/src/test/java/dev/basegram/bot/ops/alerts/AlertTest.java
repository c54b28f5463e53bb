package dev.basegram.bot.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.inbox.Hold;
import dev.basegram.bot.ingress.IngressStatus.Road;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.Arrays;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;

/** Each alert is a question to the vitals: what it is about, and nothing besides. */
class AlertTest {
    static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");

    /** A bot that is well, to be made ill in one respect. */
    static final class Doing {
        Road road = Road.POLLING;
        Instant lastPoll = NOW.minusSeconds(30);
        Optional<String> foreign = Optional.empty();
        Optional<String> webhook = Optional.empty();
        Duration oldest = Duration.ZERO;
        long letters;
        Optional<Hold> hold = Optional.empty();
        boolean silent;
        GateState gate = new GateState.Open();
        long used = 10;
        long limit = 100;
        Set<String> refusing = Set.of();
        Optional<Long> disk = Optional.of(5_000_000_000L);

        Vitals at(Instant now) {
            return new Vitals(
                    now,
                    new Vitals.Intake(road, NOW.minusSeconds(600), lastPoll, foreign, webhook, Optional.empty()),
                    new Vitals.Inbox(1, oldest, letters, hold),
                    silent,
                    gate,
                    new CallBudget(YearMonth.of(2026, 11), used, limit),
                    refusing,
                    disk);
        }

        Set<Alert> wrong() {
            Vitals vitals = at(NOW);
            return Arrays.stream(Alert.values())
                    .filter(alert -> alert.of(vitals).isPresent())
                    .collect(java.util.stream.Collectors.toSet());
        }
    }

    private final Doing bot = new Doing();

    @Test
    void aBotThatIsWellGivesNoAlert() {
        assertThat(bot.wrong()).isEmpty();
    }

    @Test
    void pollsAreStaleAfterTwoMinutesAndOnlyWherePollingIsTheRoad() {
        bot.lastPoll = NOW.minusSeconds(121);
        assertThat(bot.wrong()).containsExactly(Alert.POLL_STALE);
        bot.road = Road.WEBHOOK;
        assertThat(bot.wrong()).isEmpty();
    }

    @Test
    void theWebhookIsTold() {
        bot.webhook = Optional.of("503");
        assertThat(bot.wrong()).containsExactly(Alert.WEBHOOK_ERRORS);
        bot.webhook = Optional.empty();
        bot.foreign = Optional.of("other.example");
        assertThat(bot.wrong()).containsExactly(Alert.FOREIGN_WEBHOOK);
    }

    @Test
    void whatIsHeldBackOnPurposeDoesNotWait() {
        bot.oldest = Duration.ofSeconds(121);
        assertThat(bot.wrong()).containsExactly(Alert.OLDEST_UPDATE);
        bot.hold = Optional.of(new Hold(NOW, "Ada", Set.of()));
        assertThat(bot.wrong()).isEmpty();
    }

    @Test
    void deadLettersAndNeighbours() {
        bot.letters = 1;
        assertThat(bot.wrong()).containsExactly(Alert.DEAD_LETTERS);
        bot.letters = 0;
        bot.gate = new GateState.Held(GateState.Reason.RATE_LIMIT, NOW);
        assertThat(bot.wrong()).as("half a minute after a 429").isEmpty();
        bot.gate = new GateState.Probing(GateState.Reason.UNREACHABLE);
        assertThat(bot.wrong()).containsExactly(Alert.CIRCUIT_OPEN);
        bot.gate = new GateState.Open();
        bot.silent = true;
        assertThat(bot.wrong()).containsExactly(Alert.CIRCUIT_OPEN);
        bot.silent = false;
        bot.refusing = Set.of("airtable");
        assertThat(bot.wrong()).containsExactly(Alert.NEIGHBOUR_UNAUTHORIZED);
    }

    @Test
    void theBudgetIsToldAt70AndAt90AndNeverBoth() {
        for (long used = 0; used <= 120; used++) {
            bot.used = used;
            Set<Alert> expected = used < 70 ? Set.of() : Set.of(used < 90 ? Alert.BUDGET_70 : Alert.BUDGET_90);
            assertThat(bot.wrong()).as("%d of 100", used).isEqualTo(expected);
        }
        bot.limit = 0;
        assertThat(bot.wrong()).as("no limit").isEmpty();
    }

    @Test
    void theDiskIsToldBelow200Megabytes() {
        bot.disk = Optional.of(199_999_999L);
        assertThat(bot.wrong()).containsExactly(Alert.DISK_FULL);
        bot.disk = Optional.empty();
        assertThat(bot.wrong()).isEmpty();
    }

    static boolean rulesAreHere() {
        return Files.exists(rules());
    }

    private static Path rules() {
        return Path.of("..", "ops", "alerts.yml");
    }

    @Test
    @EnabledIf("rulesAreHere")
    void theNamesAreThoseOfThePrometheusRules() throws IOException {
        String yaml = Files.readString(rules());
        for (Alert alert : Alert.values()) {
            assertThat(yaml).contains("alert: " + alert.rule() + "\n");
        }
        assertThat(yaml.split("- alert: ", -1)).hasSize(Alert.values().length + 1);
    }
}
