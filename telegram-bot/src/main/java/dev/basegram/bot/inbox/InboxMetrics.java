package dev.basegram.bot.inbox;

import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.function.Supplier;

/** The counters and timers of intake; no label carries a user, a chat or an id. */
final class InboxMetrics {
    private final MeterRegistry registry;

    InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void received(UpdateKind kind) {
        registry.counter("basegram_updates_received", "kind", kind.field()).increment();
    }

    void accepted(Source source, String result) {
        registry.counter("basegram_inbox_accepted", "source", source.label(), "result", result)
                .increment();
    }

    void expired(UpdateHead head) {
        Counter.builder("basegram_inbox_expired")
                .description("Updates dropped because they could no longer matter")
                .tag("kind", head.kind().field())
                .register(registry)
                .increment();
    }

    void handled(UpdateKind kind, String outcome, Duration took) {
        Timer.builder("basegram_update_handle_seconds")
                .tag("kind", kind.field())
                .tag("outcome", outcome)
                .publishPercentileHistogram()
                .register(registry)
                .record(took);
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
