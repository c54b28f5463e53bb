package dev.basegram.sandbox.control;

import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/**
 * The folder by which the sandbox and {@code ./run} talk: {@code ./run} writes {@code NAME.pid} and looks for files {@code
 * kill-NAME} and {@code restart-NAME}, which it takes away when it acts.
 */
@Singleton
class ServiceFolder {
    static final List<String> NAMES = List.of("webhook-server", "telegram-bot");
    static final List<String> ORDERS = List.of("kill", "restart");

    private final Optional<Path> folder;

    ServiceFolder(@ConfigProperty(name = "sandbox.services-dir") Optional<String> folder) {
        this.folder = folder.map(Path::of);
    }

    /**
     * A service.
     *
     * @param pid its process; null when it has none
     */
    record State(String name, boolean running, @Nullable Long pid) {}

    boolean isAvailable() {
        return folder.filter(Files::isDirectory).isPresent();
    }

    List<State> states() {
        return isAvailable() ? NAMES.stream().map(this::state).toList() : List.of();
    }

    /** Leaves an order; name and order are checked by the caller. */
    void order(String name, String order) throws IOException {
        Files.writeString(folder.orElseThrow().resolve(order + "-" + name), "");
    }

    private State state(String name) {
        OptionalLong pid = pid(folder.orElseThrow().resolve(name + ".pid"));
        boolean running = pid.isPresent()
                && ProcessHandle.of(pid.getAsLong()).map(ProcessHandle::isAlive).orElse(false);
        return new State(name, running, running ? pid.getAsLong() : null);
    }

    private static OptionalLong pid(Path file) {
        try {
            return OptionalLong.of(Long.parseLong(Files.readString(file).strip()));
        } catch (IOException | NumberFormatException e) {
            // Not started yet, or being written at this moment: no process to show.
            return OptionalLong.empty();
        }
    }
}
