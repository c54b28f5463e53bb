package dev.basegram.bench.system;

import dev.basegram.bench.load.Door;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** grammY's webhook on Node, as {@code benchmark/peers/grammy} has it. */
public final class GrammyPeer implements Candidate {
    private static final String SECRET_TOKEN = "bench_secret_token_0000";

    private final Path installed;

    /**
     * Takes the folder that it was installed to.
     *
     * @param installed where {@code npm install} ran
     */
    public GrammyPeer(Path installed) {
        this.installed = installed;
    }

    @Override
    public String name() {
        return "grammy";
    }

    @Override
    public String description() {
        return "grammY on Node: secret, handler, sendMessage, ack; nothing kept";
    }

    @Override
    public Optional<String> missing() {
        if (!Probe.succeeds("node", "--version")) {
            return Optional.of("Node.js 20 or later is missing");
        }
        return Files.exists(installed.resolve("node_modules/grammy/package.json"))
                ? Optional.empty()
                : Optional.of("npm could not install grammy (see npm.log beside its package.json in benchmark/target)");
    }

    @Override
    public RunningSystem start(Neighbours neighbours, Path folder) throws IOException {
        int port = FreePort.find();
        Launch node = new Launch(
                "grammy",
                List.of("node", installed.resolve("server.mjs").toString()),
                Map.of(
                        "PORT",
                        String.valueOf(port),
                        "NODE_ENV",
                        "production",
                        "TELEGRAM_BOT_TOKEN",
                        Neighbours.BOT_TOKEN,
                        "TELEGRAM_API_URL",
                        neighbours.telegram().toString(),
                        "TELEGRAM_SECRET",
                        SECRET_TOKEN));
        Door door = new Door(URI.create("http://127.0.0.1:" + port + "/telegram/webhook"), SECRET_TOKEN);
        return RunningSystem.start(door, List.of(node), folder);
    }
}
