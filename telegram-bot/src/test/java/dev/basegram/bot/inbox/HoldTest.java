package dev.basegram.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** While the inbox is held updates are taken, stay on disk across a restart, and are handled in order afterwards. */
class HoldTest {
    private static final Duration PATIENCE = Duration.ofSeconds(120);
    private static final long OWNER = 1;

    private final TestClock clock = new TestClock();
    private final Recorder recorder = new Recorder();
    private final List<Inbox> open = new ArrayList<>();

    @AfterEach
    void endAll() {
        open.forEach(inbox -> inbox.drain(Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void heldUpdatesStayAndEachPersonIsToldOnce(Engine engine) {
        Inbox inbox = start(TestStore.open(engine));
        inbox.hold(hold());
        for (int i = 0; i < 6; i++) {
            assertThat(accept(inbox, Updates.message(10 + i, 100 + i % 2, "m" + i, clock.instant())))
                    .isInstanceOf(AcceptResult.Accepted.class);
        }
        accept(inbox, Updates.message(20, OWNER, "/status", clock.instant()));

        await().atMost(PATIENCE).until(() -> recorder.ids().contains(20L));
        await().atMost(PATIENCE).until(() -> recorder.toldHeld.size() == 2);
        assertThat(recorder.ids()).containsExactly(20L);
        assertThat(inbox.counts().pending()).isEqualTo(6);

        inbox.resume();
        awaitEmpty(inbox);
        assertThat(recorder.idsOf(100)).containsExactly(10L, 12L, 14L);
        assertThat(recorder.idsOf(101)).containsExactly(11L, 13L, 15L);
        assertThat(recorder.toldHeld).hasSize(2);
        assertThat(inbox.held()).isEmpty();
        assertThat(recorder.overlapped).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void whatRunsEndsAndWhatIsBehindItWaits(Engine engine) {
        var gate = new CountDownLatch(1);
        recorder.doing(update -> {
            gate.await();
            return HandleOutcome.Done.plain();
        });
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.message(1, 100, "running", clock.instant()));
        await().atMost(PATIENCE).until(() -> recorder.running.get() == 1);
        accept(inbox, Updates.message(2, 100, "behind", clock.instant()));
        inbox.hold(hold());
        gate.countDown();
        await().atMost(PATIENCE).until(() -> recorder.toldHeld.contains(2L));
        assertThat(recorder.ids()).containsExactly(1L);
        inbox.resume();
        awaitEmpty(inbox);
        assertThat(recorder.ids()).containsExactly(1L, 2L);
    }

    @ParameterizedTest
    @EnumSource
    void aRestartKeepsTheHoldAndADayOfItCostsNoMessage(Engine engine) {
        TestStore store = TestStore.open(engine);
        Inbox first = start(store);
        first.hold(hold());
        accept(first, Updates.message(1, 100, "kept", clock.instant()));
        accept(first, Updates.press(2, 101, "late"));
        await().atMost(PATIENCE).until(() -> recorder.toldHeld.size() == 2);
        first.drain(Duration.ofSeconds(10));

        Inbox second = start(store.again());
        assertThat(second.held())
                .hasValueSatisfying(hold -> assertThat(hold.byName()).isEqualTo("Ada"));
        accept(second, Updates.message(3, 100, "more", clock.instant()));
        accept(second, Updates.message(4, OWNER, "/status", clock.instant()));
        await().atMost(PATIENCE).until(() -> recorder.ids().contains(4L));
        assertThat(recorder.ids()).containsExactly(4L);

        clock.advance(Duration.ofHours(30));
        second.resume();
        awaitEmpty(second);
        assertThat(recorder.ids())
                .as("messages wait as long as it takes, a press does not")
                .containsExactly(4L, 1L, 3L);
        assertThat(second.deadLetters().newest(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void anotherProcessOfTheBotHoldsBackToo(Engine engine) {
        TestStore store = TestStore.open(engine);
        Inbox one = start(store);
        Inbox other = start(store.again());
        one.hold(hold());
        await().atMost(PATIENCE).until(() -> other.held().isPresent());
        accept(other, Updates.message(1, 100, "kept", clock.instant()));
        await().atMost(PATIENCE).until(() -> recorder.toldHeld.contains(1L));
        assertThat(recorder.ids()).isEmpty();
        one.resume();
        awaitEmpty(one);
        assertThat(recorder.ids()).containsExactly(1L);
    }

    private Hold hold() {
        return new Hold(clock.instant(), "Ada", Set.of(OWNER));
    }

    private Inbox start(TestStore store) {
        var limits = new InboxLimits(8, 4, Duration.ofSeconds(30), Duration.ofSeconds(30), 32L << 20);
        Inbox inbox = InboxParts.inbox(store.database(), recorder, clock, limits, new SimpleMeterRegistry());
        open.add(inbox);
        inbox.start();
        return inbox;
    }

    private static AcceptResult accept(Inbox inbox, byte[] raw) {
        return inbox.accept(raw, Source.POLLING).await().atMost(PATIENCE);
    }

    private static void awaitEmpty(Inbox inbox) {
        await().atMost(PATIENCE).until(() -> inbox.counts().pending() == 0);
    }
}
