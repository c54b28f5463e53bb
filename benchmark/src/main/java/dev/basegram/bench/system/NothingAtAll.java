package dev.basegram.bench.system;

import dev.basegram.bench.load.Door;
import dev.basegram.bench.stub.EmptyServer;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** No system: a server that answers 200 and does nothing, to show what the generator and this machine can carry. */
public final class NothingAtAll implements Candidate {
    @Override
    public String name() {
        return "(nothing)";
    }

    @Override
    public String description() {
        return "an empty server: the limit of the generator and the noise of this machine";
    }

    @Override
    public Optional<String> missing() {
        return Optional.empty();
    }

    @Override
    public boolean sendsMessages() {
        return false;
    }

    @Override
    public RunningSystem start(Neighbours neighbours, Path folder) throws IOException {
        int port = FreePort.find();
        Launch server = new Launch(
                "nothing",
                List.of(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-XX:+UseSerialGC",
                        "-Xmx128m",
                        "-cp",
                        Path.of(System.getProperty("java.class.path"))
                                .toAbsolutePath()
                                .toString(),
                        EmptyServer.class.getName(),
                        String.valueOf(port)),
                Map.of());
        return RunningSystem.start(
                new Door(URI.create("http://127.0.0.1:" + port + "/telegram/webhook"), "none"),
                List.of(server),
                folder);
    }
}
