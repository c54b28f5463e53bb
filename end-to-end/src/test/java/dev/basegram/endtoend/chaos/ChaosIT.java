package dev.basegram.endtoend.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Marks;
import dev.basegram.endtoend.processes.Basegram;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/**
 * People write and press through both roads while everything fails; in the end every update has had exactly one effect.
 *
 * <p>{@code -Dchaos.minutes} makes it longer, {@code -Dchaos.seed} repeats the disturbances of another run ({@code ./chaos}).
 */
class ChaosIT {
    private static final long SEED = Long.getLong("chaos.seed", 20_261_125L);
    private static final Duration LENGTH = Long.getLong("chaos.minutes") == null
            ? Duration.ofSeconds(30)
            : Duration.ofMinutes(Long.getLong("chaos.minutes"));
    private static final List<Long> PEOPLE =
            LongStream.rangeClosed(2001, 2006).boxed().toList();
    private static final Duration TO_SETTLE = Duration.ofMinutes(4);

    @Test
    void everyUpdateHasExactlyOneEffect() throws InterruptedException, ExecutionException {
        System.out.println("chaos: seed " + SEED + ", " + LENGTH.toSeconds() + " s");
        try (Basegram basegram = Basegram.in("chaos")) {
            basegram.bot().set("OWNER_IDS", PEOPLE.stream().map(String::valueOf).collect(Collectors.joining(",")));
            basegram.start("auto");
            SplittableRandom seeds = new SplittableRandom(SEED);
            List<Inhabitant> people = PEOPLE.stream()
                    .map(id -> inhabitant(basegram, id, seeds.split()))
                    .toList();
            Disturber disturber = new Disturber(basegram, seeds.split());

            Instant start = Instant.now();
            live(people, disturber, start.plus(LENGTH));
            people.forEach(person -> awaitAnswers(basegram, person));
            Duration settled = Duration.between(start.plus(LENGTH), Instant.now());

            report(basegram, people, disturber, settled);
            people.forEach(ChaosIT::assertOrder);
            assertRepeatsOnlyAfterDisturbances(people, disturber);
            assertOneRecordForEach(basegram, people);
        }
    }

    private static Inhabitant inhabitant(Basegram basegram, long id, SplittableRandom random) {
        basegram.sandbox().register(id, "Person " + id);
        return new Inhabitant(basegram.person(id).waiting(TO_SETTLE), random);
    }

    private static void live(List<Inhabitant> people, Disturber disturber, Instant end)
            throws InterruptedException, ExecutionException {
        try (ExecutorService lives = Executors.newVirtualThreadPerTaskExecutor()) {
            AtomicReference<Instant> over = new AtomicReference<>(end);
            List<Future<?>> all = new java.util.ArrayList<>();
            people.forEach(person -> all.add(lives.submit(() -> orAllEnd(over, () -> person.until(over::get)))));
            all.add(lives.submit(() -> orAllEnd(over, () -> disturber.until(over::get))));
            for (Future<?> life : all) {
                life.get();
            }
        }
    }

    /** Where one cannot go on the run has failed: the others need not go on for minutes. */
    private static void orAllEnd(AtomicReference<Instant> over, Runnable life) {
        try {
            life.run();
        } catch (RuntimeException | Error e) {
            over.set(Instant.now());
            throw e;
        }
    }

    private static void awaitAnswers(Basegram basegram, Inhabitant person) {
        Awaitility.await()
                .atMost(TO_SETTLE)
                .pollInterval(Duration.ofMillis(500))
                .untilAsserted(() -> assertThat(
                                new HashSet<>(Marks.answered(person.person().chat())))
                        .as(() -> person.person().chat().drawn() + "\n" + basegram.logs())
                        .containsAll(person.written()));
    }

    /** The first answers come in the order of the messages. */
    private static void assertOrder(Inhabitant person) {
        assertThat(Marks.answered(person.person().chat()).stream().distinct().toList())
                .as("order of the answers to %d", person.person().id())
                .isEqualTo(person.written());
    }

    private static void assertRepeatsOnlyAfterDisturbances(List<Inhabitant> people, Disturber disturber) {
        for (Inhabitant person : people) {
            assertThat(repeats(person))
                    .as("repeated answers to %d", person.person().id())
                    .isLessThanOrEqualTo(disturber.repeatsAllowed());
        }
    }

    private static void assertOneRecordForEach(Basegram basegram, List<Inhabitant> people) {
        Map<String, Integer> records = recordsByName(basegram);
        for (Inhabitant person : people) {
            person.saved()
                    .forEach(name -> assertThat(records.getOrDefault(name, 0))
                            .as("records of «%s», which its author was told is saved", name)
                            .isEqualTo(1));
            person.begun()
                    .forEach(name -> assertThat(records.getOrDefault(name, 0))
                            .as("records of «%s»", name)
                            .isLessThanOrEqualTo(1));
        }
        Set<String> begun =
                people.stream().flatMap(person -> person.begun().stream()).collect(Collectors.toSet());
        assertThat(begun).as("nobody but these people adds clients").containsAll(records.keySet());
    }

    private static Map<String, Integer> recordsByName(Basegram basegram) {
        Map<String, Integer> records = new HashMap<>();
        basegram.sandbox()
                .rows(Basegram.BASE_ID, "Clients")
                .forEach(row -> row.path("cells").forEach(cell -> {
                    String text = cell.path("text").asText();
                    if (text.startsWith("Client ")) {
                        records.merge(text, 1, Integer::sum);
                    }
                }));
        return records;
    }

    private static long repeats(Inhabitant person) {
        List<Integer> answered = Marks.answered(person.person().chat());
        return answered.size() - answered.stream().distinct().count();
    }

    private static void report(Basegram basegram, List<Inhabitant> people, Disturber disturber, Duration settled) {
        System.out.printf(
                "chaos: %d updates of %d people, %d records saved, %d answers repeated, all settled after %d s%n",
                people.stream().mapToInt(Inhabitant::updates).sum(),
                people.size(),
                people.stream().mapToInt(person -> person.saved().size()).sum(),
                people.stream().mapToLong(ChaosIT::repeats).sum(),
                settled.toSeconds());
        disturber.done().forEach((what, times) -> System.out.printf("chaos: %4d × %s%n", times, what));
        System.out.printf(
                "chaos: the running bot accepted %.0f updates, %.0f dead letters%n",
                basegram.bot().metric("basegram_inbox_accepted_total"),
                basegram.bot().metric("basegram_dead_letters"));
    }
}
