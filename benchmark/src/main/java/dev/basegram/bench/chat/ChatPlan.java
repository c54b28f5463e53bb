package dev.basegram.bench.chat;

import java.time.Duration;

/**
 * How people press.
 *
 * @param people who press in turn
 * @param pressesPerSecond of all people together; one person presses no more often than Telegram lets a screen be edited
 * @param warmUp not measured
 * @param measured what the figures are taken from
 */
public record ChatPlan(int people, int pressesPerSecond, Duration warmUp, Duration measured) {
    /** Returns what the figures in the documentation were taken with. */
    public static ChatPlan full() {
        return new ChatPlan(100, 50, Duration.ofSeconds(40), Duration.ofSeconds(60));
    }

    /** Returns a run that shows that everything works; its figures say little. */
    public static ChatPlan quick() {
        return new ChatPlan(20, 10, Duration.ofSeconds(10), Duration.ofSeconds(10));
    }
}
