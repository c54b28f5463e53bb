package dev.basegram.bench.system;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;

/**
 * What processes use, from {@code /proc} (proc(5)); Linux alone.
 *
 * @param cpuMillis processor time in user and kernel mode since each process began, summed up
 * @param residentKib resident memory, summed up: pages that processes share count for each
 */
public record Usage(long cpuMillis, long residentKib) {
    /** A clock tick of {@code /proc/PID/stat} in milliseconds: USER_HZ is 100 on every Linux of today. */
    private static final long TICK_MILLIS = 10;

    private static final int USER_TIME = 11;
    private static final int SYSTEM_TIME = 12;

    /** Returns what these processes use now; one that is gone counts nothing. */
    public static Usage of(Collection<Long> processIds) {
        long cpu = 0;
        long resident = 0;
        for (long id : processIds) {
            try {
                cpu += cpuTicks(Files.readString(Path.of("/proc/" + id + "/stat"))) * TICK_MILLIS;
                resident += residentKib(Files.readAllLines(Path.of("/proc/" + id + "/status")));
            } catch (NoSuchFileException e) {
                // it ended meanwhile
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new Usage(cpu, resident);
    }

    /** Returns the processor time that everything on this machine has used since it started, idle time left out. */
    public static long machineCpuMillis() {
        try {
            String[] fields =
                    Files.readAllLines(Path.of("/proc/stat")).getFirst().trim().split("\\s+");
            long busy = 0;
            for (int i = 1; i <= 8; i++) {
                boolean idle = i == 4 || i == 5;
                busy += idle ? 0 : Long.parseLong(fields[i]);
            }
            return busy * TICK_MILLIS;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads user and system time; the second field is a name in brackets that may hold spaces and brackets. */
    static long cpuTicks(String stat) {
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return Long.parseLong(fields[USER_TIME]) + Long.parseLong(fields[SYSTEM_TIME]);
    }

    static long residentKib(List<String> status) {
        return status.stream()
                .filter(line -> line.startsWith("VmRSS:"))
                .mapToLong(line -> Long.parseLong(line.replaceAll("\\D", "")))
                .sum();
    }
}
