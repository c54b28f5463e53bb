package dev.basegram.bench.report;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A figure that the product means to reach.
 *
 * @param metric what is looked at
 * @param atLeast whether more is better
 * @param bound the figure itself, or how many times the peer's
 * @param peer whose figure the bound multiplies; empty for an absolute bound
 */
public record Target(Metric metric, boolean atLeast, double bound, Optional<String> peer) {
    /** Asks for at least this many times what a peer reaches. */
    public static Target atLeastTimes(Metric metric, double times, String peer) {
        return new Target(metric, true, times, Optional.of(peer));
    }

    /** Asks for at most this many times what a peer uses. */
    public static Target atMostTimes(Metric metric, double times, String peer) {
        return new Target(metric, false, times, Optional.of(peer));
    }

    /** Asks for at least this. */
    public static Target atLeast(Metric metric, double bound) {
        return new Target(metric, true, bound, Optional.empty());
    }

    /** Asks for at most this. */
    public static Target atMost(Metric metric, double bound) {
        return new Target(metric, false, bound, Optional.empty());
    }

    /** Returns one line that says whether the system reaches it; empty when a figure is missing. */
    public Optional<String> verdict(Figures system, List<Figures> all) {
        Optional<Double> value = peer.isEmpty()
                ? system.median(metric)
                : all.stream()
                        .filter(other -> other.system().equals(peer.get()))
                        .findFirst()
                        .flatMap(other -> system.ratio(metric, other));
        return value.map(figure -> String.format(
                Locale.ROOT,
                "  %-8s %s: %s, %.2f%s, asked %s %.4g%s",
                reached(figure) ? "reached" : "MISSED",
                system.system(),
                metric.label(),
                figure,
                unit(),
                atLeast ? "≥" : "≤",
                bound,
                unit()));
    }

    boolean reached(double figure) {
        return atLeast ? figure >= bound : figure <= bound;
    }

    private String unit() {
        return peer.map(name -> " × " + name).orElse(metric.unit().isEmpty() ? "" : " " + metric.unit());
    }
}
