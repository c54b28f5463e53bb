package dev.basegram.bot.ops;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.greaterThanOrEqualTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.matchesPattern;

import dev.basegram.bot.inbox.Updates;
import dev.basegram.common.InternalApi;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.UpdateBatch;
import io.quarkus.test.junit.QuarkusTest;
import io.quarkus.test.junit.TestProfile;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.junit.jupiter.api.Test;

@QuarkusTest
@TestProfile(IntakeProfile.class)
class IntakeApplicationTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Inject
    ScriptedHandler handler;

    @ConfigProperty(name = "quarkus.management.test-port")
    int managementPort;

    @Test
    void internalIsShutWithoutTheKey() {
        given().body(message(1, "x")).post("/internal/updates").then().statusCode(401);
        given().header("Authorization", "Bearer wrong")
                .get("/internal/status")
                .then()
                .statusCode(401);
        given().header("Authorization", "Bearer")
                .get("/internal/dead-letters")
                .then()
                .statusCode(401);
        given().get("/internal/whatever").then().statusCode(401);
    }

    @Test
    void anUpdateIsAcceptedOnceAndHandled() {
        post(message(101, "hi")).then().statusCode(202).body(equalTo(InternalApi.ACCEPTED));
        post(message(101, "hi")).then().statusCode(200).body(equalTo(InternalApi.DUPLICATE));
        await().atMost(PATIENCE).until(() -> handler.handled().contains(101L));
    }

    @Test
    void whatIsNoUpdateIsRefusedAndTheProcessServesOn() {
        post("nonsense".getBytes()).then().statusCode(400);
        post("{\"message\":{}}".getBytes()).then().statusCode(400);
        post(new byte[0]).then().statusCode(400);
        post(new byte[1_100_000]).then().statusCode(413);
        post(message(102, "hi")).then().statusCode(202);
    }

    @Test
    void airtablesNotificationsAreRefusedWhileNobodyHasAskedForAny() {
        opened().body("{}").post("/internal/airtable-notifications").then().statusCode(401);
    }

    @Test
    void aRefusedUpdateIsListedAndReplayed() {
        post(message(103, "refuse this")).then().statusCode(202);
        await().atMost(PATIENCE)
                .untilAsserted(() -> opened().get("/internal/dead-letters")
                        .then()
                        .statusCode(200)
                        .body("updateId", hasItem(103))
                        .body("find { it.updateId == 103 }.reason", equalTo("told to"))
                        .body("find { it.updateId == 103 }.reference", matchesPattern("..-...")));
        opened().post("/internal/dead-letters/999999/replay").then().statusCode(404);
        opened().post("/internal/dead-letters/x/replay").then().statusCode(404);
        handler.refuse(false);
        opened().post("/internal/dead-letters/103/replay").then().statusCode(202);
        await().atMost(PATIENCE).until(() -> handler.handled().contains(103L));
        handler.refuse(true);
    }

    @Test
    void whatTelegramGivesIsHandledAndTheBotIsReady() {
        ScriptedTelegram.give(message(104, "by polling"));
        await().atMost(PATIENCE).until(() -> handler.handled().contains(104L));
        await().atMost(PATIENCE)
                .untilAsserted(() -> given().get("/q/health/ready").then().statusCode(200));
        given().get("/q/health/live").then().statusCode(200);
        given().get("/q/health/started").then().statusCode(200);
        opened().get("/internal/status")
                .then()
                .statusCode(200)
                .body("ingress.mode", equalTo("polling"))
                .body("inbox.pending", greaterThanOrEqualTo(0))
                .body("airtable.callsLimit", equalTo(100_000))
                .body("sessionsOpen", greaterThanOrEqualTo(0));
    }

    @Test
    void theMetricsHaveTheirNamesAndNoSecret() {
        ScriptedTelegram.give(message(105, "by polling"));
        post(message(106, "by webhook")).then().statusCode(202);
        await().atMost(PATIENCE)
                .until(() ->
                        handler.handled().contains(105L) && handler.handled().contains(106L));
        await().atMost(PATIENCE).untilAsserted(() -> {
            String text = given().port(managementPort)
                    .get("/q/metrics")
                    .then()
                    .statusCode(200)
                    .extract()
                    .asString();
            assertThat(text)
                    .contains(
                            "basegram_updates_received_total{kind=\"message\"}",
                            "basegram_inbox_accepted_total{result=\"accepted\",source=\"polling\"}",
                            "basegram_inbox_accepted_total{result=\"accepted\",source=\"webhook\"}",
                            "basegram_inbox_pending",
                            "basegram_inbox_oldest_seconds",
                            "basegram_update_handle_seconds_count{kind=\"message\",outcome=\"done\"}",
                            "basegram_dead_letters",
                            "basegram_ingress_mode{mode=\"polling\"} 1.0",
                            "basegram_poll_age_seconds")
                    .doesNotContain(ScriptedTelegram.TOKEN)
                    .doesNotContain("token-of-the-test")
                    .doesNotContain("/bot7654321");
        });
        assertThat(given().get("/q/metrics").statusCode()).isEqualTo(404);
    }

    private static RequestSpecification opened() {
        return given().header("Authorization", InternalApi.authorization(SharedSecret.parse(IntakeProfile.SECRET)));
    }

    @Test
    void eachUpdateOfABatchIsAnsweredForOnItsOwn() {
        post(message(301, "known")).then().statusCode(202);
        byte[] batch = UpdateBatch.write(List.of(
                new UpdateBatch.Part(null, message(301, "known")),
                new UpdateBatch.Part("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01", message(302, "new")),
                new UpdateBatch.Part(null, "nonsense".getBytes(StandardCharsets.UTF_8)),
                new UpdateBatch.Part("no trace", message(303, "new too")),
                new UpdateBatch.Part(null, message(302, "new"))));

        postBatch(batch).then().statusCode(200).body("", equalTo(List.of(200, 202, 400, 202, 200)));
        postBatch(batch).then().statusCode(200).body("", equalTo(List.of(200, 200, 400, 200, 200)));
    }

    @Test
    void whatIsNoBatchIsRefusedWhole() {
        byte[] batch = UpdateBatch.write(List.of(new UpdateBatch.Part(null, message(311, "cut"))));
        postBatch(Arrays.copyOf(batch, batch.length - 1)).then().statusCode(400);
        postBatch(new byte[0]).then().statusCode(400);
        post(message(311, "cut")).then().statusCode(202);
    }

    private static io.restassured.response.Response postBatch(byte[] batch) {
        return opened().contentType(UpdateBatch.MEDIA_TYPE).body(batch).post(InternalApi.UPDATE_BATCH);
    }

    private static io.restassured.response.Response post(byte[] update) {
        return opened().contentType("application/json").body(update).post("/internal/updates");
    }

    private static byte[] message(long id, String text) {
        return Updates.message(id, 1001, text, Instant.now());
    }
}
