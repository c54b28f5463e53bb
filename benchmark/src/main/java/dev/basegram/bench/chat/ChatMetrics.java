package dev.basegram.bench.chat;

import static dev.basegram.bench.report.Metric.plain;

import dev.basegram.bench.report.Metric;
import dev.basegram.bench.report.Target;
import java.util.List;

/** What the chat benchmark tells, and what the product means to reach. */
final class ChatMetrics {
    static final Metric PRESSES = plain("presses", "presses that changed the screen", "", 0);
    static final Metric P50 = plain("pressP50", "press to edited screen, p50", "ms", 1);
    static final Metric P95 = plain("pressP95", "press to edited screen, p95", "ms", 1);
    static final Metric P99 = plain("pressP99", "press to edited screen, p99", "ms", 1);
    static final Metric LONGEST = plain("pressLongest", "press to edited screen, longest", "ms", 1);
    static final Metric UNCHANGED = plain("unchanged", "presses that changed nothing within 5 s", "", 0);
    static final Metric NOT_ACCEPTED = plain("notAccepted", "updates not acknowledged", "", 0);

    private ChatMetrics() {}

    static List<Metric> all() {
        return List.of(PRESSES, P50, P95, P99, LONGEST, UNCHANGED, NOT_ACCEPTED);
    }

    static List<Target> targets() {
        return List.of(Target.atMost(P95, 50));
    }
}
