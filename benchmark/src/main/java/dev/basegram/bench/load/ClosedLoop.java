package dev.basegram.bench.load;

import java.time.Duration;
import java.util.function.Supplier;

/** As much load as a number of connections carries: each sends its next request when it has its answer. */
public final class ClosedLoop {
    private final HttpConnections connections;
    private final Supplier<byte[]> requests;
    private final int width;

    /**
     * Prepares the load.
     *
     * @param requests asked on the event loop
     * @param width how many requests are out at a time
     */
    public ClosedLoop(HttpConnections connections, Supplier<byte[]> requests, int width) {
        this.connections = connections;
        this.requests = requests;
        this.width = width;
    }

    /** Keeps the load up for this long, waits for the last answers, and returns what came of it. Blocks. */
    public LoadResult run(Duration length) throws InterruptedException {
        long start = System.nanoTime();
        Phase phase = new Phase(connections, start);
        connections.onLoop(() -> {
            for (int i = 0; i < width; i++) {
                sendNext(phase, start + length.toNanos());
            }
        });
        return phase.await(length);
    }

    private void sendNext(Phase phase, long end) {
        long now = System.nanoTime();
        if (now - end < 0) {
            phase.send(requests.get(), now, () -> sendNext(phase, end));
        } else {
            phase.allSent();
        }
    }
}
