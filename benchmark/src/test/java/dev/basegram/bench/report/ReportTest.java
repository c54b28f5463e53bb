package dev.basegram.bench.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ReportTest {
    private static final Metric RATE = Metric.compared("rate", "handled", "/s", 0);
    private static final Metric TIME = Metric.compared("time", "ack p50", "ms", 2);

    private final Figures ours = figures("ours", 3_000, 9_000, 5_000);
    private final Figures peer = figures("peer", 2_000, 2_100, 2_050);

    @Test
    void figuresAreMediansBesideTheRatioToTheReference() {
        assertThat(report().table())
                .contains("handled, /s")
                .contains("5,000  2.44×")
                .contains("2,050  1.00×");
    }

    @Test
    void aFigureThatWasNotTakenIsADash() {
        assertThat(report().table().lines().filter(line -> line.startsWith("ack p50")))
                .allSatisfy(line -> assertThat(line).containsPattern("–\\s+–"));
    }

    @Test
    void whatIsReachedAndWhatIsMissedIsSaidWithBothFigures() {
        assertThat(report().table())
                .contains("reached  ours: handled, 2.44 × peer, asked ≥ 2.000 × peer")
                .contains("MISSED   ours: handled, 5000.00 /s, asked ≥ 6000 /s");
    }

    @Test
    void theJsonHoldsEachRound(@TempDir Path folder) throws Exception {
        Path file = folder.resolve("bench.json");
        report().writeJson(file);

        JsonNode rate = new ObjectMapper().readTree(file.toFile()).at("/systems/0/figures/rate");
        assertThat(rate.get("median").asDouble()).isEqualTo(5_000);
        assertThat(rate.get("rounds")).hasSize(3);
    }

    private Report report() {
        return new Report(
                "Intake",
                Map.of("machine", "this one"),
                List.of(RATE, TIME),
                List.of(ours, peer),
                "peer",
                List.of(Target.atLeastTimes(RATE, 2, "peer"), Target.atLeast(RATE, 6_000), Target.atMost(TIME, 2)),
                List.of("ours"));
    }

    private static Figures figures(String system, double... rounds) {
        Figures figures = new Figures(system);
        for (double value : rounds) {
            figures.add(RATE, value);
        }
        return figures;
    }
}
