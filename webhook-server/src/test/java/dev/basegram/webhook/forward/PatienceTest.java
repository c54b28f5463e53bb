package dev.basegram.webhook.forward;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateKind;
import dev.basegram.webhook.WebhookConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class PatienceTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final Duration TELEGRAM_WAITS = Duration.ofSeconds(60);
    private static final Duration AIRTABLE_WAITS = Duration.ofSeconds(25);

    private final WebhookConfig.Forward production = new SmallRyeConfigBuilder()
            .addDiscoveredConverters()
            .withMapping(WebhookConfig.class)
            .build()
            .getConfigMapping(WebhookConfig.class)
            .forward();
    private final Patience patience = Patience.of(production);

    @ParameterizedTest
    @EnumSource(UpdateKind.class)
    void shouldAnswerWellBeforeItsSenderGivesUpAndWithinTheUpdatesLife(UpdateKind kind) {
        Duration held = patience.of(head(kind, NOW), NOW);

        assertThat(held.plus(production.tryTimeout())).isLessThan(TELEGRAM_WAITS);
        assertThat(held).isPositive().isLessThanOrEqualTo(kind.lifetime().dividedBy(10));
    }

    @Test
    void shouldAnswerAirtableInItsTime() {
        assertThat(patience.dayLong()).isLessThan(AIRTABLE_WAITS);
    }

    @Test
    void shouldOutlastABotRestartOfTwentySeconds() {
        Duration lastTryAfterTheRestart = production.longestPause().plus(production.probeInterval());

        assertThat(patience.of(head(UpdateKind.MESSAGE, NOW), NOW))
                .isGreaterThan(Duration.ofSeconds(20).plus(lastTryAfterTheRestart));
    }

    @Test
    void shouldHoldAPressForSecondsOnly() {
        assertThat(patience.of(head(UpdateKind.CALLBACK_QUERY, null), NOW)).isEqualTo(Duration.ofSeconds(8));
        assertThat(patience.of(head(UpdateKind.INLINE_QUERY, null), NOW)).isEqualTo(Duration.ofSeconds(3));
    }

    @Test
    void shouldNotHoldAMessageBeyondItsLife() {
        Instant almostADayAgo = NOW.minus(Duration.ofHours(24)).plusSeconds(4);

        assertThat(patience.of(head(UpdateKind.MESSAGE, almostADayAgo), NOW)).isEqualTo(Duration.ofSeconds(4));
        assertThat(patience.of(head(UpdateKind.MESSAGE, NOW.minus(Duration.ofDays(3))), NOW))
                .isZero();
    }

    private static UpdateHead head(UpdateKind kind, @Nullable Instant date) {
        return new UpdateHead(1, kind, 7L, null, 7L, null, date);
    }
}
