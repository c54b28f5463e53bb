package dev.basegram.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.TestStore;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class InboxTest {
    private static final long BOT = 42;
    private static final Duration PATIENCE = Duration.ofSeconds(120);

    /** Handled one commit after the other, so not too many. */
    private static final int FLOOD = 300;

    private final TestClock clock = new TestClock();
    private final MeterRegistry registry = new SimpleMeterRegistry();
    private final Recorder recorder = new Recorder();
    private final List<Inbox> open = new ArrayList<>();
    private InboxLimits limits = new InboxLimits(8, 4, Duration.ofSeconds(30), Duration.ofSeconds(30), 32L << 20);

    @AfterEach
    void endAll() {
        open.forEach(inbox -> inbox.drain(Duration.ZERO));
    }

    @ParameterizedTest
    @EnumSource
    void anAcceptedUpdateIsHandledOnceWithItsBytesUntouched(Engine engine) {
        Inbox inbox = start(TestStore.open(engine));
        byte[] raw = Updates.message(5, 1001, "hi", now());

        assertThat(accept(inbox, raw)).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(accept(inbox, raw)).isInstanceOf(AcceptResult.Duplicate.class);

        awaitEmpty(inbox);
        assertThat(recorder.handled).singleElement().satisfies(update -> {
            assertThat(update.body()).isEqualTo(raw);
            assertThat(update.attempt()).isEqualTo(1);
        });
        assertThat(accept(inbox, raw)).isInstanceOf(AcceptResult.Duplicate.class);
    }

    @ParameterizedTest
    @EnumSource
    void anIdThatFellIsStillNew(Engine engine) {
        Inbox inbox = start(TestStore.open(engine));
        for (long id : new long[] {900_000_000, 900_000_001, 17, 18}) {
            assertThat(accept(inbox, Updates.message(id, 1001, "hi", now()))).isInstanceOf(AcceptResult.Accepted.class);
        }
        awaitEmpty(inbox);
        assertThat(recorder.ids()).containsExactly(900_000_000L, 900_000_001L, 17L, 18L);
    }

    @ParameterizedTest
    @EnumSource
    void idsAreKnownFor48Hours(Engine engine) {
        TestStore store = TestStore.open(engine);
        Inbox inbox = start(store);
        byte[] raw = Updates.press(5, 1001, "a");
        assertThat(accept(inbox, raw)).isInstanceOf(AcceptResult.Accepted.class);
        clock.advance(Duration.ofHours(47));
        start(store.again());
        assertThat(accept(inbox, raw)).isInstanceOf(AcceptResult.Duplicate.class);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNoUpdateIsADeadLetterAtOnce(Engine engine) {
        Inbox inbox = start(TestStore.open(engine));
        List<String> bad =
                List.of("", "nonsense", "[]", "{\"update_id\":\"7\"}", "{\"message\":{}}", "{\"update_id\":1.5}");
        for (int delivery = 1; delivery <= 2; delivery++) {
            for (String update : bad) {
                assertThat(accept(inbox, update.getBytes(StandardCharsets.UTF_8)))
                        .as(update)
                        .isInstanceOf(AcceptResult.Malformed.class);
            }
        }
        assertThat(inbox.deadLetters().newest(10))
                .as("delivered again, it is the same dead letter")
                .hasSize(6)
                .allMatch(letter -> letter.updateId().isEmpty());
        assertThat(accept(inbox, Updates.message(1, 1001, "still serving", now())))
                .isInstanceOf(AcceptResult.Accepted.class);
    }

    @ParameterizedTest
    @EnumSource
    void aValueThatTheDatabaseRefusesBlocksNobody(Engine engine) {
        Inbox inbox = start(TestStore.open(engine));
        String poison = "{\"update_id\":3,\"message\":{\"business_connection_id\":\"a\\u0000b\",\"chat\":{\"id\":1}}}";
        assertThat(accept(inbox, poison.getBytes(StandardCharsets.UTF_8)))
                .isInstanceOfAny(AcceptResult.Malformed.class, AcceptResult.Accepted.class);
        assertThat(accept(inbox, Updates.message(4, 1001, "next", now()))).isInstanceOf(AcceptResult.Accepted.class);
        await().atMost(PATIENCE).until(() -> recorder.ids().contains(4L));
    }

    @ParameterizedTest
    @EnumSource
    void anUnknownKindIsAcknowledgedAndNotHandled(Engine engine) {
        Inbox inbox = start(TestStore.open(engine));
        assertThat(accept(inbox, Updates.ofUnknownKind(9))).isInstanceOf(AcceptResult.Accepted.class);
        assertThat(inbox.counts().pending()).isZero();
        assertThat(registry.counter("basegram_updates_received", "kind", "unknown")
                        .count())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void whatCanNoLongerMatterIsDroppedAndCounted(Engine engine) throws Exception {
        var gate = new CountDownLatch(1);
        recorder.doing(update -> {
            gate.await();
            return HandleOutcome.Done.plain();
        });
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.message(1, 1001, "first", now()));
        accept(inbox, Updates.press(2, 1001, "late"));
        accept(inbox, Updates.inlineQuery(3, 1001));
        accept(inbox, Updates.message(4, 1001, "still good", now()));
        accept(inbox, Updates.message(5, 1002, "a day old", now().minus(Duration.ofHours(25))));
        clock.advance(Duration.ofSeconds(151));
        gate.countDown();

        awaitEmpty(inbox);
        assertThat(recorder.ids()).contains(1L, 4L).doesNotContain(2L, 5L);
        assertThat(expired("callback_query")).isEqualTo(1);
        assertThat(expired("message")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void aTransientFailureIsTriedAgainInOrderAndCountsUp(Engine engine) {
        recorder.doing(update -> update.head().updateId() == 1 && update.attempt() < 3
                ? new HandleOutcome.TryAgain("airtable 503", null)
                : HandleOutcome.Done.plain());
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.message(1, 1001, "a", now()));
        accept(inbox, Updates.message(2, 1001, "b", now()));
        awaitEmpty(inbox);
        assertThat(recorder.ids()).containsExactly(1L, 1L, 1L, 2L);
        assertThat(recorder.handled).extracting(IncomingUpdate::attempt).containsExactly(1, 2, 3, 1);
    }

    @ParameterizedTest
    @EnumSource
    void aFailureThatOutlivesTheUpdateBecomesADeadLetter(Engine engine) {
        recorder.doing(_ -> new HandleOutcome.TryAgain("airtable 503", null));
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.press(1, 1001, "a"));
        await().atMost(PATIENCE).until(() -> !recorder.handled.isEmpty());
        clock.advance(Duration.ofSeconds(151));
        awaitEmpty(inbox);
        assertThat(inbox.deadLetters().newest(10))
                .singleElement()
                .satisfies(letter -> assertThat(letter.reason()).contains("airtable 503"));
        await().atMost(PATIENCE).until(() -> recorder.told.size() == 1);
    }

    @ParameterizedTest
    @EnumSource
    void aPermanentFailureIsADeadLetterWhosePersonIsToldAndTheNextGoesOn(Engine engine) {
        recorder.doing(update -> switch ((int) update.head().updateId()) {
            case 1 -> new HandleOutcome.Refused("no such\u0000 field");
            case 2 -> throw new IllegalStateException("with Ann's own words");
            default -> HandleOutcome.Done.plain();
        });
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.message(1, 1001, "a", now()));
        accept(inbox, Updates.message(2, 1001, "b", now()));
        accept(inbox, Updates.message(3, 1001, "c", now()));
        awaitEmpty(inbox);
        assertThat(recorder.ids()).contains(3L);
        List<DeadLetter> letters = inbox.deadLetters().newest(10);
        assertThat(letters).hasSize(2).allSatisfy(letter -> {
            assertThat(letter.reference()).matches("[2-9A-Z]{2}-[2-9A-Z]{3}");
            assertThat(letter.reason()).doesNotContain("own words");
            assertThat(recorder.told)
                    .contains(new Recorder.Told(letter.updateId().orElseThrow(), letter.reference()));
        });
    }

    @ParameterizedTest
    @EnumSource
    void aDeadLetterCanBeReplayed(Engine engine) {
        recorder.doing(_ -> new HandleOutcome.Refused("broken"));
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.press(1, 1001, "a"));
        await().atMost(PATIENCE).until(() -> recorder.told.size() == 1);
        clock.advance(Duration.ofHours(3));
        recorder.doing(_ -> HandleOutcome.Done.plain());

        assertThat(inbox.deadLetters().replay(99).await().atMost(PATIENCE)).isFalse();
        assertThat(inbox.deadLetters().replay(1).await().atMost(PATIENCE)).isTrue();

        awaitEmpty(inbox);
        assertThat(recorder.handled).extracting(IncomingUpdate::attempt).containsExactly(1, 2);
        assertThat(inbox.deadLetters().newest(10)).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void whatTheHandlerSavesIsCommittedWithItsDoneMark(Engine engine) {
        TestStore store = TestStore.open(engine);
        store.database().writeNow(h -> h.execute("CREATE TABLE note (id BIGINT)"));
        recorder.doing(update -> new HandleOutcome.Done(List.of(
                h -> h.execute("INSERT INTO note VALUES (?)", update.head().updateId()))));
        Inbox inbox = start(store);
        accept(inbox, Updates.message(1, 1001, "a", now()));
        awaitEmpty(inbox);
        assertThat(store.database()
                        .<List<Long>>read(h -> h.createQuery("SELECT id FROM note")
                                .mapTo(Long.class)
                                .list()))
                .containsExactly(1L);
    }

    @ParameterizedTest
    @EnumSource
    void aSaveThatFailsForGoodIsADeadLetter(Engine engine) {
        recorder.doing(update -> new HandleOutcome.Done(List.of(h -> h.execute("INSERT INTO nowhere VALUES (1)"))));
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.message(1, 1001, "a", now()));
        await().atMost(PATIENCE).until(() -> recorder.told.size() == 1);
        assertThat(inbox.deadLetters().newest(5)).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void aHandlerPastItsDeadlineIsInterruptedAndGivenUpAfterThreeTries(Engine engine) {
        limits = new InboxLimits(8, 4, Duration.ofMillis(300), Duration.ofSeconds(30), 32L << 20);
        recorder.doing(update -> {
            if (update.head().updateId() == 1) {
                Thread.sleep(Duration.ofMinutes(10));
            }
            return HandleOutcome.Done.plain();
        });
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.message(1, 1001, "hangs", now()));
        accept(inbox, Updates.message(2, 1001, "waits behind", now()));
        awaitEmpty(inbox);
        assertThat(recorder.ids()).containsExactly(2L);
        assertThat(inbox.deadLetters().newest(5)).singleElement().satisfies(letter -> {
            assertThat(letter.attempts()).isEqualTo(3);
            assertThat(letter.reason()).contains("not done within");
        });
    }

    @ParameterizedTest
    @EnumSource
    void afterACrashUnfinishedUpdatesAreHandledAgainFromTheirStart(Engine engine) {
        TestStore store = TestStore.open(engine);
        var never = new CountDownLatch(1);
        limits = new InboxLimits(8, 4, Duration.ofSeconds(30), Duration.ofSeconds(2), 32L << 20);
        var crashing = new Recorder().doing(update -> {
            never.await();
            return HandleOutcome.Done.plain();
        });
        // Not in the list of those ended: its writer is closed under it, which is all that a kill leaves.
        Inbox dead = inbox(store, crashing);
        dead.start();
        awaitServing(dead);
        for (int id = 1; id <= 20; id++) {
            accept(dead, Updates.message(id, 1000 + id % 12, "a", now()));
        }
        await().atMost(PATIENCE).until(() -> crashing.running.get() == 8);
        store.close();

        TestStore next = store.again();
        Inbox inbox = start(next);
        awaitEmpty(inbox);
        assertThat(recorder.ids())
                .containsExactlyInAnyOrderElementsOf(
                        LongStream.rangeClosed(1, 20).boxed().toList());
        assertThat(recorder.handled).filteredOn(update -> update.attempt() == 2).hasSize(8);
        assertOrdered(recorder);
    }

    @ParameterizedTest
    @EnumSource
    void aStoreThatIsAwayForAMomentIsNoReasonToGiveUp(Engine engine) {
        TestStore closed = TestStore.open(Engine.SQLITE);
        closed.close();
        recorder.doing(update -> {
            if (update.attempt() == 1) {
                closed.database().writeNow(_ -> {}); // throws StoreUnavailableException
            }
            return HandleOutcome.Done.plain();
        });
        Inbox inbox = start(TestStore.open(engine));
        accept(inbox, Updates.message(1, 1001, "a", now()));
        await().atMost(PATIENCE).until(() -> {
            clock.advance(Duration.ofSeconds(5));
            return inbox.counts().pending() == 0;
        });
        assertThat(recorder.ids()).containsExactly(1L);
        assertThat(inbox.deadLetters().newest(5)).isEmpty();
    }

    @Test
    void twoBotsOnOnePostgresqlShareTheWorkAndNeverAnUpdate() {
        for (long seed = 1; seed <= 2; seed++) {
            var both = new Recorder();
            TestStore store = TestStore.open(Engine.POSTGRESQL);
            List<Inbox> bots = List.of(inbox(store, both), inbox(store.again(), both));
            open.addAll(bots);
            bots.forEach(Inbox::start);
            var random = new Random(seed);
            List<CompletableFuture<AcceptResult>> answers = new ArrayList<>();
            for (int id = 1; id <= 1_000; id++) {
                byte[] raw = Updates.message(id, 1_000 + random.nextInt(40), "a", now());
                answers.add(offerUntilAccepted(bots.get(random.nextInt(2)), raw));
                if (random.nextInt(5) == 0) {
                    // The same update by the other road, to the other process.
                    answers.add(offerUntilAccepted(bots.get(random.nextInt(2)), raw));
                }
            }
            answers.forEach(CompletableFuture::join);
            awaitEmpty(bots.getFirst());
            assertThat(both.ids())
                    .as("seed %d", seed)
                    .containsExactlyInAnyOrderElementsOf(
                            LongStream.rangeClosed(1, 1_000).boxed().toList());
            assertThat(both.overlapped).as("one person's updates at once").isFalse();
        }
    }

    @ParameterizedTest
    @EnumSource
    void manyLanesShareFewPlacesAndNoneStarves(Engine engine) {
        limits = new InboxLimits(64, 4, Duration.ofSeconds(30), Duration.ofSeconds(30), 32L << 20);
        Inbox inbox = start(TestStore.open(engine));
        int lanes = 10_000;
        List<CompletableFuture<AcceptResult>> answers = new ArrayList<>();
        // One person floods; the others say one thing each.
        for (int i = 0; i < FLOOD; i++) {
            answers.add(offer(inbox, Updates.message(1 + i, 7, "flood", now())));
        }
        for (int i = 0; i < lanes; i++) {
            answers.add(offer(inbox, Updates.message(1_000_000 + i, 10_000 + i, "one", now())));
        }
        assertThat(answers).allMatch(answer -> answer.join() instanceof AcceptResult.Accepted);
        awaitEmpty(inbox);
        assertThat(recorder.handled).hasSize(lanes + FLOOD);
        assertThat(recorder.mostAtOnce.get()).isLessThanOrEqualTo(64);
        assertThat(recorder.overlapped).isFalse();
        assertOrdered(recorder);
        int lastOfOthers = IntStream.range(0, recorder.handled.size())
                .filter(i -> recorder.handled.get(i).head().updateId() >= 1_000_000)
                .max()
                .orElseThrow();
        int flooded = (int) recorder.handled.stream()
                .limit(lastOfOthers)
                .filter(update -> update.head().updateId() < 1_000_000)
                .count();
        assertThat(flooded).as("the flood goes on behind the others").isLessThan(FLOOD);
    }

    @ParameterizedTest
    @EnumSource
    void whateverTheInterleavingEachUpdateHasOneEffectInOrder(Engine engine) {
        for (long seed = 1; seed <= 6; seed++) {
            recorder.handled.clear();
            interleave(engine, seed);
        }
    }

    private void interleave(Engine engine, long seed) {
        var random = new Random(seed);
        recorder.doing(update -> {
            long kind = fate(update.head().updateId(), seed);
            if (kind == 0 && update.attempt() == 1) {
                return new HandleOutcome.TryAgain("passing", Duration.ZERO);
            }
            if (kind == 1) {
                throw new IllegalStateException("bug");
            }
            return HandleOutcome.Done.plain();
        });
        Inbox inbox = start(TestStore.open(engine));
        long base = random.nextLong(2_000_000, 1_000_000_000);
        List<byte[]> raws = new ArrayList<>();
        List<Long> ids = new ArrayList<>();
        for (int i = 0; i < 120; i++) {
            // Half-way the ids fall, as after a quiet week.
            long id = i < 60 ? base + i : base - 1_000_000 + i;
            long person = 1001 + random.nextInt(5);
            ids.add(id);
            raws.add(
                    random.nextInt(3) == 0
                            ? Updates.press(id, person, "p" + i)
                            : Updates.message(id, person, "m" + i, now()));
        }
        List<CompletableFuture<AcceptResult>> answers = new ArrayList<>();
        for (int i = 0; i < raws.size(); i++) {
            answers.add(offer(inbox, raws.get(i)));
            for (int again = random.nextInt(3); again > 0; again--) {
                answers.add(offer(inbox, raws.get(random.nextInt(i + 1))));
            }
        }
        long accepted = answers.stream()
                .filter(answer -> answer.join() instanceof AcceptResult.Accepted)
                .count();
        assertThat(accepted).as("seed %d", seed).isEqualTo(raws.size());
        awaitEmpty(inbox);
        List<Long> ended = new ArrayList<>();
        inbox.deadLetters()
                .newest(200)
                .forEach(letter -> ended.add(letter.updateId().orElseThrow()));
        recorder.handled.stream()
                .filter(update -> fate(update.head().updateId(), seed) != 0 || update.attempt() > 1)
                .forEach(update -> ended.add(update.head().updateId()));
        assertThat(ended).as("seed %d", seed).containsExactlyInAnyOrderElementsOf(ids);
        assertThat(recorder.overlapped).isFalse();
        for (long person = 1001; person <= 1005; person++) {
            List<Long> order = recorder.idsOf(person).stream().distinct().toList();
            assertThat(order)
                    .as("seed %d person %d", seed, person)
                    .isSortedAccordingTo((a, b) -> Integer.compare(ids.indexOf(a), ids.indexOf(b)));
        }
    }

    @ParameterizedTest
    @EnumSource
    void drainingEndsWhatRunsAndLeavesTheRestForTheNextStart(Engine engine) throws Exception {
        TestStore store = TestStore.open(engine);
        var entered = new CountDownLatch(1);
        var gate = new CountDownLatch(1);
        Recorder slow = new Recorder().doing(update -> {
            entered.countDown();
            gate.await();
            return HandleOutcome.Done.plain();
        });
        Inbox first = inbox(store, slow);
        first.start();
        awaitServing(first);
        accept(first, Updates.message(1, 1001, "a", now()));
        accept(first, Updates.message(2, 1001, "b", now()));
        entered.await();
        CompletableFuture<Boolean> drained = CompletableFuture.supplyAsync(() -> first.drain(PATIENCE));
        await().atMost(PATIENCE).until(() -> first.draining());
        gate.countDown();
        assertThat(drained.join()).isTrue();
        assertThat(slow.ids()).containsExactly(1L);
        assertThat(accept(first, Updates.message(3, 1001, "c", now()))).isInstanceOf(AcceptResult.Accepted.class);

        Inbox second = start(store.again());
        awaitEmpty(second);
        assertThat(recorder.ids()).containsExactly(2L, 3L);
        assertThat(recorder.handled).extracting(IncomingUpdate::attempt).containsOnly(1);
    }

    @ParameterizedTest
    @EnumSource
    void anotherBotsUpdatesAreNotOurs(Engine engine) {
        TestStore store = TestStore.open(engine);
        Inbox inbox = start(store);
        var other = new Recorder();
        Inbox of7 =
                new Inbox(store.again().database(), 7, other, clock, limits, new SimpleMeterRegistry(), Updates.LOG);
        accept(of7, Updates.message(1, 1001, "for 7", now()));
        accept(inbox, Updates.message(1, 1001, "for 42", now()));
        awaitEmpty(inbox);
        assertThat(recorder.handled).hasSize(1);
        assertThat(of7.counts().pending()).isEqualTo(1);
        assertThat(other.handled).isEmpty();
    }

    private static long fate(long updateId, long seed) {
        return (updateId * 31 + seed) % 9;
    }

    private Inbox inbox(TestStore store, UpdateHandler handler) {
        return new Inbox(store.database(), BOT, handler, clock, limits, registry, Updates.LOG);
    }

    private Inbox start(TestStore store) {
        Inbox inbox = inbox(store, recorder);
        open.add(inbox);
        inbox.start();
        return inbox;
    }

    /** Until the claimer has looked once, every update goes by way of the disk. */
    private static void awaitServing(Inbox inbox) {
        await().atMost(PATIENCE).until(inbox::servesFresh);
    }

    private static void awaitEmpty(Inbox inbox) {
        await().atMost(PATIENCE).until(() -> inbox.counts().pending() == 0);
    }

    private static AcceptResult accept(Inbox inbox, byte[] raw) {
        return inbox.accept(raw, Source.POLLING).await().atMost(PATIENCE);
    }

    private static CompletableFuture<AcceptResult> offer(Inbox inbox, byte[] raw) {
        return inbox.accept(raw, Source.WEBHOOK).subscribeAsCompletionStage();
    }

    /** As Telegram does. */
    private static CompletableFuture<AcceptResult> offerUntilAccepted(Inbox inbox, byte[] raw) {
        return offer(inbox, raw)
                .thenCompose(result -> result instanceof AcceptResult.StoreUnavailable
                        ? offerUntilAccepted(inbox, raw)
                        : CompletableFuture.completedFuture(result));
    }

    private static void assertOrdered(Recorder recorder) {
        Map<Long, List<Long>> byPerson = new HashMap<>();
        recorder.snapshot()
                .forEach(update -> byPerson.computeIfAbsent(update.head().personId(), _ -> new ArrayList<>())
                        .add(update.head().updateId()));
        assertThat(byPerson.values()).allSatisfy(ids -> assertThat(ids).isSorted());
    }

    private double expired(String kind) {
        return registry.counter("basegram_inbox_expired", "kind", kind).count();
    }

    private Instant now() {
        return clock.instant();
    }
}
