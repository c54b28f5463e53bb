package dev.basegram.bench.intake;

import dev.basegram.bench.report.Figures;
import dev.basegram.bench.report.Report;
import dev.basegram.bench.stub.AirtableStub;
import dev.basegram.bench.stub.TelegramStub;
import dev.basegram.bench.system.Candidate;
import dev.basegram.bench.system.Neighbours;
import dev.basegram.bench.system.WorkFolder;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Leads every system through the same phases with the same updates and the same stubs, round after round. */
public final class IntakeBench {
    private final Plan plan;
    private final long seed;
    private final int rounds;
    private final WorkFolder work;

    /** Prepares a run. */
    public IntakeBench(Plan plan, long seed, int rounds, WorkFolder work) {
        this.plan = plan;
        this.seed = seed;
        this.rounds = rounds;
        this.work = work;
    }

    private record Entrant(Candidate candidate, Figures figures) {
        String name() {
            return candidate.name();
        }
    }

    /** Measures the candidates; one that fails is named on the error stream and has no figures. */
    public Report run(List<Candidate> candidates, Map<String, String> machine) throws InterruptedException {
        List<Entrant> entrants = candidates.stream()
                .map(candidate -> new Entrant(candidate, new Figures(candidate.name())))
                .toList();
        for (int round = 1; round <= rounds; round++) {
            for (Entrant entrant : inTurn(entrants, round)) {
                System.err.printf("round %d of %d: %s%n", round, rounds, entrant.name());
                measure(entrant, round);
            }
        }
        return report(entrants, machine);
    }

    /** Each round begins with another system, so that none always follows the same one. */
    private static List<Entrant> inTurn(List<Entrant> entrants, int round) {
        List<Entrant> turned = new ArrayList<>(entrants);
        Collections.rotate(turned, -(round - 1));
        return turned;
    }

    private void measure(Entrant entrant, int round) throws InterruptedException {
        try (TelegramStub telegram = new TelegramStub();
                AirtableStub airtable = new AirtableStub()) {
            Neighbours neighbours = new Neighbours(telegram.root(), airtable.root(), AirtableStub.BASE_ID, "1");
            new IntakeRound(plan, seed, telegram, neighbours)
                    .measure(entrant.candidate(), work.fresh(entrant.name() + "-" + round), entrant.figures());
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            System.err.printf("%s: %s; its logs are in %s%n", entrant.name(), e, work.path());
        }
    }

    private Report report(List<Entrant> entrants, Map<String, String> machine) {
        Map<String, String> setting = new LinkedHashMap<>(machine);
        setting.put(
                "load",
                "%d connections, %,d chats, seed %d, %d round(s), medians"
                        .formatted(plan.connections(), plan.chats(), seed, rounds));
        entrants.forEach(
                entrant -> setting.put(entrant.name(), entrant.candidate().description()));
        return new Report(
                "Intake",
                setting,
                IntakeMetrics.all(),
                entrants.stream().map(Entrant::figures).toList(),
                "grammy",
                IntakeMetrics.targets(),
                List.of("basegram", "basegram-native"));
    }
}
