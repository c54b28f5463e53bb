package dev.basegram.bench;

import dev.basegram.bench.intake.IntakeBench;
import dev.basegram.bench.intake.Plan;
import dev.basegram.bench.report.Report;
import dev.basegram.bench.system.Basegram;
import dev.basegram.bench.system.Candidate;
import dev.basegram.bench.system.FlaskPeer;
import dev.basegram.bench.system.GrammyPeer;
import dev.basegram.bench.system.Machine;
import dev.basegram.bench.system.NothingAtAll;
import dev.basegram.bench.system.WorkFolder;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Runs a benchmark and prints its table; {@code ./bench} builds what it needs and starts it in the repository's folder. */
public final class Bench {
    private static final int CONNECTIONS = 100;

    private Bench() {}

    /** Exits with 0 when there is a table, 2 when the command line is wrong, 1 when no system could be measured. */
    public static void main(String[] arguments) throws IOException, InterruptedException {
        try {
            System.exit(run(Options.parse(List.of(arguments))));
        } catch (IllegalArgumentException e) {
            System.err.println("bench: " + e.getMessage());
            System.exit(2);
        }
    }

    private static int run(Options options) throws IOException, InterruptedException {
        Path root = Path.of("").toAbsolutePath();
        Path target = root.resolve("benchmark/target");
        WorkFolder work = new WorkFolder(target.resolve("work"));
        List<Candidate> candidates = present(options, root);
        if (candidates.isEmpty()) {
            System.err.println("bench: there is nothing to measure");
            return 1;
        }
        Report report = switch (options.benchmark()) {
            case "intake" ->
                new IntakeBench(plan(options), options.seed(), options.rounds(), work)
                        .run(candidates, Machine.describe());
            default ->
                throw new IllegalArgumentException(
                        "no benchmark «" + options.benchmark() + "»; there are intake and chat");
        };
        System.out.println(report.table());
        report.writeJson(target.resolve("bench-" + options.benchmark() + ".json"));
        return 0;
    }

    private static Plan plan(Options options) {
        return options.quick() ? Plan.quick(CONNECTIONS, options.chats()) : Plan.full(CONNECTIONS, options.chats());
    }

    private static List<Candidate> present(Options options, Path root) {
        List<Candidate> all = List.of(
                Basegram.onJvm(root, options.profile()),
                Basegram.asNative(root),
                new GrammyPeer(root.resolve("benchmark/target/peers/grammy")),
                new FlaskPeer(root.resolve("benchmark/peers/flask")),
                new NothingAtAll());
        List<Candidate> present = new ArrayList<>();
        for (Candidate candidate : all) {
            if (!options.wants(candidate.name())) {
                continue;
            }
            Optional<String> missing = candidate.missing();
            missing.ifPresent(reason -> System.out.println("skipped " + candidate.name() + ": " + reason));
            if (missing.isEmpty()) {
                present.add(candidate);
            }
        }
        return present;
    }
}
