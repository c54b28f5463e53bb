package dev.basegram.sandbox.telegram.delivery;

import java.time.Duration;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * How long an update waits after a delivery failed: not at all the first time, then 2, 4, 8, 16 and 32 s, then 60 to
 * 120 s for ever.
 */
final class BackOff {
    private static final int DOUBLINGS = 6;

    private BackOff() {}

    /**
     * Returns the wait before the next attempt.
     *
     * @param failures attempts that have failed, at least 1
     * @param retryAfter what the answer asked for in whole seconds; null when it did not, or not as a number
     */
    static Duration delay(int failures, @Nullable Integer retryAfter, RandomGenerator random) {
        if (retryAfter != null) {
            return Duration.ofSeconds(Math.clamp(retryAfter, 0, 3600));
        }
        if (failures <= 1) {
            return Duration.ZERO;
        }
        return Duration.ofSeconds(failures <= DOUBLINGS ? 1L << (failures - 1) : random.nextInt(60, 121));
    }
}
