package dev.basegram.endtoend.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.jspecify.annotations.Nullable;

/**
 * One process under test, on the ports it keeps through restarts, with its own folder and a log there. Its environment holds
 * nothing of the machine's but what a process cannot run without.
 */
public final class Service implements AutoCloseable {
    /** Generous: two cores may be building something else meanwhile. */
    public static final Duration START_LIMIT = Duration.ofSeconds(180);

    private static final Duration STOP_LIMIT = Duration.ofSeconds(45);
    private static final HttpClient HTTP =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build();

    private final Program program;
    private final Path folder;
    private final Map<String, String> environment;
    private final Map<String, String> properties = new HashMap<>();
    private final int port;
    private final int managementPort;
    private @Nullable Process process;
    private boolean paused;

    /** Creates a service that is not started yet; its environment may be changed by {@link #set} until then. */
    public Service(Program program, Path folder, Map<String, String> environment) {
        this.program = program;
        this.folder = folder;
        this.port = Ports.free();
        this.managementPort = Ports.free();
        this.environment = new HashMap<>(environment);
        this.environment.put("PORT", Integer.toString(port));
        this.environment.put("MANAGEMENT_PORT", Integer.toString(managementPort));
    }

    /** Sets a variable from the next start on; null takes it away. */
    public Service set(String variable, @Nullable String value) {
        if (value == null) {
            environment.remove(variable);
        } else {
            environment.put(variable, value);
        }
        return this;
    }

    /** Sets a system property from the next start on. */
    public Service property(String name, String value) {
        properties.put(name, value);
        return this;
    }

    /** Starts the process; returns at once. */
    public Service start() {
        return start(List.of());
    }

    /** Starts the process with a limit to the size of its files, as on a disk with no more room than that; returns at once. */
    public Service startWithFilesUpTo(long bytes) {
        return start(List.of("prlimit", "--fsize=" + bytes + ":unlimited"));
    }

