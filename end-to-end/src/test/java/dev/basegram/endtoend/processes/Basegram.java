package dev.basegram.endtoend.processes;

import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.conversation.Sandbox;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The whole system: the sandbox and both services, as {@code ./run} starts them. */
public final class Basegram implements AutoCloseable {
    /** The shared secret of these tests; it trips whoever expands, splits or escapes it. */
    public static final String SECRET = "end-to-end ${secret} {with} 'all' \"sorts\" $of é";

    /** A token of the shape that Telegram gives. */
    public static final String BOT_TOKEN = "4242424242:AAE2e-test_token_of_the_right_shape_";

    /** The base of the sandbox. */
    public static final String BASE_ID = "appSandbox0000001";

    private final Service sandboxProcess;
    private final Service bot;
    private final Service door;
    private final Sandbox sandbox;

    private Basegram(Path folder) {
        sandboxProcess = new Service(Program.SANDBOX, folder, Map.of());
        String neighbours = sandboxProcess.root();
        bot = new Service(
                Program.TELEGRAM_BOT,
                folder,
                Map.of(
                        "TELEGRAM_BOT_TOKEN", BOT_TOKEN,
                        "TELEGRAM_API_URL", neighbours,
                        "AIRTABLE_TOKEN", "patEndToEnd000000." + "0".repeat(64),
                        "AIRTABLE_BASE_ID", BASE_ID,
                        "AIRTABLE_API_URL", neighbours,
                        "AIRTABLE_CONTENT_URL", neighbours,
                        "BASEGRAM_SECRET", SECRET,
                        "DATABASE_URL", "sqlite:basegram.db",
                        "OWNER_IDS", "1001"));
        door = new Service(Program.WEBHOOK_SERVER, folder, Map.of("BASEGRAM_SECRET", SECRET, "BOT_URL", bot.root()));
        bot.set("WEBHOOK_URL", door.root());
        sandbox = new Sandbox(sandboxProcess.root());
    }

    /** Returns a system in an empty folder of this name under {@code target/}, nothing of it started. */
    public static Basegram in(String name) {
        return new Basegram(emptyFolder(name));
    }

    /** Starts the local Telegram and Airtable alone, for a base to be prepared before anybody reads it. */
    public Basegram startNeighbours() {
        sandboxProcess.start();
        sandboxProcess.awaitAnswer("/q/health/live");
        return this;
    }

    /** Starts everything that is not running yet, updates by this road, and waits until all are ready. */
    public Basegram start(String ingress) {
        bot.set("INGRESS", ingress);
        if (!sandboxProcess.isAlive()) {
            startNeighbours();
        }
        door.start();
        bot.start();
        bot.awaitReady();
        door.awaitReady();
        return this;
    }

    /** Starts the sandbox and the bot, updates by this road, without webhook-server. */
    public Basegram startBotAlone(String ingress) {
        bot.set("INGRESS", ingress);
        sandboxProcess.start();
        sandboxProcess.awaitAnswer("/q/health/live");
        bot.start();
        bot.awaitReady();
        return this;
    }

    public Service bot() {
        return bot;
    }

    public Service door() {
        return door;
    }

    public Sandbox sandbox() {
        return sandbox;
    }

    /** Returns the person of this id, in their private chat with the bot. */
    public Person person(long id) {
        return new Person(id, sandbox, this::logs);
    }

    /** Returns the ends of all logs, for the message of a failure. */
    public String logs() {
        return Stream.of(bot, door, sandboxProcess)
                .map(service -> "--- %s (%s)\n%s"
                        .formatted(
                                service.program().module(),
                                service.isAlive() ? "running" : "not running",
                                service.logTail(25)))
                .collect(Collectors.joining("\n"));
    }

    @Override
    public void close() {
        List.of(door, bot, sandboxProcess).forEach(Service::close);
    }

    /** Returns an empty folder under {@code target/end-to-end}. */
    public static Path emptyFolder(String name) {
        Path folder = Path.of("target", "end-to-end", name).toAbsolutePath();
        try {
            if (Files.exists(folder)) {
                Files.walkFileTree(folder, new Deletion());
            }
            return Files.createDirectories(folder);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static final class Deletion extends SimpleFileVisitor<Path> {
        @Override
        public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) throws IOException {
            Files.delete(file);
            return FileVisitResult.CONTINUE;
        }

        @Override
        public FileVisitResult postVisitDirectory(Path folder, IOException failure) throws IOException {
            Files.delete(folder);
            return FileVisitResult.CONTINUE;
        }
    }
}
