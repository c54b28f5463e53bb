package dev.basegram.bench.system;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.stream.Stream;

/**
 * Where systems keep their data and logs while they are measured.
 *
 * @param path on a real disk: a durable write costs nothing in memory
 */
public record WorkFolder(Path path) {
    /** Returns an empty folder of this name. */
    public Path fresh(String name) throws IOException {
        Path folder = path.resolve(name);
        if (Files.exists(folder)) {
            try (Stream<Path> all = Files.walk(folder)) {
                for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(each);
                }
            }
        }
        return Files.createDirectories(folder);
    }
}
