package dev.basegram.bot.airtable.gate;

import dev.basegram.bot.airtable.rest.Reply;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.time.Duration;

/** Tells the gate's doings to Prometheus; no label carries a person, a record or a token. */
public final class MicrometerGateMeter implements GateMeter {
    private final MeterRegistry registry;
    private final Timer waits;

    /** Creates a meter whose series exist from the start. */
    public MicrometerGateMeter(MeterRegistry registry) {
        this.registry = registry;
        this.waits = Timer.builder("basegram.airtable.wait")
                .description("Time a call waited for Airtable's limit")
                .publishPercentileHistogram()
                .minimumExpectedValue(Duration.ofMillis(1))
                .maximumExpectedValue(Duration.ofSeconds(60))
                .register(registry);
    }

    @Override
    public void left(Duration waited) {
        waits.record(waited);
    }

    @Override
    public void answered(String operation, Reply<?> reply) {
        registry.counter("basegram.airtable.requests", "operation", operation, "outcome", outcome(reply))
                .increment();
    }

    /** Returns the value of the metric label {@code outcome}. */
    static String outcome(Reply<?> reply) {
        return switch (reply) {
            case Reply.Got<?> _ -> "ok";
            case Reply.Refused<?>(var error) -> error.status() == 401 ? "unauthorized" : "refused";
            case Reply.TooMany<?> _ -> "rate_limited";
            case Reply.Spent<?> _ -> "monthly_limit";
            case Reply.Down<?> _ -> "unavailable";
            case Reply.Garbled<?> _ -> "garbled";
            case Reply.Unfit<?> _ -> "not_sent";
        };
    }
}
