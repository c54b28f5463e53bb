package dev.basegram.bench.load;

import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/** One phase of load: what was sent and answered so far. State belongs to the connections' event loop. */
final class Phase {
    /** How long after the last request answers are waited for: Telegram's own limit. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final HttpConnections connections;
    private final long start;
    private final CompletableFuture<LoadResult> outcome = new CompletableFuture<>();
    private final Latencies latencies = new Latencies();
    private long sent;
    private long accepted;
    private long refused;
    private long broken;
    private boolean allSent;

    Phase(HttpConnections connections, long start) {
        this.connections = connections;
        this.start = start;
    }

    /** Sends a request whose latency counts from {@code due}; {@code then} runs after its answer was counted. */
    void send(byte[] request, long due, Runnable then) {
        sent++;
        connections.submit(request, status -> {
            count(status, System.nanoTime() - due);
            then.run();
            finishIfWhole();
        });
    }

    private void count(int status, long nanos) {
        switch (status) {
            case Answered.BROKEN -> broken++;
            case 200 -> accepted++;
            default -> refused++;
        }
        if (status != Answered.BROKEN) {
            latencies.record(nanos);
        }
    }

    /** Says that no request follows. */
    void allSent() {
        allSent = true;
        finishIfWhole();
    }

    private void finishIfWhole() {
        if (allSent && accepted + refused + broken == sent) {
            outcome.complete(result());
        }
    }

    private LoadResult result() {
        return new LoadResult(latencies, sent, accepted, refused, broken, Duration.ofNanos(System.nanoTime() - start));
    }

    /** Blocks until every request has its answer, or has waited as long as Telegram would. */
    LoadResult await(Duration sending) throws InterruptedException {
        try {
            return outcome.get(sending.plus(PATIENCE).toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            connections.onLoop(() -> outcome.complete(result()));
            return outcome.join();
        } catch (ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }
}
