package dev.basegram.endtoend.browser;

import dev.basegram.endtoend.processes.Watchdog;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/** Runs a script of {@code src/test/browser} under Node.js, in a folder of its own with what it depends on. */
final class BrowserScript {
    private static final Path SOURCES = Path.of("src", "test", "browser").toAbsolutePath();
    private static final Duration LIMIT = Duration.ofMinutes(10);

    private final Path folder;

    private BrowserScript(Path folder) {
        this.folder = folder;
    }

    /** Copies the scripts into a folder and fetches what they depend on. */
    static BrowserScript in(Path folder) throws IOException, InterruptedException {
        Files.createDirectories(folder);
        try (Stream<Path> files = Files.list(SOURCES)) {
            for (Path file : files.toList()) {
                Files.copy(file, folder.resolve(file.getFileName()));
            }
        }
        BrowserScript script = new BrowserScript(folder);
        script.execute(
                List.of("npm", "install", "--no-audit", "--no-fund", "--ignore-scripts", "--loglevel=error"), Map.of());
        return script;
    }

    /** Runs the tests of a script; fails with all of their output unless every one passes. */
    void test(String name, Map<String, String> environment) throws IOException, InterruptedException {
        execute(List.of("node", "--test", "--test-reporter=spec", name), environment);
    }

    private void execute(List<String> command, Map<String, String> environment)
            throws IOException, InterruptedException {
        Path output = Files.createTempFile(folder, command.getFirst(), ".log");
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile());
        builder.environment().putAll(environment);
        Process process = builder.start();
        Watchdog.watch(process);
        boolean ended = process.waitFor(LIMIT.toMillis(), TimeUnit.MILLISECONDS);
        if (!ended) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
        }
        if (!ended || process.exitValue() != 0) {
            throw new AssertionError("«%s» %s:\n%s"
                    .formatted(
                            String.join(" ", command),
                            ended ? "answered " + process.exitValue() : "did not end within " + LIMIT,
                            Files.readString(output)));
        }
    }
}
