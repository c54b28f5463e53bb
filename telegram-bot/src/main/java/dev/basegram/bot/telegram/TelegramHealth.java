package dev.basegram.bot.telegram;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.util.concurrent.atomic.AtomicInteger;

/** Whether Telegram answers our calls. Thread-safe. */
public final class TelegramHealth {
    /** So many calls in a row without an answer, and it is taken to be away. */
    private static final int SILENT_AFTER = 5;

    private final AtomicInteger unanswered = new AtomicInteger();

    TelegramHealth(MeterRegistry metrics) {
        Gauge.builder("basegram.circuit.state", () -> isSilent() ? 2 : 0)
                .description(
                        "0 calls leave, 1 one is out trying, 2 none leaves; for Telegram 2 when the last five got no answer")
                .tag("neighbour", "telegram")
                .register(metrics);
    }

    void answered() {
        unanswered.set(0);
    }

    void unanswered() {
        unanswered.incrementAndGet();
    }

    /** Tells whether the last calls got no answer at all. */
    public boolean isSilent() {
        return unanswered.get() >= SILENT_AFTER;
    }
}
