package dev.basegram.bot.inbox;

import dev.basegram.common.UpdateHead;
import dev.basegram.common.UpdateKind;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

/** The counters and timers of intake; no label carries a user, a chat or an id. */
final class InboxMetrics {
    private final MeterRegistry registry;
    private final Map<UpdateKind, Counter> received = new ConcurrentHashMap<>();
    private final Map<UpdateKind, Counter> expired = new ConcurrentHashMap<>();
    private final Map<Arrival, Counter> accepted = new ConcurrentHashMap<>();
    private final Map<Ending, Timer> handled = new ConcurrentHashMap<>();

    private record Arrival(Source source, String result) {}

    private record Ending(UpdateKind kind, String outcome) {}

    InboxMetrics(MeterRegistry registry) {
        this.registry = registry;
    }

    void received(UpdateKind kind) {
        received.computeIfAbsent(kind, _ -> registry.counter("basegram_updates_received", "kind", kind.field()))
                .increment();
    }

    void accepted(Source source, String result) {
        accepted.computeIfAbsent(
                        new Arrival(source, result),
                        _ -> registry.counter("basegram_inbox_accepted", "source", source.label(), "result", result))
                .increment();
    }

    void expired(UpdateHead head) {
        expired.computeIfAbsent(
                        head.kind(),
                        kind -> Counter.builder("basegram_inbox_expired")
                                .description("Updates dropped because they could no longer matter")
                                .tag("kind", kind.field())
                                .register(registry))
                .increment();
    }

    void handled(UpdateKind kind, String outcome, Duration took) {
        handled.computeIfAbsent(new Ending(kind, outcome), this::timer).record(took);
    }

    private Timer timer(Ending ending) {
        return Timer.builder("basegram_update_handle_seconds")
                .tag("kind", ending.kind.field())
                .tag("outcome", ending.outcome)
                .publishPercentileHistogram()
                .register(registry);
    }

    void gauge(String name, String description, Supplier<Number> value) {
        Gauge.builder(name, value).description(description).register(registry);
    }
}
