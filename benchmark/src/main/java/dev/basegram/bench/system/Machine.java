package dev.basegram.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/** What a reader of figures must know of the machine they were taken on. */
public final class Machine {
    private Machine() {}

    /** Returns processors, load and versions by name. */
    public static Map<String, String> describe() throws IOException {
        String model = Files.readAllLines(Path.of("/proc/cpuinfo")).stream()
                .filter(line -> line.startsWith("model name"))
                .findFirst()
                .map(line -> line.substring(line.indexOf(':') + 1).strip())
                .orElse("unknown");
        Map<String, String> machine = new LinkedHashMap<>();
        machine.put(
                "machine",
                "%d × %s, shared by the system, the generator and the stubs"
                        .formatted(Runtime.getRuntime().availableProcessors(), model));
        machine.put(
                "load average at the start",
                Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        machine.put("Java", Runtime.version().toString());
        return machine;
    }
}
