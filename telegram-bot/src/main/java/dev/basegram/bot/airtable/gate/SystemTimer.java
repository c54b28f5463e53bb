package dev.basegram.bot.airtable.gate;

import jakarta.annotation.PreDestroy;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/** Real time, on one thread of its own. */
@Singleton
final class SystemTimer implements GateTimer {
    private final ScheduledThreadPoolExecutor executor;

    SystemTimer() {
        executor = new ScheduledThreadPoolExecutor(
                1, Thread.ofPlatform().name("airtable-gate").daemon(true).factory());
        executor.setRemoveOnCancelPolicy(true);
        executor.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
    }

    @Override
    public long nanos() {
        return System.nanoTime();
    }

    @Override
    public Runnable after(Duration delay, Runnable task) {
        if (executor.isShutdown()) {
            return () -> {};
        }
        ScheduledFuture<?> future = executor.schedule(task, delay.toNanos(), TimeUnit.NANOSECONDS);
        return () -> {
            boolean _ = future.cancel(false);
        };
    }

    @PreDestroy
    void stop() {
        executor.shutdownNow();
    }
}
