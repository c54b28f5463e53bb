package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.conversation.Traffic;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Pause;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.LongStream;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** The way into production of docs/rollout.md and the way back, while people go on writing; scripts/rehearse-rollout shows it. */
class RolloutIT {
    private static final Duration STAGE = Duration.ofSeconds(8);
    private static final Duration LIMIT = Duration.ofSeconds(150);
    private static final List<Long> PEOPLE =
            LongStream.rangeClosed(3001, 3008).boxed().toList();

    private Basegram basegram;
    private Traffic traffic;

    @Test
    void nothingIsLostOrDoubledOnTheWayThereAndBack() {
        try (Basegram all = Basegram.in("rollout")) {
            basegram = all;
            basegram.bot().set("OWNER_IDS", PEOPLE.stream().map(String::valueOf).collect(Collectors.joining(",")));
            basegram.startBotAlone("polling");
            List<Person> people = PEOPLE.stream()
                    .map(id -> {
                        basegram.sandbox().register(id, "Person " + id);
                        return basegram.person(id);
                    })
                    .toList();
            try (Traffic writing = new Traffic(people, Duration.ofMillis(400))) {
                traffic = writing;
                thereAndBack();
                traffic.stop();
                Awaitility.await()
                        .atMost(LIMIT)
                        .untilAsserted(() -> assertThat(traffic.unanswered())
                                .as(basegram::logs)
                                .isEmpty());
                // Whatever would come twice has had its time.
                Pause.of(Duration.ofSeconds(3));
                assertThat(traffic.answersByQuestions())
                        .allSatisfy((written, answered) -> assertThat(answered).isEqualTo(written));
                tell("%d messages written, all answered once and in order", traffic.count());
            }
        }
    }

    private void thereAndBack() {
        stage("the bot alone, by polling", () -> {});
        stage(
                "webhook-server starts; nobody uses it yet",
                () -> basegram.door().start().awaitReady());
        stage("the bot restarts with INGRESS=auto and moves to the webhook", () -> {
            restartBot("auto");
            awaitWebhook(true);
        });
        stage("webhook-server is deployed again", () -> {
            assertThat(basegram.door().stop()).isZero();
            basegram.door().start().awaitReady();
        });
        stage("webhook-server is killed and away for a while", () -> {
            basegram.door().kill();
            Pause.of(STAGE);
            basegram.door().start().awaitReady();
        });
        stage("the bot is deployed again", () -> restartBot("auto"));
        stage("back: the bot restarts with INGRESS=polling", () -> {
            restartBot("polling");
            awaitWebhook(false);
        });
        stage("webhook-server goes", () -> assertThat(basegram.door().stop()).isZero());
    }

    private void stage(String what, Runnable change) {
        int first = traffic.count() + 1;
        change.run();
        Pause.of(STAGE);
        tell(
                "%s: %d messages meanwhile, the longest wait for an answer %.1f s",
                what,
                traffic.count() - first + 1,
                traffic.longestWaitSince(first).toMillis() / 1000.0);
    }

    private void restartBot(String ingress) {
        assertThat(basegram.bot().stop()).isZero();
        basegram.bot().set("INGRESS", ingress).start().awaitReady();
    }

    private void awaitWebhook(boolean set) {
        Awaitility.await()
                .atMost(LIMIT)
                .untilAsserted(() -> assertThat(basegram.sandbox()
                                .botView()
                                .path("webhook")
                                .path("url")
                                .asText()
                                .isEmpty())
                        .as(basegram::logs)
                        .isEqualTo(!set));
    }

    private static void tell(String format, Object... values) {
        System.out.println("rollout: " + format.formatted(values));
    }
}
