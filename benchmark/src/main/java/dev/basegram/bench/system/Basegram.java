package dev.basegram.bench.system;

import dev.basegram.bench.load.Door;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** This product as people run it: webhook-server in front, telegram-bot behind, each a process of its own. */
public final class Basegram implements Candidate {
    private static final String SECRET = "bench-shared-secret-0000";
    private static final String WEB = "webhook-server";
    private static final String BOT = "telegram-bot";
    private static final List<String> JVM_FLAGS = List.of("-XX:+UseSerialGC", "-Xmx256m");

    private final Path root;
    private final boolean isNative;
    private final boolean recorded;

    private Basegram(Path root, boolean isNative, boolean recorded) {
        this.root = root;
        this.isNative = isNative;
        this.recorded = recorded;
    }

    /**
     * Returns the packaged jars on the JVM that runs this.
     *
     * @param root the repository's folder
     * @param recorded whether the Flight Recorder writes a profile of each process
     */
    public static Basegram onJvm(Path root, boolean recorded) {
        return new Basegram(root, false, recorded);
    }

    /**
     * Returns the native executables.
     *
     * @param root the repository's folder
     */
    public static Basegram asNative(Path root) {
        return new Basegram(root, true, false);
    }

    @Override
    public String name() {
        return isNative ? "basegram-native" : "basegram";
    }

    @Override
    public String description() {
        return "webhook-server + telegram-bot" + (isNative ? ", native" : ", JVM")
                + ": secret, stored on disk (SQLite, synchronous=FULL), ack; then handler, sendMessage, done";
    }

    @Override
    public Optional<String> missing() {
        return List.of(WEB, BOT).stream()
                .map(this::program)
                .filter(program -> !Files.exists(program))
                .findFirst()
                .map(program ->
                        root.relativize(program) + " is not built" + (isNative ? " (scripts/build-native)" : ""));
    }

    private Path program(String service) {
        Path target = root.resolve(service).resolve("target");
        return isNative
                ? target.resolve(service + "-runner")
                : target.resolve("quarkus-app").resolve("quarkus-run.jar");
    }

    @Override
    public RunningSystem start(Neighbours neighbours, Path folder) throws IOException {
        int webPort = FreePort.find();
        int botPort = FreePort.find();
        URI webRoot = URI.create("http://127.0.0.1:" + webPort);
        Launch bot = new Launch(BOT, command(BOT, folder), botEnvironment(neighbours, webRoot, botPort, folder));
        Launch web = new Launch(
                WEB,
                command(WEB, folder),
                Map.of(
                        "PORT",
                        String.valueOf(webPort),
                        "MANAGEMENT_PORT",
                        String.valueOf(FreePort.find()),
                        "BOT_URL",
                        "http://127.0.0.1:" + botPort,
                        "BASEGRAM_SECRET",
                        SECRET));
        Door door = new Door(webRoot.resolve("/telegram/webhook"), derivedKey("telegram-webhook"));
        return RunningSystem.start(door, List.of(bot, web), folder);
    }

    private List<String> command(String service, Path folder) {
        Path program = program(service);
        if (isNative) {
            return List.of(program.toString());
        }
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(JVM_FLAGS);
        Path aotCache = program.resolveSibling("app.aot");
        if (Files.exists(aotCache)) {
            command.add("-XX:AOTCache=" + aotCache);
        }
        if (recorded) {
            command.add(
                    "-XX:StartFlightRecording=settings=profile,jdk.CPUTimeSample#enabled=true,dumponexit=true,filename="
                            + folder.resolve(service + ".jfr"));
        }
        command.addAll(List.of("-jar", program.toString()));
        return command;
    }

    private static Map<String, String> botEnvironment(Neighbours neighbours, URI webRoot, int port, Path folder)
            throws IOException {
        return Map.ofEntries(
                Map.entry("PORT", String.valueOf(port)),
                Map.entry("MANAGEMENT_PORT", String.valueOf(FreePort.find())),
                Map.entry("TELEGRAM_BOT_TOKEN", Neighbours.BOT_TOKEN),
                Map.entry("TELEGRAM_API_URL", neighbours.telegram().toString()),
                Map.entry("AIRTABLE_TOKEN", "patBench000000000.bench-local-use-only"),
                Map.entry("AIRTABLE_BASE_ID", neighbours.baseId()),
                Map.entry("AIRTABLE_API_URL", neighbours.airtable().toString()),
                Map.entry("AIRTABLE_CONTENT_URL", neighbours.airtable().toString()),
                Map.entry("BASEGRAM_SECRET", SECRET),
                Map.entry("WEBHOOK_URL", webRoot.toString()),
                Map.entry("INGRESS", "webhook"),
                Map.entry("OWNER_IDS", neighbours.ownerIds()),
                Map.entry("DATABASE_URL", "sqlite:" + folder.resolve("basegram.db")));
    }

    /** Derives a key as the product's public interface says: hex of HMAC-SHA256 of the purpose. */
    static String derivedKey(String purpose) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(SECRET.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return HexFormat.of().formatHex(mac.doFinal(purpose.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("HmacSHA256 is part of every Java platform", e);
        }
    }
}
