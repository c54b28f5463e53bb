import java.io.IOException;
import java.net.ServerSocket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/**
 * Makes the AOT caches of both services (JDK 25, JEP 514): starts them against the sandbox, lets people write and press, and stops
 * them; each JVM leaves {@code app.aot} beside its jar.
 *
 * <p>{@code java AotTraining.java FOLDER}, where the folder holds {@code webhook-server}, {@code telegram-bot} and {@code sandbox} as
 * {@code mvn package -Daot} makes them in {@code target/quarkus-app}. The services have to be started by the same JVM, from the same
 * folder, with the same garbage collector.
 */
final class AotTraining {
    private static final String SECRET = "only for the training run";
    private static final String BOT_TOKEN = "4242424242:AAEtraining_token_of_the_right_shape";
    private static final Duration LIMIT = Duration.ofMinutes(3);
    private static final int ROUNDS = 12;

    private final HttpClient http = HttpClient.newHttpClient();
    private final Path services;
    private final List<Process> running = new ArrayList<>();

    private AotTraining(Path services) {
        this.services = services;
    }

    /** Trains; ends with 1 and a line that says why when no cache came of it. */
    public static void main(String... args) throws Exception {
        if (args.length != 1 || !Files.isDirectory(Path.of(args[0]))) {
            System.err.println("AotTraining: name the folder with webhook-server, telegram-bot and sandbox");
            System.exit(2);
        }
        var training = new AotTraining(Path.of(args[0]).toAbsolutePath());
        try {
            training.run();
        } catch (IllegalStateException e) {
            System.err.println("AotTraining: " + e.getMessage());
            System.exit(1);
        } finally {
            training.running.forEach(Process::destroyForcibly);
        }
    }

    private void run() throws IOException, InterruptedException {
        int sandboxPort = freePort();
        int botPort = freePort();
        int doorPort = freePort();
        String sandboxUrl = "http://127.0.0.1:" + sandboxPort;
        Path data = Files.createTempDirectory("training");
        start("sandbox", sandboxPort, data, Map.of(), List.of());
        await(sandboxUrl + "/q/health/ready");
        Process bot = start(
                "telegram-bot",
                botPort,
                data,
                Map.of(
                        "TELEGRAM_BOT_TOKEN", BOT_TOKEN,
                        "TELEGRAM_API_URL", sandboxUrl,
                        "AIRTABLE_TOKEN", "patTraining000000." + "0".repeat(64),
                        "AIRTABLE_BASE_ID", "appSandbox0000001",
                        "AIRTABLE_API_URL", sandboxUrl,
                        "AIRTABLE_CONTENT_URL", sandboxUrl,
                        "WEBHOOK_URL", "http://127.0.0.1:" + doorPort,
                        "DATABASE_URL", "sqlite:" + data.resolve("training.db"),
                        "OWNER_IDS", "1001"),
                List.of("-XX:AOTCacheOutput=app.aot"));
        Process door = start(
                "webhook-server",
                doorPort,
                data,
                Map.of("BOT_URL", "http://127.0.0.1:" + botPort),
                List.of("-XX:AOTCacheOutput=app.aot"));
        await("http://127.0.0.1:" + botPort + "/q/health/ready");
        await("http://127.0.0.1:" + doorPort + "/q/health/ready");
        for (int round = 0; round < ROUNDS; round++) {
            for (String text : List.of("/start", "/help", "/whoami", "/find ann", "/add Clients", "Ann " + round, "/cancel")) {
                say(sandboxUrl, text);
            }
        }
        awaitQuiet(sandboxUrl);
        finish("webhook-server", door);
        finish("telegram-bot", bot);
    }

    private Process start(String name, int port, Path data, Map<String, String> variables, List<String> flags)
            throws IOException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.add("-XX:+UseSerialGC");
        command.addAll(flags);
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(services.resolve(name).toFile())
                .redirectErrorStream(true)
                .redirectOutput(data.resolve(name + ".log").toFile());
        Map<String, String> environment = new HashMap<>(variables);
        environment.put("PORT", Integer.toString(port));
        environment.put("MANAGEMENT_PORT", "0");
        environment.put("BASEGRAM_SECRET", SECRET);
        environment.put("LOG_FORMAT", "json");
        builder.environment().putAll(environment);
        Process process = builder.start();
        running.add(process);
        return process;
    }

    private void say(String sandboxUrl, String text) throws IOException, InterruptedException {
        String act = "{\"chat\":1001,\"from\":1001,\"text\":\"%s\"}".formatted(text);
        HttpResponse<String> answer = http.send(
                HttpRequest.newBuilder(URI.create(sandboxUrl + "/sandbox/telegram/send"))
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(act))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) {
            throw new IllegalStateException("the sandbox refused a message: " + answer.body());
        }
    }

    /** Waits until nothing is pending at the sandbox: the last message has been taken. */
    private void awaitQuiet(String sandboxUrl) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (!get(sandboxUrl + "/sandbox/telegram/chats").contains("\"pending_update_count\":0")) {
            failAfter(limit, "the updates were not taken");
        }
        Thread.sleep(3_000); // what the last one led to
    }

    private void await(String url) throws InterruptedException {
        long limit = System.nanoTime() + LIMIT.toNanos();
        while (get(url).isEmpty()) {
            failAfter(limit, url + " does not answer 200");
        }
    }

    private void failAfter(long limit, String why) throws InterruptedException {
        if (System.nanoTime() > limit || running.stream().anyMatch(process -> !process.isAlive())) {
            throw new IllegalStateException(why);
        }
        Thread.sleep(200);
    }

    private String get(String url) throws InterruptedException {
        try {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(url)).timeout(Duration.ofSeconds(5)).build(),
                    HttpResponse.BodyHandlers.ofString());
            return answer.statusCode() == 200 ? answer.body() : "";
        } catch (IOException _) {
            return "";
        }
    }

    private void finish(String name, Process process) throws IOException, InterruptedException {
        process.destroy();
        Path cache = services.resolve(name).resolve("app.aot");
        if (!process.waitFor(LIMIT.toSeconds(), TimeUnit.SECONDS) || !Files.exists(cache)) {
            throw new IllegalStateException(name + " left no cache");
        }
        System.out.printf("%s: cache of %d MB%n", name, Files.size(cache) / 1_000_000);
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }
}
