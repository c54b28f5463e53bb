package dev.basegram.endtoend.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;

/**
 * What a process takes, as Linux counts it in {@code /proc}.
 *
 * @param resident bytes in memory
 * @param processor time of all its threads so far, in hundredths of a second
 */
public record Footprint(long resident, Duration processor) {
    /** The unit of {@code /proc/PID/stat}, the same on every Linux that a JDK 25 runs on. */
    private static final int TICKS_PER_SECOND = 100;

    static Footprint of(long pid) {
        Path process = Path.of("/proc", Long.toString(pid));
        try {
            long kibibytes = Files.readString(process.resolve("status"))
                    .lines()
                    .filter(line -> line.startsWith("VmRSS:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                    .findFirst()
                    .orElseThrow();
            String stat = Files.readString(process.resolve("stat"));
            // After the name, which may hold blanks: the state is field 3, the user's time 14, the system's 15.
            String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
            long ticks = Long.parseLong(fields[11]) + Long.parseLong(fields[12]);
            return new Footprint(kibibytes << 10, Duration.ofMillis(ticks * 1000 / TICKS_PER_SECOND));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
