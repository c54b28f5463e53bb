package dev.basegram.bench.system;

import java.io.IOException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * How one process is started.
 *
 * @param name of its log
 * @param command with arguments
 * @param environment its variables; of the caller's own it gets only PATH, HOME and LANG
 */
record Launch(String name, List<String> command, Map<String, String> environment) {
    private static final List<String> INHERITED = List.of("PATH", "HOME", "LANG", "TMPDIR");

    Launch {
        environment = Map.copyOf(environment);
    }

    Process start(Path folder) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command)
                .directory(folder.toFile())
                .redirectErrorStream(true)
                .redirectOutput(folder.resolve(name + ".log").toFile());
        Map<String, String> inherited = new LinkedHashMap<>(builder.environment());
        inherited.keySet().retainAll(INHERITED);
        builder.environment().clear();
        builder.environment().putAll(inherited);
        builder.environment().putAll(environment);
        return builder.start();
    }
}
