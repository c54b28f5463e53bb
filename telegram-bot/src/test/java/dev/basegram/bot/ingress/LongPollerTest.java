package dev.basegram.bot.ingress;

import static dev.basegram.bot.ingress.FakeTelegram.body;
import static dev.basegram.bot.ingress.FakeTelegram.error;
import static dev.basegram.bot.ingress.FakeTelegram.result;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.basegram.bot.config.IngressMode;
import dev.basegram.bot.inbox.Updates;
import dev.basegram.bot.ingress.FakeTelegram.Answer;
import dev.basegram.bot.ingress.FakeTelegram.Call;
import dev.basegram.common.UpdateKind;
import io.vertx.core.buffer.Buffer;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class LongPollerTest {
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    private final IngressBench bench = new IngressBench(IngressMode.POLLING);

    @AfterEach
    void close() {
        bench.close();
    }

    static Stream<Arguments> badAnswers() {
        Map<String, Answer> answers = new java.util.LinkedHashMap<>();
        answers.put(
                "409 other poller",
                error(
                        409,
                        "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running"));
        answers.put("409 setWebhook", error(409, "Conflict: terminated by setWebhook request"));
        answers.put("409 other setWebhook", error(409, "Conflict: terminated by other setWebhook"));
        answers.put(
                "429",
                body(
                        429,
                        "{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 0\",\"parameters\":{\"retry_after\":0}}"));
        answers.put("429 without a time", error(429, "Too Many Requests"));
        answers.put("401", error(401, "Unauthorized"));
        answers.put("404", error(404, "Not Found"));
        answers.put("500 restart", error(500, "Internal Server Error: restart"));
        answers.put("502 HTML", body(502, "<html><body>502 Bad Gateway</body></html>"));
        answers.put("200 HTML", body(200, "<html>maintenance</html>"));
        answers.put("empty 200", body(200, ""));
        answers.put("null", body(200, "null"));
        answers.put("a list", body(200, "[]"));
        answers.put("no result", body(200, "{\"ok\":true}"));
        answers.put("ok is no boolean", body(200, "{\"ok\":\"yes\",\"result\":[]}"));
        answers.put("cut within JSON", body(200, "{\"ok\":true,\"result\":[{\"update"));
        answers.put("cut connection", (request, _) -> {
            request.response().putHeader("Content-Length", "500").write("{\"ok\":true,\"res");
            request.connection().close();
        });
        answers.put("reset", (request, _) -> request.connection().close());
        answers.put("half open", (_, _) -> {});
        answers.put("slow drip", (request, _) -> {
            request.response().setChunked(true);
            drip(request.response());
        });
        return answers.entrySet().stream().map(entry -> Arguments.of(entry.getKey(), entry.getValue()));
    }

    private static void drip(io.vertx.core.http.HttpServerResponse response) {
        if (!response.closed()) {
            response.write(" ");
            io.vertx.core.Vertx.currentContext().owner().setTimer(100, _ -> drip(response));
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("badAnswers")
    void everyAnswerIsSurvived(String name, Answer answer) {
        bench.telegram.script.add(answer);
        bench.telegram.script.add(answer);
        bench.telegram.give(7, message(7));
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> bench.ids().contains(7L));
        await().atMost(PATIENCE).until(() -> bench.status.view().problem() == null);
        assertThat(bench.ids()).containsExactly(7L);
    }

    @Test
    void theOffsetConfirmsWhatIsOnDiskAndNothingElse() {
        bench.telegram.give(10, message(10));
        bench.telegram.give(11, message(11));
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> bench.ids().size() == 2);
        await().atMost(PATIENCE).until(() -> offsets().contains(12L));
        assertThat(offsets().getFirst()).isNull();

        bench.store.close();
        bench.telegram.give(12, message(12));
        await().atMost(PATIENCE).until(() -> bench.status.view().problem() != null);
        int calls = offsets().size();
        await().atMost(PATIENCE).until(() -> offsets().size() > calls + 2);
        assertThat(offsets()).doesNotContain(13L);
    }

    @Test
    void onePoisonedUpdateBlocksNobody() {
        String deep = "[".repeat(3_000) + "]".repeat(3_000);
        bench.telegram.give(1, message(1));
        bench.telegram.give(
                2,
                "{\"update_id\":2,\"message\":{\"chat\":7,\"from\":[],\"date\":\"x\"}}"
                        .getBytes(StandardCharsets.UTF_8));
        bench.telegram.give(3, ("{\"update_id\":3,\"message\":" + deep + "}").getBytes(StandardCharsets.UTF_8));
        bench.telegram.give(4, Updates.ofUnknownKind(4));
        bench.telegram.give(5, message(5));
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> bench.ids().containsAll(List.of(1L, 2L, 5L)));
        await().atMost(PATIENCE).until(() -> offsets().contains(6L));
        assertThat(bench.inbox.deadLetters().newest(9)).hasSize(1);
    }

    @Test
    void whatCameBeforeACutIsKept() {
        String first = new String(message(20), StandardCharsets.UTF_8);
        bench.telegram.script.add((request, _) -> {
            request.response()
                    .putHeader("Content-Length", "100000")
                    .write(Buffer.buffer("{\"ok\":true,\"result\":[" + first + ",{\"update_id\":21,\"mess"));
            io.vertx.core.Vertx.currentContext()
                    .owner()
                    .setTimer(100, _ -> request.connection().close());
        });
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> bench.ids().contains(20L));
        await().atMost(PATIENCE).until(() -> offsets().contains(21L));
    }

    @Test
    void theBytesAreStoredAsTheyCame() {
        byte[] raw =
                "{ \"update_id\":3 ,\n\t\"message\": {\"chat\":{\"id\":1},\"float\":41.899977000,\"esc\":\"\\u00e9\\/é😀\"}  }"
                        .getBytes(StandardCharsets.UTF_8);
        bench.telegram.script.add(result("[ " + new String(raw, StandardCharsets.UTF_8) + " \n]"));
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> !bench.handled.isEmpty());
        assertThat(bench.handled.getFirst().body()).isEqualTo(raw);
    }

    @Test
    void idsThatFallAreFollowedDown() {
        bench.telegram.script.add(result("[" + new String(message(900_000), StandardCharsets.UTF_8) + "]"));
        bench.telegram.script.add(result("[" + new String(message(5), StandardCharsets.UTF_8) + "]"));
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> bench.ids().equals(List.of(900_000L, 5L)));
        await().atMost(PATIENCE).until(() -> offsets().contains(6L));
    }

    @Test
    void everyPollNamesTheKindsItWants() {
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> bench.telegram.calls("getUpdates").size() > 2);
        assertThat(bench.telegram.calls("getUpdates"))
                .allSatisfy(call -> assertThat(call.parameters()
                                .getJsonArray("allowed_updates")
                                .getList())
                        .isEqualTo(UpdateKind.allowedUpdates()));
    }

    @Test
    void stoppingConfirmsWhatIsOnDisk() {
        bench.telegram.give(10, message(10));
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> offsets().contains(11L));
        bench.poller.stop();
        Call last = bench.telegram.calls("getUpdates").getLast();
        assertThat(last.parameters().getLong("offset")).isEqualTo(11);
        assertThat(last.parameters().getInteger("timeout")).isZero();
        assertThat(last.parameters().getInteger("limit")).isEqualTo(1);
        int calls = bench.telegram.calls.size();
        await().during(Duration.ofMillis(300)).until(() -> bench.telegram.calls.size() == calls);
    }

    @Test
    void aWebhookOfOursGivesWayAndKeepsWhatIsPending() {
        bench.telegram.webhook = IngressBench.OURS;
        bench.telegram.give(1, message(1));
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> bench.ids().contains(1L));
        assertThat(bench.telegram.calls("deleteWebhook"))
                .allSatisfy(call -> assertThat(call.parameters().getBoolean("drop_pending_updates"))
                        .isFalse());
    }

    @Test
    void aForeignWebhookIsReportedAndNeverTouched() {
        bench.telegram.webhook = "https://other.example.org/secret-path";
        bench.poller.start();
        await().atMost(PATIENCE).until(() -> bench.status.view().problem() != null);
        assertThat(bench.status.view().problem()).contains("other.example.org").doesNotContain("secret-path");
        assertThat(bench.status.view().alive()).isFalse();
        await().atMost(PATIENCE)
                .until(() -> bench.telegram.calls("getWebhookInfo").size() > 1);
        assertThat(bench.telegram.calls("deleteWebhook")).isEmpty();
        assertThat(bench.telegram.calls("setWebhook")).isEmpty();
    }

    private List<Long> offsets() {
        List<Long> offsets = new ArrayList<>();
        bench.telegram
                .calls("getUpdates")
                .forEach(call -> offsets.add(call.parameters().getLong("offset")));
        return offsets;
    }

    private static byte[] message(long id) {
        return Updates.message(id, 1001, "hi", Instant.now());
    }
}
