package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.airtable.gate.CallCounter;
import dev.basegram.bot.airtable.gate.Gate;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;

/** The gauges of Airtable's side. */
final class GateGauges {
    private GateGauges() {}

    static void register(MeterRegistry registry, Gate gate, CallCounter counter) {
        Gauge.builder("basegram.airtable.budget.remaining", counter, GateGauges::remaining)
                .description("Calls left this month; NaN without a limit")
                .register(registry);
        Gauge.builder("basegram.airtable.budget.limit", counter, GateGauges::limit)
                .description("Calls of a month; NaN without a limit")
                .register(registry);
        Gauge.builder("basegram.circuit.state", gate, GateGauges::circuit)
                .description("0 calls leave, 1 one is out trying, 2 none leaves")
                .tag("neighbour", "airtable")
                .register(registry);
    }

    private static double remaining(CallCounter counter) {
        long left = counter.budget().remaining();
        return left == Long.MAX_VALUE ? Double.NaN : left;
    }

    private static double limit(CallCounter counter) {
        long limit = counter.budget().limit();
        return limit <= 0 ? Double.NaN : limit;
    }

    private static double circuit(Gate gate) {
        return switch (gate.state()) {
            case GateState.Open _ -> 0;
            case GateState.Probing _ -> 1;
            case GateState.Held _ -> 2;
        };
    }
}
