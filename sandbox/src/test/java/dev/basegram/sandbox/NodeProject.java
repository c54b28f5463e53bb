package dev.basegram.sandbox;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;

/**
 * A Node project of {@code src/test/clients}, installed into {@code target}, whose scripts can be run. Fails where Node or
 * npm is missing: the clients are never passed over silently.
 */
public final class NodeProject {
    private final Path folder;

    private NodeProject(Path folder) {
        this.folder = folder;
    }

    /** Installs a project by its folder name. */
    public static NodeProject install(String name) {
        Path source = Path.of("src/test/clients", name);
        Path target = Path.of("target/clients", name);
        try {
            Files.createDirectories(target);
            String wanted = Files.readString(source.resolve("package.json"));
            Path installed = target.resolve("package.json");
            boolean current = Files.exists(target.resolve("node_modules"))
                    && Files.exists(installed)
                    && Files.readString(installed).equals(wanted);
            copyFiles(source, target);
            NodeProject project = new NodeProject(target);
            if (!current) {
                project.npmInstall();
            }
            return project;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static void copyFiles(Path source, Path target) throws IOException {
        try (Stream<Path> files = Files.list(source)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
            }
        }
    }

    private void npmInstall() {
        Run install = start(
                Map.of(),
                List.of("npm", "install", "--no-package-lock", "--no-audit", "--no-fund", "--prefer-offline"));
        install.expectExit(0, 300);
    }

    /** Starts a script with more environment variables. */
    public Run node(String script, Map<String, String> environment) {
        return start(environment, List.of("node", script));
    }

    private Run start(Map<String, String> environment, List<String> command) {
        try {
            Path output = Files.createTempFile(folder, "run", ".out");
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(output.toFile());
            builder.environment().putAll(environment);
            return new Run(builder.start(), output, String.join(" ", command));
        } catch (IOException e) {
            throw new AssertionError(
                    "Could not start \"" + command.getFirst() + "\": Node 20 or later with npm has to be installed", e);
        }
    }

    /** A running script. */
    public record Run(Process process, Path output, String command) implements AutoCloseable {
        /** Returns what it has written so far. */
        public String written() {
            try {
                return Files.readString(output, StandardCharsets.UTF_8);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        /** Waits for its end; fails with its output when it takes too long or ends otherwise. */
        public void expectExit(int code, int seconds) {
            try {
                boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
                if (!ended || process.exitValue() != code) {
                    throw new AssertionError("\"" + command + "\" "
                            + (ended ? "ended with " + process.exitValue() : "did not end in " + seconds + " s")
                            + ":\n" + written());
                }
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(e);
            }
        }

        /** Asks it to end, as Ctrl-C and orchestrators do. */
        public void terminate() {
            process.destroy();
        }

        @Override
        public void close() {
            process.destroyForcibly();
        }
    }
}
