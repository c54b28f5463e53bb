package dev.basegram.bench.report;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Figures of one run side by side.
 *
 * @param title what was measured
 * @param setting what else a reader must know, such as the machine
 * @param metrics in the order of the table's lines
 * @param systems in the order of the table's columns
 * @param reference the system that ratios are taken to; empty for no ratios; empty for no ratios
 * @param targets what was to be reached
 * @param candidates the systems that targets are asked of
 */
public record Report(
        String title,
        Map<String, String> setting,
        List<Metric> metrics,
        List<Figures> systems,
        String reference,
        List<Target> targets,
        List<String> candidates) {
    private static final int LABEL_WIDTH = 44;
    private static final int COLUMN_WIDTH = 18;

    /** Returns the table for people, and below it what was reached and what was not. */
    public String table() {
        StringBuilder text = new StringBuilder("\n" + title + "\n");
        setting.forEach((name, value) ->
                text.append("  ").append(name).append(": ").append(value).append('\n'));
        text.append('\n').append(pad("", LABEL_WIDTH));
        systems.forEach(system -> text.append(padLeft(system.system())));
        text.append('\n');
        for (Metric metric : metrics) {
            text.append(line(metric)).append('\n');
        }
        if (!reference.isEmpty()) {
            text.append("(n×: times ").append(reference).append("'s figure of the same run)\n");
        }
        List<String> verdicts = verdicts();
        if (!verdicts.isEmpty()) {
            text.append("\nSpeed to reach\n")
                    .append(String.join("\n", verdicts))
                    .append('\n');
        }
        return text.toString();
    }

    private String line(Metric metric) {
        String unit = metric.unit().isEmpty() ? "" : ", " + metric.unit();
        StringBuilder line = new StringBuilder(pad(metric.label() + unit, LABEL_WIDTH));
        for (Figures system : systems) {
            line.append(padLeft(cell(metric, system)));
        }
        return line.toString();
    }

    private String cell(Metric metric, Figures system) {
        Optional<Double> value = system.median(metric);
        if (value.isEmpty()) {
            return "–";
        }
        String shown = String.format(Locale.ROOT, "%,." + metric.decimals() + "f", value.get());
        Optional<Double> ratio =
                metric.compared() ? referenceFigures().flatMap(other -> system.ratio(metric, other)) : Optional.empty();
        return shown + ratio.map(r -> String.format(Locale.ROOT, " %5.2f×", r)).orElse("");
    }

    private Optional<Figures> referenceFigures() {
        return systems.stream()
                .filter(system -> system.system().equals(reference))
                .findFirst();
    }

    private List<String> verdicts() {
        List<String> lines = new ArrayList<>();
        for (Figures system : systems) {
            if (candidates.contains(system.system())) {
                targets.forEach(target -> target.verdict(system, systems).ifPresent(lines::add));
            }
        }
        return lines;
    }

    /** Writes everything, each round's value included, as JSON. */
    public void writeJson(Path file) throws IOException {
        ObjectMapper mapper = new ObjectMapper();
        ObjectNode root = mapper.createObjectNode().put("title", title).put("reference", reference);
        setting.forEach(root.putObject("setting")::put);
        ArrayNode all = root.putArray("systems");
        for (Figures system : systems) {
            ObjectNode node = all.addObject().put("name", system.system());
            ObjectNode figures = node.putObject("figures");
            for (Metric metric : metrics) {
                system.median(metric).ifPresent(median -> {
                    ObjectNode figure = figures.putObject(metric.key())
                            .put("median", median)
                            .put("unit", metric.unit());
                    ArrayNode rounds = figure.putArray("rounds");
                    system.rounds(metric).forEach(rounds::add);
                });
            }
        }
        ArrayNode verdicts = root.putArray("targets");
        verdicts().forEach(line -> verdicts.add(line.strip()));
        mapper.writerWithDefaultPrettyPrinter().writeValue(file.toFile(), root);
    }

    private static String pad(String text, int width) {
        return text + " ".repeat(Math.max(1, width - text.length()));
    }

    private static String padLeft(String text) {
        return " ".repeat(Math.max(1, COLUMN_WIDTH - text.length())) + text;
    }
}
