package dev.basegram.webhook.ops;

import static dev.basegram.webhook.StubBot.answers;
import static dev.basegram.webhook.StubBot.neverAnswers;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.common.DerivedKey;
import dev.basegram.webhook.Metrics;
import dev.basegram.webhook.Sender;
import dev.basegram.webhook.Updates;
import dev.basegram.webhook.WebhookTest;
import io.quarkus.test.junit.QuarkusTest;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.awaitility.Awaitility;
import org.jboss.logmanager.formatters.PatternFormatter;
import org.junit.jupiter.api.Test;

@QuarkusTest
class OperationsTest extends WebhookTest {
    @Test
    void shouldBeReadyWhileTheBotIs() {
        given().get("/q/health/ready").then().statusCode(200);

        bot.readiness(answers(503, "{}"));
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));
        given().get("/q/health/live").then().statusCode(200);

        bot.goesAway();
        given().get("/q/health/ready").then().statusCode(503);
        given().get("/q/health/live").then().statusCode(200);

        bot.reset();
        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
    }

    @Test
    void shouldSayUnreadyInTimeWhenTheBotHangs() {
        bot.readiness(neverAnswers());
        Instant start = Instant.now();

        Awaitility.await()
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(503));

        assertThat(Duration.between(start, Instant.now())).isLessThan(Duration.ofSeconds(10));
    }

    @Test
    void shouldNameItsMetricsAsThePublicInterfaceDoes() {
        sender.delivers(Updates.message(1));
        sender.delivers(Updates.press(2));
        sender.delivers("{\"update_id\":3,\"kind_of_next_year\":{}}");

        assertThat(Metrics.page())
                .contains("basegram_updates_received_total{kind=\"message\"}")
                .contains("basegram_updates_received_total{kind=\"callback_query\"}")
                .contains("basegram_updates_received_total{kind=\"unknown\"}")
                .contains("basegram_updates_forwarded_total{outcome=\"accepted\"}")
                .contains("basegram_forward_seconds_count")
                .contains("basegram_circuit_state{neighbour=\"bot\"}")
                .doesNotContain("kind_of_next_year")
                .doesNotContain(Sender.SECRET.sign(DerivedKey.INTERNAL));
        given().get("/q/metrics").then().statusCode(404);
    }

    @Test
    void shouldLogNothingPersonalAndNoSecret() {
        List<String> lines = new CopyOnWriteArrayList<>();
        Handler handler = collecting(lines);
        Logger.getLogger("").addHandler(handler);
        try {
            String personal = "Anna-from-Oran";
            sender.delivers("{\"message\":{\"text\":\"%s\"}}".formatted(personal));
            bot.otherwise(answers(400, personal));
            sender.delivers("{\"update_id\":1,\"message\":{\"text\":\"%s\"}}".formatted(personal));
            bot.otherwise(answers(401, personal));
            sender.delivers("{\"update_id\":2,\"message\":{\"text\":\"%s\"}}".formatted(personal));
            bot.otherwise(answers(404, personal));
            sender.delivers("{\"update_id\":3,\"message\":{\"text\":\"%s\"}}".formatted(personal));
            bot.otherwise(answers(500, personal));
            sender.delivers("{\"update_id\":4,\"callback_query\":{\"data\":\"%s\"}}".formatted(personal));

            assertThat(lines).noneMatch(line -> line.contains(personal));
            assertThat(lines)
                    .noneMatch(line -> Sender.SECRET.everythingSecret().stream().anyMatch(line::contains));
        } finally {
            Logger.getLogger("").removeHandler(handler);
        }
    }

    private static Handler collecting(List<String> lines) {
        PatternFormatter formatter = new PatternFormatter("%s%e");
        return new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(formatter.format(entry));
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
    }
}
