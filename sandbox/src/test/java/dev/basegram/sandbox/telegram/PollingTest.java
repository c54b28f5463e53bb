package dev.basegram.sandbox.telegram;

import static dev.basegram.sandbox.telegram.Sandbox.TOKEN;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.telegram.Sandbox.Reply;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** {@code getUpdates}, as the official server's source has it. */
class PollingTest {
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private List<Integer> ids(Reply reply) {
        List<Integer> ids = new ArrayList<>();
        reply.result().forEach(update -> ids.add(update.path("update_id").asInt()));
        return ids;
    }

    private int say(int count) {
        int first = sandbox.text(1001, "message 0").updateIds().getFirst();
        for (int i = 1; i < count; i++) {
            sandbox.text(1001, "message " + i);
        }
        return first;
    }

    @Test
    void givesWhatWasSentBeforeTheBotCame() {
        sandbox.text(1001, "/start r_1");

        JsonNode message = sandbox.call("getUpdates").result().path(0).path("message");
        assertThat(message.path("text").asText()).isEqualTo("/start r_1");
        assertThat(message.path("chat").toString())
                .isEqualTo("{\"id\":1001,\"first_name\":\"Anna\",\"last_name\":\"Keller\","
                        + "\"username\":\"anna_keller\",\"type\":\"private\"}");
        assertThat(message.path("from").path("is_bot").asBoolean(true)).isFalse();
        assertThat(message.path("from").path("language_code").asText()).isEqualTo("en");
        assertThat(message.path("entities").toString())
                .isEqualTo("[{\"offset\":0,\"length\":6,\"type\":\"bot_command\"}]");
    }

    @Test
    void countsUpFromARandomId() {
        int first = say(3);

        assertThat(first).isBetween(2_000_000, 1_000_000_000);
        assertThat(ids(sandbox.call("getUpdates"))).containsExactly(first, first + 1, first + 2);
    }

    @Test
    void confirmsEverythingBelowTheOffset() {
        int first = say(3);

        assertThat(ids(sandbox.call("getUpdates", "offset", first + 2))).containsExactly(first + 2);
        assertThat(ids(sandbox.call("getUpdates", "offset", first))).containsExactly(first + 2);
    }

    @Test
    void keepsOnlyTheLastForANegativeOffset() {
        int first = say(5);

        assertThat(ids(sandbox.call("getUpdates", "offset", -2))).containsExactly(first + 3, first + 4);
        assertThat(ids(sandbox.call("getUpdates"))).containsExactly(first + 3, first + 4);
    }

    @Test
    void ignoresAnOffsetFarInTheFuture() {
        int first = say(2);

        assertThat(ids(sandbox.call("getUpdates", "offset", first + 1_000))).containsExactly(first, first + 1);
    }

    @Test
    void cutsTheAnswerAtTheLimit() {
        int first = say(3);

        assertThat(ids(sandbox.call("getUpdates", "limit", 2, "offset", first))).containsExactly(first, first + 1);
        assertThat(ids(sandbox.call("getUpdates", "limit", 1_000, "offset", first + 1)))
                .hasSize(2);
    }

    @Test
    void answersAPollAsSoonAsThereIsSomething() {
        CompletableFuture<Reply> poll = sandbox.callLater(TOKEN, "getUpdates", "timeout", 50);
        Awaitility.await().until(() -> !sandbox.telegram.bots().isEmpty());
        sandbox.text(1002, "hello");

        assertThat(Sandbox.join(poll).result()).hasSize(1);
    }

    @Test
    void clampsTheTimeoutToFiftySeconds() {
        sandbox.telegram.timeScale(100);
        long begin = System.nanoTime();

        assertThat(sandbox.call("getUpdates", "timeout", 3_000).result()).isEmpty();
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .isBetween(Duration.ofMillis(450), Duration.ofSeconds(20));
    }

    @Test
    void slowsDownWhoeverHammersTheSameOffset() {
        sandbox.telegram.timeScale(0.01);
        sandbox.call("getUpdates", "offset", 7);
        CompletableFuture<Reply> repeated = sandbox.callLater(TOKEN, "getUpdates", "offset", 7);

        staysOpen(repeated);
        sandbox.telegram.timeScale(1_000);
        assertThat(Sandbox.join(repeated).result()).isEmpty();
    }

    /** A held answer stays away however long one looks; one that is not is here soon. */
    private static void staysOpen(CompletableFuture<Reply> reply) {
        Awaitility.await().during(Duration.ofMillis(400)).until(() -> !reply.isDone());
    }

    @Test
    void givesOneUpdateToWhoeverRepeatsAnOffsetAtOnce() {
        int first = say(3);
        sandbox.telegram.timeScale(0.01);

        assertThat(ids(sandbox.call("getUpdates", "offset", first))).hasSize(3);
        assertThat(ids(sandbox.call("getUpdates", "offset", first))).containsExactly(first);
    }