    private Service start(List<String> prefix) {
        if (isAlive()) {
            throw new IllegalStateException(program.module() + " runs already");
        }
        try {
            Files.createDirectories(folder);
            List<String> command = new ArrayList<>(prefix);
            command.addAll(program.command(properties));
            ProcessBuilder builder = new ProcessBuilder(command)
                    .directory(folder.toFile())
                    .redirectErrorStream(true)
                    .redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
            Map<String, String> inherited = builder.environment();
            inherited.keySet().retainAll(List.of("PATH", "HOME", "LANG", "TZ", "TMPDIR"));
            inherited.putAll(environment);
            process = builder.start();
            paused = false;
            Watchdog.watch(process);
            return this;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Starts the process and returns how long it took until it answered that it lives; looks every half millisecond. */
    public Duration startAndAwaitFirstAnswer() {
        long begun = System.nanoTime();
        start();
        while (!answersNow()) {
            if (!isAlive() || System.nanoTime() - begun > START_LIMIT.toNanos()) {
                throw new AssertionError(program.module() + " does not answer; its log:\n" + logTail(60));
            }
            LockSupport.parkNanos(500_000);
        }
        return Duration.ofNanos(System.nanoTime() - begun);
    }

    /** Asks over a socket of its own, since a client that keeps connections has thoughts about one that is refused. */
    private boolean answersNow() {
        try (Socket socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.getOutputStream()
                    .write("GET /q/health/live HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            return new String(socket.getInputStream().readNBytes(12), StandardCharsets.US_ASCII).endsWith(" 200");
        } catch (IOException e) {
            return false;
        }
    }

    /** Returns what the process takes now. */
    public Footprint footprint() {
        return Footprint.of(running().pid());
    }

    /** Waits until the path answers 200. */
    public Service awaitAnswer(String path) {
        Instant limit = Instant.now().plus(START_LIMIT);
        while (status(path) != 200) {
            if (!isAlive()) {
                throw new AssertionError(program.module() + " ended instead of answering; its log:\n" + logTail(60));
            }
            if (Instant.now().isAfter(limit)) {
                throw new AssertionError(program.module() + " did not answer 200 to " + path + " within "
                        + START_LIMIT.toSeconds() + " s; its log:\n" + logTail(60));
            }
            Pause.of(Duration.ofMillis(250));
        }
        return this;
    }

    public Service awaitReady() {
        return awaitAnswer("/q/health/ready");
    }

    /** Returns the status of a GET, 0 when there is no answer. */
    public int status(String path) {
        try {
            HttpRequest request = HttpRequest.newBuilder(uri(path))
                    .timeout(Duration.ofSeconds(5))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.discarding()).statusCode();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns the value of a metric's series as Prometheus spells it, 0 when there is none. */
    public double metric(String series) {
        try {
            HttpRequest request = HttpRequest.newBuilder(
                            URI.create("http://127.0.0.1:" + managementPort + "/q/metrics"))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            return HTTP.send(request, HttpResponse.BodyHandlers.ofLines())
                    .body()
                    .filter(line -> line.startsWith(series + " ") || line.startsWith(series + "{"))
                    .mapToDouble(line -> Double.parseDouble(line.substring(line.lastIndexOf(' ') + 1)))
                    .sum();
        } catch (IOException e) {
            return 0;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Returns what a GET of the management port answers; empty when there is no answer. */
    public String management(String path) {
        return text(HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + managementPort + path)));
    }

    /** Returns what a GET answers, with headers in pairs of name and value; empty when there is no answer. */
    public String text(String path, String... headers) {
        HttpRequest.Builder request = HttpRequest.newBuilder(uri(path));
        return text(headers.length == 0 ? request : request.headers(headers));
    }

    private static String text(HttpRequest.Builder request) {
        try {
            return HTTP.send(request.timeout(Duration.ofSeconds(10)).build(), HttpResponse.BodyHandlers.ofString())
                    .body();
        } catch (IOException e) {
            return "";
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Asks the process to stop, as an operator does, and returns its exit code. */
    public int stop() {
        resume();
        running().destroy();
        return awaitExit(STOP_LIMIT);
    }

    /** Ends the process without a chance to do anything, as a crash does. */
    public void kill() {
        running().destroyForcibly();
        awaitExit(STOP_LIMIT);
    }

    /** Freezes the process with its connections open. */
    public void pause() {
        signal("STOP");
        paused = true;
    }

    /** Lets a frozen process go on; does nothing for one that is not frozen. */
    public void resume() {
        if (paused) {
            signal("CONT");
            paused = false;
        }
    }

    /** Lets no file of the process grow beyond this from now on; {@link Long#MAX_VALUE} lifts the limit. */
    public void limitFileSize(long bytes) {
        String soft = bytes == Long.MAX_VALUE ? "unlimited" : Long.toString(bytes);
        execute("prlimit", "--pid", Long.toString(running().pid()), "--fsize=" + soft + ":unlimited");
    }

    /** Waits for the process to end by itself and returns its exit code. */
    public int awaitExit(Duration limit) {
        try {
            if (!running().waitFor(limit.toMillis(), TimeUnit.MILLISECONDS)) {
                throw new AssertionError(
                        program.module() + " did not end within " + limit.toSeconds() + " s; its log:\n" + logTail(60));
            }
            return running().exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    public boolean isAlive() {
        return process != null && process.isAlive();
    }

    public Program program() {
        return program;
    }

    public int port() {
        return port;
    }

    public Path folder() {
        return folder;
    }

    public String root() {
        return "http://127.0.0.1:" + port;
    }

    public URI uri(String path) {
        return URI.create(root() + path);
    }

    /** Returns the file with all output, of every run. */
    public Path log() {
        return folder.resolve(program.module() + ".log");
    }

    /** Returns all output, of every run. */
    public String output() {
        try {
            return Files.exists(log()) ? Files.readString(log()) : "";
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Returns the last lines of the output. */
    public String logTail(int lines) {
        List<String> all = output().lines().toList();
        return String.join("\n", all.subList(Math.max(0, all.size() - lines), all.size()));
    }

    @Override
    public void close() {
        if (isAlive()) {
            running().destroyForcibly();
            awaitExit(STOP_LIMIT);
        }
    }

    private void signal(String name) {
        execute("kill", "-" + name, Long.toString(running().pid()));
    }

    private static void execute(String... command) {
        try {
            int code = new ProcessBuilder(command).start().waitFor();
            if (code != 0) {
                throw new IllegalStateException(String.join(" ", command) + " answered " + code);
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private Process running() {
        if (process == null) {
            throw new IllegalStateException(program.module() + " was never started");
        }
        return process;
    }
}
