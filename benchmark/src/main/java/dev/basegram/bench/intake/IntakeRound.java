package dev.basegram.bench.intake;

import dev.basegram.bench.intake.IntakeMetrics.AtRate;
import dev.basegram.bench.intake.Session.Measured;
import dev.basegram.bench.load.UpdateSource;
import dev.basegram.bench.load.WebhookRequest;
import dev.basegram.bench.report.Figures;
import dev.basegram.bench.stub.TelegramStub;
import dev.basegram.bench.system.Candidate;
import dev.basegram.bench.system.Neighbours;
import dev.basegram.bench.system.RunningSystem;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;

/** One system, started anew and led through every phase. */
final class IntakeRound {
    private static final Duration FIRST_SECONDS = Duration.ofSeconds(2);
    private static final Duration TELEGRAM_TAKES = Duration.ofMillis(50);
    private static final Duration PAUSE = Duration.ofSeconds(1);
    private static final double[] STEPS = {0.5, 0.6, 0.7, 0.8, 0.9, 1.0, 1.1};
    private static final int MOST_WARM_UPS = 5;
    /** A step is kept when what it left over was handled this soon after its end. */
    private static final Duration KEPT = Duration.ofSeconds(1);

    private final Plan plan;
    private final long seed;
    private final TelegramStub telegram;
    private final Neighbours neighbours;

    IntakeRound(Plan plan, long seed, TelegramStub telegram, Neighbours neighbours) {
        this.plan = plan;
        this.seed = seed;
        this.telegram = telegram;
        this.neighbours = neighbours;
    }

    /** Starts the system in this folder, measures it and ends it. */
    void measure(Candidate candidate, Path folder, Figures figures) throws Exception {
        telegram.takeEachTime(Duration.ZERO);
        long start = System.nanoTime();
        try (RunningSystem system = candidate.start(neighbours, folder);
                PeakMemory memory = new PeakMemory(system);
                Session session = session(candidate, system)) {
            session.awaitFirstAnswer();
            figures.add(IntakeMetrics.COLD_START, (System.nanoTime() - start) / 1e6);
            Tally tally = new Tally();
            firstSeconds(session, figures, tally, candidate.sendsMessages());
            warmUp(session, tally);
            fullLoad(session, figures, tally);
            fixedRate(session, IntakeMetrics.AT_500, figures, tally);
            fixedRate(session, IntakeMetrics.AT_1000, figures, tally);
            slowTelegram(session, figures, tally, candidate.sendsMessages());
            figures.add(IntakeMetrics.RESIDENT, memory.mebibytes());
            tally.report(figures);
        }
    }

    private Session session(Candidate candidate, RunningSystem system) {
        UpdateSource updates = new UpdateSource(
                new WebhookRequest(system.door()),
                seed,
                plan.chats(),
                "/help",
                () -> System.currentTimeMillis() / 1_000);
        return new Session(system, updates, telegram, plan.connections(), candidate.sendsMessages());
    }

    private static void firstSeconds(Session session, Figures figures, Tally tally, boolean sendsMessages)
            throws Exception {
        CompletableFuture<Long> inTime = CompletableFuture.supplyAsync(() -> handledAfter(session, FIRST_SECONDS));
        Measured measured = session.fullLoad(FIRST_SECONDS);
        tally.add("first two seconds", measured);
        figures.add(IntakeMetrics.FIRST_SECONDS, (double) (sendsMessages ? inTime.join() : measured.handled()));
    }

    private static long handledAfter(Session session, Duration time) {
        try {
            TimeUnit.NANOSECONDS.sleep(time.toNanos());
            return session.handledInAll();
        } catch (InterruptedException e) {
            throw new CompletionException(e);
        }
    }

    /** A compiler warms up by work done, not by time gone: on a busy machine the same time is a fraction of the work. */
    private void warmUp(Session session, Tally tally) throws Exception {
        long handled = 0;
        int slices = 0;
        do {
            Measured measured = session.fullLoad(plan.warmUp());
            tally.add("warm-up", measured);
            handled += measured.handled();
            slices++;
        } while (handled < plan.warmUpdates() && slices < MOST_WARM_UPS);
    }

    private void fullLoad(Session session, Figures figures, Tally tally) throws Exception {
        Measured measured = session.fullLoad(plan.closed());
        tally.add("full load", measured);
        figures.add(IntakeMetrics.SUSTAINED, measured.handledPerSecond());
        figures.add(IntakeMetrics.ACKNOWLEDGED, measured.acceptedPerSecond());
        figures.add(IntakeMetrics.CPU_SATURATED, measured.cpuPerUpdate());
        figures.add(IntakeMetrics.HIGHEST_RATE, highestRate(session, measured.handledPerSecond()));
    }

    /** Climbs from half of what full load reached until a step is not kept; what fails on the way is expected to. */
    private double highestRate(Session session, double reached) throws Exception {
        double kept = 0;
        for (double share : STEPS) {
            int rate = Math.max(10, 10 * (int) (reached * share / 10));
            Measured step = session.fixedRate(rate, plan.step());
            boolean isKept = step.load().everyOneAccepted()
                    && step.unhandled() == 0
                    && step.untilHandled().compareTo(plan.step().plus(KEPT)) < 0
                    && step.load().latencies().atPercentile(99) < KEPT.toMillis();
            if (!isKept) {
                break;
            }
            kept = rate;
        }
        return kept;
    }

    private void fixedRate(Session session, AtRate at, Figures figures, Tally tally) throws Exception {
        TimeUnit.NANOSECONDS.sleep(PAUSE.toNanos());
        Measured measured = session.fixedRate(at.perSecond(), plan.fixed());
        tally.add(at.perSecond() + "/s", measured);
        figures.add(at.p50(), measured.load().latencies().atPercentile(50));
        figures.add(at.p99(), measured.load().latencies().atPercentile(99));
        figures.add(at.longest(), measured.load().latencies().longest());
        figures.add(at.cpu(), measured.cpuPerUpdate());
    }

    private void slowTelegram(Session session, Figures figures, Tally tally, boolean sendsMessages) throws Exception {
        if (!sendsMessages) {
            return;
        }
        telegram.takeEachTime(TELEGRAM_TAKES);
        Measured measured = session.fullLoad(plan.slow());
        tally.add("Telegram takes 50 ms", measured);
        figures.add(IntakeMetrics.SLOW_TELEGRAM, measured.handledPerSecond());
        telegram.takeEachTime(Duration.ZERO);
    }

    /** Sums up over all phases what should be nought. */
    private static final class Tally {
        private long failed;
        private long unhandled;
        private double foreign;
        private int phases;

        void add(String phase, Measured measured) {
            failed += measured.failed();
            unhandled += measured.unhandled();
            foreign += measured.foreignShare();
            System.err.println("  " + phase + ": " + measured.summary());
            phases++;
        }

        void report(Figures figures) {
            figures.add(IntakeMetrics.FAILED, (double) failed);
            figures.add(IntakeMetrics.UNHANDLED, (double) unhandled);
            figures.add(IntakeMetrics.FOREIGN_CPU, 100 * foreign / phases);
        }
    }
}
