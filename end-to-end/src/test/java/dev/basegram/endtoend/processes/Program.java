package dev.basegram.endtoend.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** What can be started, as {@code mvn package} leaves it. */
public enum Program {
    WEBHOOK_SERVER("webhook-server", 96),
    TELEGRAM_BOT("telegram-bot", 256),
    SANDBOX("sandbox", 512);

    /** Whether the two services are started as native executables. */
    private static final boolean NATIVE = Boolean.getBoolean("basegram.native");

    private static final Path ROOT =
            Path.of(System.getProperty("basegram.root", "..")).toAbsolutePath().normalize();

    private final String module;
    private final int heapMiB;

    Program(String module, int heapMiB) {
        this.module = module;
        this.heapMiB = heapMiB;
    }

    /** Returns the module's name, also that of its log. */
    public String module() {
        return module;
    }

    /**
     * Returns how to start it.
     *
     * @param properties system properties, by name
     */
    List<String> command(Map<String, String> properties) {
        List<String> options = properties.entrySet().stream()
                .map(property -> "-D" + property.getKey() + "=" + property.getValue())
                .toList();
        Path runner = ROOT.resolve(module).resolve("target").resolve(module + "-runner");
        if (NATIVE && this != SANDBOX) {
            List<String> command = new ArrayList<>(List.of(existing(runner).toString()));
            command.addAll(options);
            return command;
        }
        Path jar = existing(ROOT.resolve(module).resolve("target/quarkus-app/quarkus-run.jar"));
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(options);
        // Short lives on a shared machine: quick to start matters more than the peak.
        command.addAll(
                List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx" + heapMiB + "m", "-jar", jar.toString()));
        return command;
    }

    /** Returns the bytes on disk of what is started natively. */
    public long sizeOfExecutable() {
        try {
            return Files.size(ROOT.resolve(module).resolve("target").resolve(module + "-runner"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Path existing(Path file) {
        if (!Files.exists(file)) {
            throw new IllegalStateException(file + " is missing: run «"
                    + (NATIVE ? "scripts/build-native" : "mvn package -DskipTests") + "» first (./test does)");
        }
        return file;
    }
}