    @Test
    void endsTheOlderOfTwoPolls() {
        CompletableFuture<Reply> older = sandbox.callLater(TOKEN, "getUpdates", "timeout", 50);
        Awaitility.await().until(() -> !sandbox.telegram.bots().isEmpty());
        CompletableFuture<Reply> newer = sandbox.callLater(TOKEN, "getUpdates", "timeout", 50, "offset", 5);

        Reply conflict = Sandbox.join(older);
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.body().toString())
                .isEqualTo(
                        "{\"ok\":false,\"error_code\":409,\"description\":\"Conflict: terminated by other getUpdates "
                                + "request; make sure that only one bot instance is running\"}");
        sandbox.text(1001, "still there");
        assertThat(Sandbox.join(newer).result()).hasSize(1);
    }

    @Test
    void refusesToPollBesideAWebhook() {
        sandbox.call("setWebhook", "url", "http://127.0.0.1:9/hook").result();

        Reply conflict = sandbox.call("getUpdates");
        assertThat(conflict.status()).isEqualTo(409);
        assertThat(conflict.description())
                .isEqualTo(
                        "Conflict: can't use getUpdates method while webhook is active; use deleteWebhook to delete the"
                                + " webhook first");
    }

    @Test
    void answersASecondConflictWithinThreeSecondsLate() {
        sandbox.telegram.timeScale(0.01);
        sandbox.call("setWebhook", "url", "http://127.0.0.1:9/hook").result();
        assertThat(sandbox.call("getUpdates").status()).isEqualTo(409);
        CompletableFuture<Reply> second = sandbox.callLater(TOKEN, "getUpdates");

        staysOpen(second);
        sandbox.telegram.timeScale(1_000);
        assertThat(Sandbox.join(second).status()).isEqualTo(409);
    }

    @Test
    void endsAPollWhenAWebhookIsSet() {
        CompletableFuture<Reply> poll = sandbox.callLater(TOKEN, "getUpdates", "timeout", 50);
        Awaitility.await().until(() -> !sandbox.telegram.bots().isEmpty());
        Awaitility.await().until(() -> sandbox.telegram.bots().getFirst().mode().equals("polling"));
        sandbox.call("setWebhook", "url", "http://127.0.0.1:9/hook").result();

        assertThat(Sandbox.join(poll).description()).isEqualTo("Conflict: terminated by setWebhook request");
    }

    @Test
    void remembersTheAllowedKindsUntilOthersAreNamed() {
        sandbox.call("getUpdates", "allowed_updates", List.of("callback_query"));
        assertThat(sandbox.text(1001, "not wanted").updateIds()).isEmpty();
        sandbox.call("getUpdates", "offset", 1);
        assertThat(sandbox.text(1001, "still not wanted").updateIds()).isEmpty();
        sandbox.call("getUpdates", "offset", 2, "allowed_updates", "not json");
        assertThat(sandbox.text(1001, "still not").updateIds()).isEmpty();
        sandbox.call("getUpdates", "offset", 3, "allowed_updates", List.of());
        assertThat(sandbox.text(1001, "wanted").updateIds()).hasSize(1);
        sandbox.call("getUpdates", "offset", 4, "allowed_updates", List.of("nonsense"));
        assertThat(sandbox.text(1001, "default again").updateIds()).hasSize(1);
    }

    @Test
    void forgetsUpdatesWhenTheirLifeIsOver() {
        sandbox.call(
                        "sendMessage",
                        "chat_id",
                        1001,
                        "text",
                        "q",
                        "reply_markup",
                        Sandbox.json("{'inline_keyboard':[[{'text':'A','callback_data':'a'}]]}"))
                .result();
        sandbox.act(new PersonAct.Press(1001, 1001, 1, "a"));
        sandbox.text(1001, "lives a day");
        sandbox.clock.advance(Duration.ofSeconds(151));
        assertThat(sandbox.call("getUpdates").result()).hasSize(1);
        sandbox.clock.advance(Duration.ofHours(24));
        assertThat(sandbox.call("getUpdates", "offset", 1).result()).isEmpty();
    }

    @Test
    void letsTheIdFallOnceTheQueueIsEmpty() {
        int first = say(1);
        sandbox.telegram.nextUpdateId(null, 5_000);
        assertThat(sandbox.text(1001, "still counting up").updateIds()).containsExactly(first + 1);
        sandbox.call("getUpdates", "offset", first + 2);
        assertThat(sandbox.text(1001, "down again").updateIds()).containsExactly(5_000);
    }

    @Test
    void deliversUnknownKindsAndPoisonAsTheyAre() {
        sandbox.call("getMe");
        sandbox.telegram.injectRaw(
                null, (com.fasterxml.jackson.databind.node.ObjectNode) Sandbox.json("{'time_travel':{'to':'1985'}}"));
        sandbox.telegram.injectRaw(
                null, (com.fasterxml.jackson.databind.node.ObjectNode) Sandbox.json("{'message':'not an object'}"));

        JsonNode updates = sandbox.call("getUpdates").result();
        assertThat(updates.path(0).path("time_travel").path("to").asText()).isEqualTo("1985");
        assertThat(updates.path(1).path("message").asText()).isEqualTo("not an object");
    }

    @Test
    void keepsBotsApart() {
        String other = "700200:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr";
        sandbox.call("getMe");
        sandbox.text(1001, "for the first");
        sandbox.callAs(other, "getMe");

        assertThat(sandbox.callAs(other, "getUpdates").result()).isEmpty();
        assertThat(sandbox.call("getUpdates").result()).hasSize(1);
        assertThat(sandbox.callAs(TOKEN, "test/getUpdates").result()).isEmpty();
    }
}
