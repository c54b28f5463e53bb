package dev.basegram.bench.load;

import java.time.Duration;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;

/** Load at a fixed rate, whatever the answers: requests are due at the times of a {@link Schedule} and count from them. */
public final class OpenLoop {
    private static final Duration RUN_UP = Duration.ofMillis(20);

    private final HttpConnections connections;
    private final Supplier<byte[]> requests;

    /**
     * Prepares the load.
     *
     * @param requests asked on the event loop
     */
    public OpenLoop(HttpConnections connections, Supplier<byte[]> requests) {
        this.connections = connections;
        this.requests = requests;
    }

    /** Sends at this rate for this long, waits for the last answers, and returns what came of it. Blocks. */
    public LoadResult run(int perSecond, Duration length) throws InterruptedException {
        Schedule schedule = Schedule.of(System.nanoTime() + RUN_UP.toNanos(), perSecond, length);
        Phase phase = new Phase(connections, schedule.start());
        Thread pacer = Thread.ofPlatform().name("pacer").start(() -> pace(schedule, phase));
        LoadResult result = phase.await(length.plus(RUN_UP));
        pacer.join();
        return result;
    }

    private void pace(Schedule schedule, Phase phase) {
        long handedOver = 0;
        while (handedOver < schedule.count()) {
            long wait = schedule.due(handedOver) - System.nanoTime();
            if (wait > 0) {
                LockSupport.parkNanos(wait);
                continue;
            }
            long from = handedOver;
            long to = schedule.dueBy(System.nanoTime());
            connections.onLoop(() -> send(schedule, phase, from, to));
            handedOver = to;
        }
        connections.onLoop(phase::allSent);
    }

    private void send(Schedule schedule, Phase phase, long from, long to) {
        for (long i = from; i < to; i++) {
            phase.send(requests.get(), schedule.due(i), () -> {});
        }
    }
}
