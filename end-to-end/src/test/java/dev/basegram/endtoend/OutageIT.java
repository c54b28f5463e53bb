package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Marks;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Pause;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Services that are away, crash and come back while people go on writing. */
class OutageIT {
    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final List<Integer> TWELVE =
            IntStream.rangeClosed(1, 12).boxed().toList();

    @Test
    void everyMessageWrittenWhileTheDoorWasAwayIsAnsweredOnce() {
        try (Basegram basegram = Basegram.in("door-away").start("webhook")) {
            Person anna = basegram.person(1001);
            anna.says("/start").sees("Tables");

            assertThat(basegram.door().stop()).isZero();
            TWELVE.forEach(number -> anna.says(Marks.message(number)));
            // Long enough for Telegram to have tried and failed several times.
            Pause.of(Duration.ofSeconds(8));
            assertThat(Marks.answered(anna.chat())).isEmpty();
            basegram.door().start().awaitReady();

            assertAnswered(basegram, anna, TWELVE);
        }
    }

    @Test
    void aRestartOfTheBotIsInvisible() {
        try (Basegram basegram = Basegram.in("bot-restart").start("webhook")) {
            Person anna = basegram.person(1001);
            anna.says("/start").sees("Tables");

            assertThat(basegram.bot().stop()).isZero();
            TWELVE.forEach(number -> anna.says(Marks.message(number)));
            basegram.bot().start();

            assertAnswered(basegram, anna, TWELVE);
            // Held at the door, not refused: Telegram never had to send anything again.
            assertThat(basegram.door().metric("basegram_updates_forwarded_total{outcome=\"unavailable\"}"))
                    .isZero();
        }
    }

    @Test
    void everythingACrashedBotHeldIsAnsweredAfterItsRestart() {
        try (Basegram basegram = Basegram.in("bot-killed")) {
            List<Long> ids = LongStream.rangeClosed(2001, 2012).boxed().toList();
            basegram.bot()
                    .set(
                            "OWNER_IDS",
                            String.join(",", ids.stream().map(String::valueOf).toList()));
            basegram.start("webhook");
            List<Person> people = ids.stream()
                    .map(id -> {
                        basegram.sandbox().register(id, "Person " + id);
                        return basegram.person(id);
                    })
                    .toList();
            basegram.sandbox().faultUntilCleared("telegram", "sendMessage", "hang");
            people.forEach(person -> TWELVE.subList(0, 3).forEach(number -> person.says(Marks.message(number))));
            Awaitility.await()
                    .atMost(LIMIT)
                    .untilAsserted(() -> assertThat(basegram.bot().metric("basegram_inbox_pending"))
                            .isGreaterThanOrEqualTo(12));

            basegram.bot().kill();
            basegram.sandbox().clearFaults();
            people.forEach(person -> assertThat(Marks.answered(person.chat())).isEmpty());
            basegram.bot().start();

            people.forEach(person -> assertAnswered(basegram, person, TWELVE.subList(0, 3)));
        }
    }

    private static void assertAnswered(Basegram basegram, Person person, List<Integer> numbers) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(Marks.answered(person.chat()))
                        .as(() -> person.chat().drawn() + "\n" + basegram.logs())
                        .containsAll(numbers));
        // Whatever would come twice has had its time.
        Pause.of(Duration.ofSeconds(3));
        assertThat(Marks.answered(person.chat())).isEqualTo(numbers);
    }
}
