package dev.basegram.bot.inbox;

import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;

/**
 * One call into the handler, which another thread may cut short.
 *
 * <p>The lock closes a race: without it the interrupt of a call that has just ended would hit what the lane does next.
 */
final class Attempt {
    private final long deadline;
    private @Nullable Thread thread;
    private boolean cut;

    /** Begins to count, in nanoseconds of {@link System#nanoTime}. */
    Attempt(long deadline) {
        this.deadline = deadline;
    }

    <T> T run(Callable<T> call) throws Exception {
        synchronized (this) {
            thread = Thread.currentThread();
        }
        try {
            return call.call();
        } finally {
            synchronized (this) {
                thread = null;
                var _ = Thread.interrupted();
            }
        }
    }

    /** Interrupts the call if it is over its deadline; again at each look, for handlers that swallow an interrupt. */
    synchronized void cutIfLate(long now) {
        if (now - deadline >= 0) {
            cut();
        }
    }

    synchronized void cut() {
        if (thread != null) {
            cut = true;
            thread.interrupt();
        }
    }

    synchronized boolean wasCut() {
        return cut;
    }
}
