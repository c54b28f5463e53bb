package dev.basegram.bot.inbox;

import java.time.Duration;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** How long an update waits after a failure that passes: 1, 2, 4 … 60 s, each made up to half shorter by chance. */
final class Pauses {
    private static final Duration LONGEST = Duration.ofSeconds(60);

    private Pauses() {}

    /**
     * Returns the pause after a failed try.
     *
     * @param attempt the number of the try that failed, from 1
     * @param least the pause that the neighbour asked for; null when it named none
     */
    static Duration after(int attempt, @Nullable Duration least) {
        long step = Math.min(LONGEST.toMillis(), 1_000L << Math.min(Math.max(attempt - 1, 0), 10));
        // Chance keeps all that failed together from coming back together.
        Duration pause =
                Duration.ofMillis(step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
        return least == null || least.compareTo(pause) < 0
                ? pause
                : least.plusMillis(ThreadLocalRandom.current().nextLong(1_000));
    }
}
