package dev.basegram.bench.intake;

import java.time.Duration;

/**
 * How long each phase takes.
 *
 * @param connections to the door, Telegram's {@code max_connections} (1–100)
 * @param chats how many people write
 * @param warmUp full load before anything but the start is measured
 * @param warmUpdates how many updates the warm-up is repeated for, within reason
 * @param closed full load that is measured
 * @param fixed load at each fixed rate
 * @param step one step of the search for the highest rate
 * @param slow full load while Telegram takes its time
 */
public record Plan(
        int connections,
        int chats,
        Duration warmUp,
        long warmUpdates,
        Duration closed,
        Duration fixed,
        Duration step,
        Duration slow) {
    /** Returns what the figures in the documentation were taken with. */
    public static Plan full(int connections, int chats) {
        return new Plan(connections, chats, seconds(20), 40_000, seconds(10), seconds(20), seconds(5), seconds(8));
    }

    /** Returns a run that shows that everything works; its figures say little. */
    public static Plan quick(int connections, int chats) {
        return new Plan(connections, chats, seconds(3), 0, seconds(3), seconds(3), seconds(2), seconds(3));
    }

    private static Duration seconds(int seconds) {
        return Duration.ofSeconds(seconds);
    }
}
