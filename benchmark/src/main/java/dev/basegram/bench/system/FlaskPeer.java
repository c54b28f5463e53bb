package dev.basegram.bench.system;

import dev.basegram.bench.load.Door;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Flask, Gunicorn with gevent workers and python-telegram-bot from Debian, as {@code benchmark/peers/flask} has it. */
public final class FlaskPeer implements Candidate {
    private static final String SECRET_TOKEN = "bench_secret_token_0000";
    /** Debian's own Python: the packages are there and nowhere else. */
    private static final String PYTHON = "/usr/bin/python3";

    private final Path application;

    /**
     * Takes the folder of the application.
     *
     * @param application where {@code app.py} is
     */
    public FlaskPeer(Path application) {
        this.application = application;
    }

    @Override
    public String name() {
        return "flask";
    }

    @Override
    public String description() {
        return "Flask + Gunicorn gevent ×2 + python-telegram-bot: secret, handler, sendMessage, ack; nothing kept";
    }

    @Override
    public Optional<String> missing() {
        if (Files.isExecutable(Path.of(PYTHON))
                && Probe.succeeds(
                        PYTHON, "-c", "import flask, gevent, gunicorn; from telegram.utils.request import Request")) {
            return Optional.empty();
        }
        return Optional.of(
                "Debian's packages are missing: apt-get install gunicorn python3-flask python3-gevent python3-python-telegram-bot");
    }

    @Override
    public RunningSystem start(Neighbours neighbours, Path folder) throws IOException {
        int port = FreePort.find();
        Launch gunicorn = new Launch(
                "gunicorn",
                List.of(
                        PYTHON,
                        "-m",
                        "gunicorn",
                        "--config",
                        application.resolve("gunicorn.conf.py").toString(),
                        "--chdir",
                        application.toString(),
                        "app:app"),
                Map.of(
                        "PORT",
                        String.valueOf(port),
                        "PYTHONDONTWRITEBYTECODE",
                        "1",
                        "TELEGRAM_BOT_TOKEN",
                        Neighbours.BOT_TOKEN,
                        "TELEGRAM_API_URL",
                        neighbours.telegram().toString(),
                        "TELEGRAM_SECRET",
                        SECRET_TOKEN));
        Door door = new Door(URI.create("http://127.0.0.1:" + port + "/telegram/webhook"), SECRET_TOKEN);
        return RunningSystem.start(door, List.of(gunicorn), folder);
    }
}
