package dev.basegram.bot.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is said to be accepted survives a kill, and is handled once but for what the kill cut through. */
class KilledProcessTest {
    private static final int KILLS = 3;
    private static final long PER_LIFE = 100_000;

    @TempDir
    Path folder;

    @Test
    void nothingAcceptedIsLostWhenTheProcessIsKilled() throws Exception {
        var random = new Random(20_261_125);
        Set<Long> accepted = new HashSet<>();
        for (int life = 0; life < KILLS; life++) {
            accepted.addAll(liveAndBeKilled(life * PER_LIFE + 1, 20 + random.nextInt(150)));
        }
        Process last = start(1, 0);
        assertThat(last.waitFor(120, TimeUnit.SECONDS)).isTrue();
        assertThat(last.exitValue()).isZero();

        List<String> effects = Files.readAllLines(folder.resolve("effects"));
        Map<Long, Integer> times = new HashMap<>();
        Map<Long, Long> lastOfPerson = new HashMap<>();
        for (String effect : effects) {
            String[] parts = effect.split(" ");
            long person = Long.parseLong(parts[0]);
            long id = Long.parseLong(parts[1]);
            times.merge(id, 1, Integer::sum);
            assertThat(id)
                    .as("order of person %d", person)
                    .isGreaterThanOrEqualTo(lastOfPerson.getOrDefault(person, 0L));
            lastOfPerson.put(person, id);
            if (times.get(id) > 1) {
                assertThat(Integer.parseInt(parts[2])).as("attempt of %d", id).isGreaterThan(1);
            }
        }
        assertThat(accepted).isNotEmpty().allSatisfy(id -> assertThat(times).containsKey(id));
        long repeated = times.values().stream().filter(n -> n > 1).count();
        assertThat(repeated).isLessThanOrEqualTo((long) KILLS * IntakeProcess.PEOPLE);
    }

    private List<Long> liveAndBeKilled(long firstId, int after) throws Exception {
        List<Long> accepted = new ArrayList<>();
        Process process = start(firstId, PER_LIFE);
        try (BufferedReader lines = process.inputReader()) {
            for (String line = lines.readLine(); line != null; line = lines.readLine()) {
                if (line.startsWith("Accepted ")) {
                    accepted.add(
                            Long.parseLong(line.substring("Accepted ".length()).strip()));
                }
                if (accepted.size() == after) {
                    // By its handle: a Process would shut the pipe with what it said last.
                    process.toHandle().destroyForcibly();
                }
            }
        }
        assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
        return accepted;
    }

    private Process start(long firstId, long count) throws IOException {
        return new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "--enable-native-access=ALL-UNNAMED",
                        "-Xmx128m",
                        "-cp",
                        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path")),
                        IntakeProcess.class.getName(),
                        folder.resolve("inbox.db").toString(),
                        folder.resolve("effects").toString(),
                        Long.toString(firstId),
                        Long.toString(count))
                .redirectError(folder.resolve("log-" + firstId + "-" + count).toFile())
                .start();
    }
}
