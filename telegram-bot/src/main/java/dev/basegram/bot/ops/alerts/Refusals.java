package dev.basegram.bot.ops.alerts;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Singleton;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/** Which neighbours answered 401 last, as far as the counters of calls tell from one look to the next. Thread-safe. */
@Singleton
class Refusals {
    private static final Map<String, String> COUNTERS =
            Map.of("telegram", "basegram_telegram_requests_total", "airtable", "basegram.airtable.requests");

    private final MeterRegistry registry;
    private final Map<String, Seen> seen = new HashMap<>();

    Refusals(MeterRegistry registry) {
        this.registry = registry;
    }

    private record Seen(double refused, double good, boolean refusing) {
        static final Seen NOTHING = new Seen(0, 0, false);

        /** Refusing from the first 401 on until a call works again; both since the last look means that it comes and goes. */
        Seen then(double nowRefused, double nowGood) {
            boolean now = nowRefused > refused || (refusing && nowGood <= good);
            return new Seen(nowRefused, nowGood, now);
        }
    }

    synchronized Set<String> look() {
        Set<String> refusing = new HashSet<>();
        COUNTERS.forEach((neighbour, counter) -> {
            Seen now =
                    seen.getOrDefault(neighbour, Seen.NOTHING).then(sum(counter, "unauthorized"), sum(counter, "ok"));
            seen.put(neighbour, now);
            if (now.refusing()) {
                refusing.add(neighbour);
            }
        });
        return refusing;
    }

    private double sum(String counter, String outcome) {
        return registry.find(counter).tag("outcome", outcome).counters().stream()
                .mapToDouble(Counter::count)
                .sum();
    }
}
