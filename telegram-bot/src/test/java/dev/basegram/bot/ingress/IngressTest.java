package dev.basegram.bot.ingress;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.basegram.bot.config.IngressMode;
import dev.basegram.bot.inbox.Updates;
import dev.basegram.bot.ingress.IngressStatus.Road;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.ProcessLease;
import dev.basegram.bot.store.TestStore;
import dev.basegram.common.DerivedKey;
import dev.basegram.common.UpdateKind;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class IngressTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Test
    void webhookModeSetsItsOwnWebhookAndLeavesItOnStop() {
        var bench = new IngressBench(IngressMode.WEBHOOK);
        try (bench) {
            bench.ingress.start();
            awaitRoad(bench, Road.WEBHOOK);
            assertThat(bench.telegram.webhook).isEqualTo("https://bot.example.org/telegram/webhook");
            assertThat(bench.telegram.webhookSet.getString("secret_token"))
                    .isEqualTo(IngressBench.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK));
            assertThat(bench.telegram.webhookSet.getJsonArray("allowed_updates").getList())
                    .isEqualTo(UpdateKind.allowedUpdates());
            assertThat(bench.telegram.webhookSet.getBoolean("drop_pending_updates", false))
                    .isFalse();
            assertThat(bench.status.view().alive()).isTrue();
            bench.ingress.stop();
            assertThat(bench.telegram.webhook).isNotEmpty();
            assertThat(bench.telegram.calls("getUpdates")).isEmpty();
        }
    }

    @Test
    void webhookModeSetsItAgainWhenSomebodyRemovedIt() {
        try (var bench = new IngressBench(IngressMode.WEBHOOK)) {
            bench.ingress.start();
            awaitRoad(bench, Road.WEBHOOK);
            bench.telegram.webhook = "";
            await().atMost(PATIENCE).until(() -> bench.telegram.webhook.equals(IngressBench.OURS));
        }
    }

    @ParameterizedTest
    @EnumSource
    void aForeignWebhookIsNeverTakenOver(IngressMode mode) {
        try (var bench = new IngressBench(mode)) {
            bench.telegram.webhook = "https://other.example.org/x";
            bench.ingress.start();
            await().atMost(PATIENCE).until(() -> bench.status.view().problem() != null);
            await().atMost(PATIENCE)
                    .until(() -> bench.telegram.calls("getWebhookInfo").size() > 2);
            assertThat(bench.telegram.webhook).isEqualTo("https://other.example.org/x");
            assertThat(bench.status.view().alive()).isFalse();
        }
    }

    @Test
    void autoPollsUntilTheDoorIsReadyThenTakesTheWebhook() {
        try (var bench = new IngressBench(IngressMode.AUTO)) {
            bench.doorReady.set(false);
            bench.telegram.give(1, Updates.message(1, 1001, "by polling", Instant.now()));
            bench.ingress.start();
            awaitRoad(bench, Road.POLLING);
            await().atMost(PATIENCE).until(() -> bench.ids().contains(1L));
            bench.doorReady.set(true);
            awaitRoad(bench, Road.WEBHOOK);
            assertThat(bench.telegram.webhook).isEqualTo(IngressBench.OURS);
            assertThat(bench.poller.running()).isFalse();
        }
    }

    @Test
    void autoGoesBackToPollingWhenDeliveriesFailAndTriesAgainLater() {
        try (var bench = new IngressBench(IngressMode.AUTO)) {
            bench.ingress.start();
            awaitRoad(bench, Road.WEBHOOK);
            bench.telegram.pending = 3;
            bench.telegram.lastErrorDate = bench.clock.instant().getEpochSecond() + 1;
            await().atMost(PATIENCE).until(() -> bench.status.view().problem() != null);
            bench.clock.advance(Duration.ofSeconds(21));
            bench.telegram.lastErrorDate = bench.clock.instant().getEpochSecond();
            awaitRoad(bench, Road.POLLING);
            await().atMost(PATIENCE).until(() -> bench.telegram.webhook.isEmpty());
            bench.telegram.pending = 0;
            bench.clock.advance(Duration.ofSeconds(61));
            awaitRoad(bench, Road.WEBHOOK);
        }
    }

    @Test
    void autoGoesBackToPollingWhenTheDoorIsShut() {
        try (var bench = new IngressBench(IngressMode.AUTO)) {
            bench.ingress.start();
            awaitRoad(bench, Road.WEBHOOK);
            bench.doorReady.set(false);
            awaitRoad(bench, Road.POLLING);
        }
    }

    @Test
    void pollingKnowsItsOldWebhookWithoutTheVariable() {
        TestStore store = TestStore.open(Engine.SQLITE);
        try (var before = new IngressBench(IngressMode.WEBHOOK, store, Optional.of(IngressBench.DOOR))) {
            before.ingress.start();
            awaitRoad(before, Road.WEBHOOK);
        }
        try (var after = new IngressBench(IngressMode.POLLING, store.again(), Optional.empty())) {
            after.telegram.webhook = IngressBench.OURS;
            after.telegram.give(1, Updates.message(1, 1001, "hi", Instant.now()));
            after.ingress.start();
            await().atMost(PATIENCE).until(() -> after.ids().contains(1L));
            assertThat(after.telegram.webhook).isEmpty();
        }
    }

    @Test
    void onlyTheHolderOfTheLeaseTakesUpdates() {
        TestStore store = TestStore.open(Engine.POSTGRESQL);
        try (var bench = new IngressBench(IngressMode.POLLING, store, Optional.empty())) {
            var other = new ProcessLease(store.database(), bench.clock, "ingress", "another", Duration.ofSeconds(30));
            assertThat(other.hold()).isTrue();
            bench.ingress.start();
            awaitRoad(bench, Road.STANDBY);
            assertThat(bench.telegram.calls("getUpdates")).isEmpty();
            bench.clock.advance(Duration.ofSeconds(31));
            awaitRoad(bench, Road.POLLING);
            assertThat(other.hold()).isFalse();
        }
    }

    private static void awaitRoad(IngressBench bench, Road road) {
        await().atMost(PATIENCE).until(() -> bench.status.view().road() == road);
    }
}
