package dev.basegram.bot.inbox;

import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.TestStore;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures intake, run by hand: {@code IntakeProbe ENGINE UPDATES CONCURRENCY LANES PLACES HANDLER_MS [hold]}. With {@code hold}
 * nothing is handled until all is accepted, to see what a backlog costs in memory.
 */
public final class IntakeProbe {
    private IntakeProbe() {}

    public static void main(String... args) throws Exception {
        Engine engine = Engine.valueOf(args[0]);
        int updates = Integer.parseInt(args[1]);
        int concurrency = Integer.parseInt(args[2]);
        int lanes = Integer.parseInt(args[3]);
        int places = Integer.parseInt(args[4]);
        long handlerMillis = Long.parseLong(args[5]);
        boolean hold = args.length > 6;
        var handled = new AtomicLong();
        var gate = new Semaphore(0);
        UpdateHandler handler = new UpdateHandler() {
            @Override
            public HandleOutcome handle(IncomingUpdate update) throws InterruptedException {
                if (hold) {
                    gate.acquire();
                    gate.release();
                }
                if (handlerMillis > 0) {
                    Thread.sleep(handlerMillis);
                }
                handled.incrementAndGet();
                return HandleOutcome.Done.plain();
            }

            @Override
            public void tellRefused(IncomingUpdate update, String reference) {}
        };
        var limits = new InboxLimits(places, 16, Duration.ofMinutes(30), Duration.ofSeconds(30), 32L << 20);
        TestStore store = TestStore.open(engine);
        var inbox = new Inbox(
                store.database(), 1, handler, Clock.systemUTC(), limits, new SimpleMeterRegistry(), Updates.LOG);
        inbox.start();
        Thread.sleep(1_500);
        report("start", 0, 0);
        byte[] padding = "x".repeat(800).getBytes();
        long[] took = new long[updates];
        var room = new Semaphore(concurrency);
        long start = System.nanoTime();
        for (int i = 0; i < updates; i++) {
            room.acquire();
            byte[] raw = Updates.message(i + 1, 1_000 + i % lanes, new String(padding), Instant.now());
            long from = System.nanoTime();
            int number = i;
            inbox.accept(raw, Source.WEBHOOK).subscribe().with(result -> {
                took[number] = System.nanoTime() - from;
                if (!(result instanceof AcceptResult.Accepted)) {
                    System.out.println(result);
                }
                room.release();
            });
            if (i > 0 && i % 20_000 == 0) {
                report("accepted " + i + ", handled " + handled, i, System.nanoTime() - start);
            }
        }
        room.acquire(concurrency);
        long accepted = System.nanoTime() - start;
        report("all accepted, handled " + handled, updates, accepted);
        Arrays.sort(took);
        System.out.printf(
                "ack p50 %.1f ms, p99 %.1f ms%n", took[updates / 2] / 1e6, took[(int) (updates * 0.99)] / 1e6);
        gate.release();
        long waited = System.nanoTime();
        long seen = handled.get();
        while (handled.get() < updates) {
            Thread.sleep(2_000);
            long now = handled.get();
            System.out.printf("handled %d (%d/s) %s%n", now, (now - seen) / 2, inbox.counts());
            seen = now;
        }
        report("all handled", updates, System.nanoTime() - start);
        System.out.printf("after the last accept %.1f s%n", (System.nanoTime() - waited) / 1e9);
        inbox.drain(Duration.ofSeconds(5));
        store.close();
        System.exit(0);
    }

    private static void report(String what, int count, long nanos) {
        System.gc();
        Runtime runtime = Runtime.getRuntime();
        System.out.printf(
                "%-40s %6.0f/s, heap %d MiB%n",
                what, nanos == 0 ? 0 : count / (nanos / 1e9), (runtime.totalMemory() - runtime.freeMemory()) >> 20);
    }
}
