package dev.basegram.bench.system;

import dev.basegram.bench.load.Door;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.TimeUnit;

/**
 * The project's sandbox, for its Airtable with a demo base.
 *
 * @param jar the packaged sandbox
 */
public record SandboxAirtable(Path jar) {
    /** The demo base. */
    public static final String BASE_ID = "appSandbox0000001";

    private static final Duration LONGEST_START = Duration.ofSeconds(60);

    /** Returns in one line what must be built first; empty when all is there. */
    public Optional<String> missing() {
        return Files.exists(jar) ? Optional.empty() : Optional.of("the sandbox is not built");
    }

    /** Starts it and waits until it listens; its door is the root of the API. */
    public RunningSystem start(Path folder) throws IOException, InterruptedException {
        int port = FreePort.find();
        Launch sandbox = new Launch(
                "sandbox",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx256m",
                        "-jar",
                        jar.toString()),
                Map.of("PORT", String.valueOf(port)));
        RunningSystem running =
                RunningSystem.start(new Door(URI.create("http://127.0.0.1:" + port), ""), List.of(sandbox), folder);
        long deadline = System.nanoTime() + LONGEST_START.toNanos();
        while (!listens(port)) {
            if (!running.isAlive() || System.nanoTime() > deadline) {
                running.close();
                throw new IOException("the sandbox did not start; see " + folder.resolve("sandbox.log"));
            }
            TimeUnit.MILLISECONDS.sleep(50);
        }
        return running;
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 1_000);
            return true;
        } catch (IOException e) {
            return false; // not yet
        }
    }
}
