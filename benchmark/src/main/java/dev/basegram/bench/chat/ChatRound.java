package dev.basegram.bench.chat;

import dev.basegram.bench.chat.Presser.Step;
import dev.basegram.bench.load.HttpConnections;
import dev.basegram.bench.load.Latencies;
import dev.basegram.bench.load.Schedule;
import dev.basegram.bench.load.WebhookRequest;
import dev.basegram.bench.report.Figures;
import dev.basegram.bench.stub.BotCall;
import dev.basegram.bench.stub.TelegramStub;
import dev.basegram.bench.system.RunningSystem;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.LongStream;

/** People press at fixed times; what counts is when the edited screen reaches Telegram. */
final class ChatRound {
    private static final long FIRST_PERSON = 500_001;
    private static final Duration LONGEST_START = Duration.ofSeconds(60);
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private final ChatPlan plan;
    private final ChatUpdates updates = new ChatUpdates();
    private final List<Presser> people;
    private final Map<Long, Presser> byId;
    private Latencies screens = new Latencies();
    private long unchanged;
    private long notAccepted;

    ChatRound(ChatPlan plan, long seed) {
        this.plan = plan;
        this.people = personIds(plan)
                .mapToObj(id -> new Presser(id, new Random(seed + id)))
                .toList();
        this.byId = people.stream().collect(Collectors.toMap(Presser::id, Function.identity()));
    }

    /** Returns the ids of those who press. */
    static LongStream personIds(ChatPlan plan) {
        return LongStream.range(FIRST_PERSON, FIRST_PERSON + plan.people());
    }

    /** Leads a system that was just started through warm-up and measurement. */
    void measure(RunningSystem system, TelegramStub telegram, Figures figures) throws InterruptedException {
        WebhookRequest request = new WebhookRequest(system.door());
        telegram.watch(this::sees);
        try (HttpConnections connections = new HttpConnections(system.door().uri(), plan.people())) {
            awaitStart(system, connections, request);
            press(connections, request, plan.warmUp());
            forget();
            press(connections, request, plan.measured());
            TimeUnit.NANOSECONDS.sleep(GIVE_UP.toNanos());
            report(figures);
        }
    }

    private void awaitStart(RunningSystem system, HttpConnections connections, WebhookRequest request)
            throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        byte[] hello = request.with(updates.command(FIRST_PERSON, "/menu"));
        while (true) {
            var status = new CompletableFuture<Integer>();
            connections.submit(hello, status::complete);
            if (status.join() == 200) {
                return;
            }
            if (System.nanoTime() > deadline || !system.isAlive()) {
                throw new IllegalStateException("it does not take updates (last answer " + status.join() + ")");
            }
            TimeUnit.MILLISECONDS.sleep(20);
        }
    }

    private void press(HttpConnections connections, WebhookRequest request, Duration length) {
        Schedule schedule = Schedule.of(System.nanoTime(), plan.pressesPerSecond(), length);
        for (long i = 0; i < schedule.count(); i++) {
            long due = schedule.due(i);
            for (long wait = due - System.nanoTime(); wait > 0; wait = due - System.nanoTime()) {
                LockSupport.parkNanos(wait);
            }
            Presser presser = people.get((int) (i % people.size()));
            if (presser.waitingSince(due)
                    .filter(since -> since > GIVE_UP.toNanos())
                    .isPresent()) {
                presser.giveUp();
                count(() -> unchanged++);
            }
            presser.next(due)
                    .ifPresent(step -> connections.submit(request.with(update(presser.id(), step)), status -> {
                        if (status != 200) {
                            count(() -> notAccepted++);
                        }
                    }));
        }
    }

    private String update(long person, Step step) {
        return switch (step) {
            case Step.Menu() -> updates.command(person, "/menu");
            case Step.Press(int message, var key) -> updates.press(person, message, key.data());
        };
    }

    private void sees(BotCall call) {
        Presser presser = byId.get(call.chat());
        if (presser != null) {
            presser.sees(call).ifPresent(nanos -> count(() -> screens.record(nanos)));
        }
    }

    private synchronized void count(Runnable change) {
        change.run();
    }

    private synchronized void forget() {
        screens = new Latencies();
        unchanged = 0;
        notAccepted = 0;
    }

    private synchronized void report(Figures figures) {
        figures.add(ChatMetrics.PRESSES, (double) screens.count());
        figures.add(ChatMetrics.P50, screens.atPercentile(50));
        figures.add(ChatMetrics.P95, screens.atPercentile(95));
        figures.add(ChatMetrics.P99, screens.atPercentile(99));
        figures.add(ChatMetrics.LONGEST, screens.longest());
        figures.add(ChatMetrics.UNCHANGED, (double) unchanged);
        figures.add(ChatMetrics.NOT_ACCEPTED, (double) notAccepted);
    }
}
