package dev.basegram.bench.chat;

import dev.basegram.bench.report.Figures;
import dev.basegram.bench.report.Report;
import dev.basegram.bench.stub.TelegramStub;
import dev.basegram.bench.system.Candidate;
import dev.basegram.bench.system.Neighbours;
import dev.basegram.bench.system.RunningSystem;
import dev.basegram.bench.system.SandboxAirtable;
import dev.basegram.bench.system.WorkFolder;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Measures the bot's own time between a press and the edited screen, on the sandbox's demo base. */
public final class ChatBench {
    private final ChatPlan plan;
    private final long seed;
    private final int rounds;
    private final SandboxAirtable airtable;
    private final WorkFolder work;

    /** Prepares a run. */
    public ChatBench(ChatPlan plan, long seed, int rounds, SandboxAirtable airtable, WorkFolder work) {
        this.plan = plan;
        this.seed = seed;
        this.rounds = rounds;
        this.airtable = airtable;
        this.work = work;
    }

    /** Measures the candidates; one that fails is named on the error stream and has no figures. */
    public Report run(List<Candidate> candidates, Map<String, String> machine) throws InterruptedException {
        List<Figures> all = new ArrayList<>();
        for (Candidate candidate : candidates) {
            Figures figures = new Figures(candidate.name());
            all.add(figures);
            for (int round = 1; round <= rounds; round++) {
                System.err.printf("round %d of %d: %s%n", round, rounds, candidate.name());
                measure(candidate, round, figures);
            }
        }
        Map<String, String> setting = new LinkedHashMap<>(machine);
        setting.put(
                "load",
                "%d people, %d presses/s in all, seed %d, stubs at 0 ms"
                        .formatted(plan.people(), plan.pressesPerSecond(), seed));
        return new Report(
                "Chat",
                setting,
                ChatMetrics.all(),
                all,
                "",
                ChatMetrics.targets(),
                candidates.stream().map(Candidate::name).toList());
    }

    private void measure(Candidate candidate, int round, Figures figures) throws InterruptedException {
        String name = candidate.name() + "-chat-" + round;
        try (TelegramStub telegram = new TelegramStub();
                RunningSystem sandbox = airtable.start(work.fresh(name + "-airtable"));
                RunningSystem system = candidate.start(neighbours(telegram, sandbox), work.fresh(name))) {
            new ChatRound(plan, seed).measure(system, telegram, figures);
        } catch (InterruptedException e) {
            throw e;
        } catch (Exception e) {
            System.err.printf("%s: %s; its logs are in %s%n", candidate.name(), e, work.path());
        }
    }

    private Neighbours neighbours(TelegramStub telegram, RunningSystem sandbox) {
        String everyone = ChatRound.personIds(plan).mapToObj(String::valueOf).collect(Collectors.joining(","));
        return new Neighbours(telegram.root(), sandbox.door().uri(), SandboxAirtable.BASE_ID, everyone);
    }
}
