package dev.basegram.bench;

import dev.basegram.bench.chat.ChatBench;
import dev.basegram.bench.chat.ChatPlan;
import dev.basegram.bench.intake.IntakeBench;
import dev.basegram.bench.intake.Plan;
import dev.basegram.bench.report.Report;
import dev.basegram.bench.system.Basegram;
import dev.basegram.bench.system.Candidate;
import dev.basegram.bench.system.FlaskPeer;
import dev.basegram.bench.system.GrammyPeer;
import dev.basegram.bench.system.Machine;
import dev.basegram.bench.system.NothingAtAll;
import dev.basegram.bench.system.SandboxAirtable;
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

    /** Exits with 0 when there is a table, 2 when what was asked for cannot be done. */
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
        Report report = switch (options.benchmark()) {
            case "intake" -> intake(options, root, work);
            case "chat" -> chat(options, root, work);
            default ->
                throw new IllegalArgumentException(
                        "no benchmark «" + options.benchmark() + "»; there are intake and chat");
        };
        System.out.println(report.table());
        report.writeJson(target.resolve("bench-" + options.benchmark() + ".json"));
        return 0;
    }

    private static Report intake(Options options, Path root, WorkFolder work) throws IOException, InterruptedException {
        List<Candidate> candidates = new ArrayList<>(ours(options, root));
        candidates.add(new GrammyPeer(root.resolve("benchmark/target/peers/grammy")));
        candidates.add(new FlaskPeer(root.resolve("benchmark/peers/flask")));
        candidates.add(new NothingAtAll());
        return new IntakeBench(plan(options), options.seed(), options.rounds(), work)
                .run(present(options, candidates), Machine.describe());
    }

    private static Report chat(Options options, Path root, WorkFolder work) throws IOException, InterruptedException {
        SandboxAirtable airtable = new SandboxAirtable(root.resolve("sandbox/target/quarkus-app/quarkus-run.jar"));
        airtable.missing().ifPresent(reason -> {
            throw new IllegalArgumentException(reason + ": leave --no-build out");
        });
        ChatPlan plan = options.quick() ? ChatPlan.quick() : ChatPlan.full();
        return new ChatBench(plan, options.seed(), options.rounds(), airtable, work)
                .run(present(options, ours(options, root)), Machine.describe());
    }

    private static List<Candidate> ours(Options options, Path root) {
        return List.of(Basegram.onJvm(root, options.profile()), Basegram.asNative(root));
    }

    private static Plan plan(Options options) {
        return options.quick() ? Plan.quick(CONNECTIONS, options.chats()) : Plan.full(CONNECTIONS, options.chats());
    }

    private static List<Candidate> present(Options options, List<Candidate> all) {
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
        if (present.isEmpty()) {
            throw new IllegalArgumentException("there is nothing to measure");
        }
        return present;
    }
}
