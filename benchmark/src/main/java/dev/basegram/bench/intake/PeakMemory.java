package dev.basegram.bench.intake;

import dev.basegram.bench.system.RunningSystem;
import dev.basegram.bench.system.Usage;
import java.time.Duration;

/** Looks at a system's resident memory from time to time and keeps the highest. */
final class PeakMemory implements AutoCloseable {
    private static final Duration PAUSE = Duration.ofMillis(500);

    private final Thread watcher;
    private volatile long highestKib;

    PeakMemory(RunningSystem system) {
        this.watcher = Thread.ofPlatform().daemon().name("memory").start(() -> watch(system));
    }

    private void watch(RunningSystem system) {
        try {
            while (true) {
                highestKib = Math.max(highestKib, Usage.of(system.processIds()).residentKib());
                Thread.sleep(PAUSE);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt(); // the end of the watch
        }
    }

    double mebibytes() {
        return highestKib / 1_024.0;
    }

    @Override
    public void close() throws InterruptedException {
        watcher.interrupt();
        watcher.join();
    }
}
