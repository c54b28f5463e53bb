package dev.basegram.bench.report;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The figures of one system, one value a round. Not thread-safe. */
public final class Figures {
    private final String system;
    private final Map<Metric, List<Double>> values = new LinkedHashMap<>();

    /** Begins with none. */
    public Figures(String system) {
        this.system = system;
    }

    /** Returns whose they are. */
    public String system() {
        return system;
    }

    /** Adds this round's value. */
    public void add(Metric metric, double value) {
        values.computeIfAbsent(metric, m -> new ArrayList<>()).add(value);
    }

    /** Returns the middle of all rounds' values, of the two middle ones the lower; empty when there is none. */
    public Optional<Double> median(Metric metric) {
        List<Double> sorted = new ArrayList<>(rounds(metric));
        Collections.sort(sorted);
        return sorted.isEmpty() ? Optional.empty() : Optional.of(sorted.get((sorted.size() - 1) / 2));
    }

    /** Returns the values in the order of the rounds. */
    public List<Double> rounds(Metric metric) {
        return values.getOrDefault(metric, List.of());
    }

    /** Returns how many times the other's figure this one is; empty where either is missing or the other is zero. */
    public Optional<Double> ratio(Metric metric, Figures other) {
        return median(metric)
                .flatMap(mine ->
                        other.median(metric).filter(theirs -> theirs != 0).map(theirs -> mine / theirs));
    }
}
