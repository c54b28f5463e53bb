package dev.basegram.bench.system;

import dev.basegram.bench.load.Door;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A started system: its processes, each ended by its id when the system is closed. */
public final class RunningSystem implements AutoCloseable {
    private static final Duration FAREWELL = Duration.ofSeconds(35);

    private final Door door;
    private final List<Process> processes;
    private final Thread onExit = new Thread(this::endAtOnce);

    private RunningSystem(Door door, List<Process> processes) {
        this.door = door;
        this.processes = processes;
        Runtime.getRuntime().addShutdownHook(onExit);
    }

    static RunningSystem start(Door door, List<Launch> launches, Path folder) throws IOException {
        List<Process> processes = new ArrayList<>();
        try {
            for (Launch launch : launches) {
                processes.add(launch.start(folder));
            }
        } catch (IOException e) {
            processes.forEach(Process::destroyForcibly);
            throw e;
        }
        return new RunningSystem(door, List.copyOf(processes));
    }

    /** Returns where it takes updates. */
    public Door door() {
        return door;
    }

    /** Tells whether every process that was started still runs. */
    public boolean isAlive() {
        return processes.stream().allMatch(Process::isAlive);
    }

    /** Returns the ids of all its processes, the children's included. */
    public Set<Long> processIds() {
        return handles().map(ProcessHandle::pid).collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<ProcessHandle> handles() {
        return processes.stream()
                .map(Process::toHandle)
                .flatMap(handle -> Stream.concat(Stream.of(handle), handle.descendants()));
    }

    /** Asks every process to end, waits, and ends by force what is still there. */
    @Override
    public void close() throws InterruptedException {
        List<ProcessHandle> all = handles().toList();
        processes.reversed().forEach(Process::destroy);
        long deadline = System.nanoTime() + FAREWELL.toNanos();
        for (Process process : processes) {
            long left = deadline - System.nanoTime();
            if (!process.waitFor(Math.max(left, 0), TimeUnit.NANOSECONDS)) {
                System.err.println("bench: process " + process.pid() + " did not end by itself, killing it");
            }
        }
        all.forEach(ProcessHandle::destroyForcibly);
        Runtime.getRuntime().removeShutdownHook(onExit);
    }

    private void endAtOnce() {
        handles().toList().forEach(ProcessHandle::destroyForcibly);
    }
}
