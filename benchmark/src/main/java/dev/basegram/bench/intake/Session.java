package dev.basegram.bench.intake;

import dev.basegram.bench.load.Answered;
import dev.basegram.bench.load.ClosedLoop;
import dev.basegram.bench.load.HttpConnections;
import dev.basegram.bench.load.LoadResult;
import dev.basegram.bench.load.OpenLoop;
import dev.basegram.bench.load.UpdateSource;
import dev.basegram.bench.stub.TelegramStub;
import dev.basegram.bench.system.RunningSystem;
import dev.basegram.bench.system.Usage;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One started system under load: puts a phase on it and reads what came of it at both ends. */
final class Session implements AutoCloseable {
    /** A backlog that does not shrink for this long is not going to. */
    private static final Duration GIVE_UP = Duration.ofSeconds(5);

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    private final RunningSystem system;
    private final UpdateSource updates;
    private final TelegramStub telegram;
    private final HttpConnections connections;
    private final int width;
    private final boolean sendsMessages;
    private final long sentBefore;
    private long acceptedInAll;
    private long givenUp;

    Session(RunningSystem system, UpdateSource updates, TelegramStub telegram, int width, boolean sendsMessages) {
        this.system = system;
        this.updates = updates;
        this.telegram = telegram;
        this.width = width;
        this.sendsMessages = sendsMessages;
        this.connections = new HttpConnections(system.door().uri(), width);
        this.sentBefore = telegram.messagesSent();
    }

    /**
     * What a phase came to.
     *
     * @param load as seen at the door
     * @param handled updates whose message was sent
     * @param untilHandled from the start of the phase to the last of these
     * @param cpuMillis processor time of the system in that time
     * @param foreignShare share of the machine that neither the system nor the generator used, 0 to 1
     */
    record Measured(LoadResult load, long handled, Duration untilHandled, long cpuMillis, double foreignShare) {
        double handledPerSecond() {
            return handled / seconds(untilHandled);
        }

        double acceptedPerSecond() {
            return load.accepted() / seconds(load.elapsed());
        }

        double cpuPerUpdate() {
            return load.accepted() == 0 ? 0 : (double) cpuMillis / load.accepted();
        }

        long unhandled() {
            return Math.max(0, load.accepted() - handled);
        }

        long failed() {
            return load.sent() - load.accepted();
        }

        String summary() {
            return String.format(
                    Locale.ROOT,
                    "%,d due, %,d accepted, %,d refused, %,d broken, %,d unanswered, %,d handled; p50 %.2f, p99 %.2f ms",
                    load.sent(),
                    load.accepted(),
                    load.refused(),
                    load.broken(),
                    load.unanswered(),
                    handled,
                    load.latencies().atPercentile(50),
                    load.latencies().atPercentile(99));
        }

        private static double seconds(Duration time) {
            return time.toNanos() / 1e9;
        }
    }

    /** Sends one update again and again until it is accepted, as soon as anything listens. */
    void awaitFirstAnswer() throws InterruptedException {
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        byte[] update = updates.next();
        int status = Answered.BROKEN;
        while (status != 200) {
            if (System.nanoTime() > deadline || !system.isAlive()) {
                throw new IllegalStateException("it does not take updates (last answer " + status + ")");
            }
            status = sendAndWait(update);
            if (status != 200) {
                TimeUnit.MILLISECONDS.sleep(2);
            }
        }
        acceptedInAll++;
    }

    private int sendAndWait(byte[] update) throws InterruptedException {
        CompletableFuture<Integer> answer = new CompletableFuture<>();
        connections.submit(update, answer::complete);
        try {
            return answer.get(LONGEST_START.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            return Answered.BROKEN;
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Puts as much load on it as the connections carry. */
    Measured fullLoad(Duration length) throws Exception {
        return measure(() -> new ClosedLoop(connections, updates::next, width).run(length));
    }

    /** Puts load of a fixed rate on it. */
    Measured fixedRate(int perSecond, Duration length) throws Exception {
        return measure(() -> new OpenLoop(connections, updates::next).run(perSecond, length));
    }

    /** Returns how many messages were sent since the system started. */
    long handledInAll() {
        return telegram.messagesSent() - sentBefore;
    }

    private Measured measure(Callable<LoadResult> phase) throws Exception {
        long start = System.nanoTime();
        long before = handledInAll();
        long ownCpu = cpuOf(ProcessHandle.current().pid());
        long systemCpu = cpuOfSystem();
        long machineCpu = Usage.machineCpuMillis();
        LoadResult load = phase.call();
        acceptedInAll += load.accepted();
        long last = sendsMessages ? awaitHandled() : System.nanoTime();
        long system = cpuOfSystem() - systemCpu;
        long own = cpuOf(ProcessHandle.current().pid()) - ownCpu;
        long foreign = Usage.machineCpuMillis() - machineCpu - system - own;
        double capacity =
                (System.nanoTime() - start) / 1e6 * Runtime.getRuntime().availableProcessors();
        return new Measured(
                load,
                sendsMessages ? handledInAll() - before : load.accepted(),
                Duration.ofNanos(last - start),
                system,
                Math.max(0, foreign / capacity));
    }

    /** Waits until a message went out for each accepted update, or no more come; returns when the last one went. */
    private long awaitHandled() throws InterruptedException {
        long seen = handledInAll();
        long progress = System.nanoTime();
        while (seen < acceptedInAll - givenUp && System.nanoTime() - progress < GIVE_UP.toNanos()) {
            TimeUnit.MILLISECONDS.sleep(2);
            long now = handledInAll();
            if (now > seen) {
                seen = now;
                progress = System.nanoTime();
            }
        }
        givenUp += Math.max(0, acceptedInAll - givenUp - seen);
        return progress;
    }

    private long cpuOfSystem() {
        return Usage.of(system.processIds()).cpuMillis();
    }

    private static long cpuOf(long process) {
        return Usage.of(List.of(process)).cpuMillis();
    }

    @Override
    public void close() {
        connections.close();
    }
}
