package dev.basegram.sandbox.telegram.delivery;

import io.vertx.core.Vertx;
import java.time.Duration;
import java.util.HashSet;
import java.util.Set;

/**
 * Waiting, at a speed that can be turned up: a factor of 60 makes a minute a second. Waits that are under way follow a
 * change of speed. Thread-safe.
 */
public final class Waits {
    private final Vertx vertx;
    private final Set<Wait> waiting = new HashSet<>();
    private double factor = 1;
    private double passedMillis;
    private long since = System.nanoTime();

    /** Creates waits in real time on the timers of a Vert.x. */
    public Waits(Vertx vertx) {
        this.vertx = vertx;
    }

    /** Returns the milliseconds that have passed, at whatever speed; never goes back. */
    public synchronized long now() {
        return (long) passed();
    }

    /** Changes the speed for waits to come and those under way; {@code newFactor} is more than 0. */
    public synchronized void speed(double newFactor) {
        passedMillis = passed();
        since = System.nanoTime();
        factor = newFactor;
        for (Wait wait : Set.copyOf(waiting)) {
            wait.restart();
        }
    }

    /** Runs something on an event loop after a while, at least a millisecond. */
    public synchronized Wait after(Duration delay, Runnable then) {
        Wait wait = new Wait(passed() + delay.toMillis(), then);
        wait.start();
        return wait;
    }

    private double passed() {
        return passedMillis + (System.nanoTime() - since) / 1e6 * factor;
    }

    /** One wait. */
    public final class Wait {
        private final double due;
        private final Runnable then;
        private long timer;

        private Wait(double due, Runnable then) {
            this.due = due;
            this.then = then;
        }

        /** Gives up the wait; calling it late does nothing. */
        public void cancel() {
            synchronized (Waits.this) {
                waiting.remove(this);
                vertx.cancelTimer(timer);
            }
        }

        private void start() {
            waiting.add(this);
            long real = Math.max(1, (long) Math.ceil((due - passed()) / factor));
            timer = vertx.setTimer(real, id -> end());
        }

        private void restart() {
            vertx.cancelTimer(timer);
            start();
        }

        private void end() {
            synchronized (Waits.this) {
                if (!waiting.remove(this)) {
                    return;
                }
            }
            then.run();
        }
    }
}
