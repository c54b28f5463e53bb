package dev.basegram.endtoend.processes;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Sees to it that no process outlives the tests: at the end of this JVM by a hook, and when this JVM is itself killed by a
 * shell at the other end of a pipe, which then reads its end.
 */
public final class Watchdog {
    private static final String SCRIPT = """
            pids=" "
            while read -r change pid; do
              case $change in
                +) pids="$pids$pid " ;;
                -) pids="${pids%% $pid *} ${pids#* $pid }" ;;
              esac
            done
            for pid in $pids; do kill -KILL "$pid" 2>/dev/null; done
            """;

    private static final Watchdog ONLY = new Watchdog();

    private final Set<Process> watched = ConcurrentHashMap.newKeySet();
    private final Writer shell;

    private Watchdog() {
        try {
            Process process = new ProcessBuilder("/bin/sh", "-c", SCRIPT).start();
            shell = process.outputWriter(StandardCharsets.US_ASCII);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        Runtime.getRuntime().addShutdownHook(new Thread(() -> watched.forEach(Process::destroyForcibly)));
    }

    public static void watch(Process process) {
        ONLY.watched.add(process);
        ONLY.tell("+", process);
        process.onExit().thenRun(() -> {
            ONLY.watched.remove(process);
            ONLY.tell("-", process);
        });
    }

    private synchronized void tell(String change, Process process) {
        try {
            shell.write(change + " " + process.pid() + "\n");
            shell.flush();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
