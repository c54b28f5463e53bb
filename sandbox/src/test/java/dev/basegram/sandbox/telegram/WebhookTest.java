package dev.basegram.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.faults.FaultKind;
import dev.basegram.sandbox.faults.FaultOrder;
import dev.basegram.sandbox.faults.Service;
import dev.basegram.sandbox.telegram.Sandbox.Reply;
import io.vertx.core.http.HttpServerResponse;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks: {@code setWebhook}, deliveries, and what the bot's answers mean. */
class WebhookTest {
    private final Sandbox sandbox = new Sandbox();
    private final Hook hook = new Hook();

    @AfterEach
    void close() {
        sandbox.close();
        hook.close();
    }

    private void setHook(Object... more) {
        Object[] parameters = new Object[more.length + 2];
        parameters[0] = "url";
        parameters[1] = hook.url();
        System.arraycopy(more, 0, parameters, 2, more.length);
        assertThat(sandbox.call("setWebhook", parameters).body().toString())
                .isEqualTo("{\"ok\":true,\"result\":true,\"description\":\"Webhook was set\"}");
    }

    private JsonNode info() {
        return sandbox.call("getWebhookInfo").result();
    }

    @Test
    void deliversWithExactlyTheRealHeaders() {
        setHook("secret_token", "s_3-cret");
        sandbox.text(1001, "hello");

        await().until(() -> hook.deliveries.size() == 1);
        Hook.Delivery delivery = hook.deliveries.getFirst();
        assertThat(delivery.headers().stream().map(Map.Entry::getKey).map(String::toLowerCase))
                .containsExactlyInAnyOrder(
                        "host",
                        "x-telegram-bot-api-secret-token",
                        "content-type",
                        "content-length",
                        "connection",
                        "accept-encoding");
        assertThat(delivery.headers())
                .contains(Map.entry("X-Telegram-Bot-Api-Secret-Token", "s_3-cret"))
                .contains(Map.entry("Content-Type", "application/json"))
                .contains(Map.entry("Connection", "keep-alive"))
                .contains(Map.entry("Accept-Encoding", "gzip, deflate"));
        await().until(() -> info().path("pending_update_count").asInt() == 0);
    }

    @Test
    void deliversOneUpdateOfAChatAtATimeAndInOrder() {
        ConcurrentLinkedQueue<HttpServerResponse> open = new ConcurrentLinkedQueue<>();
        hook.answering((delivery, response) -> open.add(response));
        setHook();
        sandbox.text(1001, "a1");
        sandbox.text(1001, "a2");
        sandbox.text(1002, "b1");

        await().until(() -> hook.deliveries.size() == 2);
        assertThat(hook.texts()).containsExactlyInAnyOrder("a1", "b1");
        open.forEach(HttpServerResponse::end);
        await().until(() -> hook.deliveries.size() == 3);
        assertThat(hook.texts().getLast()).isEqualTo("a2");
        open.forEach(response -> {
            if (!response.ended()) {
                response.end();
            }
        });
    }

    @Test
    void deliversAPressBesideAFailingMessageOfTheSamePerson() {
        hook.answering(
                (delivery, response) -> response.setStatusCode(delivery.update().has("message") ? 500 : 200)
                        .end());
        sandbox.call(
                        "sendMessage",
                        "chat_id",
                        1001,
                        "text",
                        "q",
                        "reply_markup",
                        Sandbox.json("{'inline_keyboard':[[{'text':'A','callback_data':'a'}]]}"))
                .result();
        setHook();
        sandbox.text(1001, "fails");
        sandbox.act(new PersonAct.Press(1001, 1001, 1, "a"));

        await().until(() -> hook.deliveries.stream().anyMatch(d -> d.update().has("callback_query")));
        assertThat(info().path("pending_update_count").asInt()).isEqualTo(1);
    }

    @Test
    void keepsToMaxConnections() {
        ConcurrentLinkedQueue<HttpServerResponse> open = new ConcurrentLinkedQueue<>();
        hook.answering((delivery, response) -> open.add(response));
        setHook("max_connections", 2);
        for (long person : List.of(1001L, 1002L, 1003L)) {
            sandbox.text(person, "m" + person);
        }
        await().until(() -> open.size() == 2);
        assertThat(info().path("max_connections").asInt()).isEqualTo(2);
        open.poll().end();
        await().until(() -> hook.deliveries.size() == 3);
        open.forEach(HttpServerResponse::end);
    }

    @Test
    void climbsTheBackOffLadder() {
        AtomicInteger left = new AtomicInteger(4);
        hook.answering((delivery, response) ->
                response.setStatusCode(left.getAndDecrement() > 0 ? 503 : 200).end());
        setHook();
        sandbox.telegram.timeScale(20);
        long begin = System.nanoTime();
        sandbox.text(1001, "at last");

        await().until(() -> hook.deliveries.size() == 5);
        assertThat(Duration.ofNanos(System.nanoTime() - begin))
                .as("0 + 2 + 4 + 8 seconds, twenty times as fast")
                .isGreaterThanOrEqualTo(Duration.ofMillis(650));
        await().until(() -> info().path("pending_update_count").asInt() == 0);
        assertThat(info().path("last_error_message").asText())
                .isEqualTo("Wrong response from the webhook: 503 Service Unavailable");
    }

    @Test
    void honoursRetryAfterInSeconds() {
        AtomicInteger left = new AtomicInteger(1);
        hook.answering((delivery, response) -> {
            boolean refuse = left.getAndDecrement() > 0;
            response.setStatusCode(refuse ? 429 : 200);
            if (refuse) {
                response.putHeader("Retry-After", "10");
            }
            response.end();
        });
        setHook();
        sandbox.telegram.timeScale(20);
        long begin = System.nanoTime();
        sandbox.text(1001, "later");

        await().until(() -> hook.deliveries.size() == 2);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(450));
    }

    @Test
    void dropsAPressWhoseRetryAfterOutlivesIt() {
        hook.answering((delivery, response) ->
                response.setStatusCode(503).putHeader("Retry-After", "300").end());
        sandbox.call(
                        "sendMessage",
                        "chat_id",
                        1001,
                        "text",
                        "q",
                        "reply_markup",
                        Sandbox.json("{'inline_keyboard':[[{'text':'A','callback_data':'a'}]]}"))
                .result();
        setHook();
        sandbox.act(new PersonAct.Press(1001, 1001, 1, "a"));
        sandbox.text(1001, "is kept");

        await().until(() -> hook.deliveries.size() == 2);
        await().until(() -> info().path("pending_update_count").asInt() == 1);
    }

    @Test
    void givesUpOnAnAnswerAfterSixtySeconds() {
        AtomicInteger left = new AtomicInteger(1);
        hook.answering((delivery, response) -> {
            if (left.getAndDecrement() <= 0) {
                response.end();
            }
        });
        setHook();
        sandbox.telegram.timeScale(100);
        sandbox.text(1001, "again");

        await().until(() -> hook.deliveries.size() == 2);
        assertThat(info().path("last_error_message").asText()).isEqualTo("Read timeout expired");
    }

    @Test
    void deletesAWebhookThatIsGoneForTwentyThreeHours() {
        hook.answering(410);
        setHook();
        sandbox.telegram.timeScale(1_000);
        sandbox.text(1001, "one");
        await().until(() -> hook.deliveries.size() >= 2);
        assertThat(info().path("url").asText()).isNotEmpty();
        sandbox.clock.advance(Duration.ofHours(23).plusMinutes(1));
        sandbox.text(1002, "two");

        await().until(() -> info().path("url").asText().isEmpty());
    }

    @Test
    void executesAMethodInTheReply() {
        hook.answering((delivery, response) -> response.putHeader("Content-Type", "application/json")
                .end("{\"method\":\"sendMessage\",\"chat_id\":1001,\"text\":\"from the reply\"}"));
        setHook();
        sandbox.text(1001, "hello");

        await().until(() -> sandbox.last(1001).path("text").asText().equals("from the reply"));
    }

    @Test
    void executesAFormInTheReplyButNoSetters() {
        hook.answering((delivery, response) -> response.putHeader("Content-Type", "application/x-www-form-urlencoded")
                .end(
                        delivery.text().equals("one")
                                ? "method=deleteWebhook"
                                : "method=sendMessage&chat_id=1001&text=from+a+form"));
        setHook();
        sandbox.text(1001, "one");
        sandbox.text(1001, "two");

        await().until(() -> sandbox.last(1001).path("text").asText().equals("from a form"));
        assertThat(info().path("url").asText()).isEqualTo(hook.url());
    }

    @Test
    void deliversAgainWhatWasCutAfterItArrived() {
        sandbox.faults.switchOn(FaultOrder.next(1, Service.TELEGRAM, "deliver", FaultKind.CUT_AFTER));
        setHook();
        sandbox.text(1001, "twice");

        await().until(() -> hook.deliveries.size() == 2);
        assertThat(hook.deliveries.get(0).updateId())
                .isEqualTo(hook.deliveries.get(1).updateId());
        assertThat(info().path("last_error_message").asText()).isEqualTo("Webhook connection closed");
    }

    @Test
    void movesPendingUpdatesBetweenTheRoads() {
        hook.answering(500);
        setHook();
        sandbox.text(1001, "stays");
        await().until(() -> !hook.deliveries.isEmpty());
        assertThat(sandbox.call("deleteWebhook").description()).isEqualTo("Webhook was deleted");
        assertThat(sandbox.call("deleteWebhook").description()).isEqualTo("Webhook is already deleted");
        assertThat(sandbox.call("getUpdates")
                        .result()
                        .path(0)
                        .path("message")
                        .path("text")
                        .asText())
                .isEqualTo("stays");
    }

    @Test
    void dropsPendingUpdatesOnlyWhenAsked() {
        sandbox.text(1001, "old");
        setHook("drop_pending_updates", true);
        sandbox.text(1001, "new");

        await().until(() -> !hook.deliveries.isEmpty());
        assertThat(hook.texts()).containsExactly("new");
    }

    @Test
    void tellsWhatIsSet() {
        assertThat(info().toString())
                .isEqualTo("{\"url\":\"\",\"has_custom_certificate\":false,\"pending_update_count\":0}");
        setHook("allowed_updates", List.of("message", "callback_query"), "max_connections", 500);
        assertThat(info().toString())
                .isEqualTo("{\"url\":\"" + hook.url() + "\",\"has_custom_certificate\":false,"
                        + "\"pending_update_count\":0,\"ip_address\":\"127.0.0.1\",\"max_connections\":100,"
                        + "\"allowed_updates\":[\"message\",\"callback_query\"]}");
    }

    @Test
    void saysWhenNothingChanges() {
        setHook();
        sandbox.telegram.timeScale(1_000);
        await().until(() ->
                sandbox.call("setWebhook", "url", hook.url()).description().equals("Webhook is already set"));
    }

    @Test
    void takesOneSetWebhookASecond() {
        sandbox.telegram.timeScale(0.01);
        setHook();
        Reply refused = sandbox.call("setWebhook", "url", hook.url());

        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.http().headers().firstValue("Retry-After")).hasValue("1");
        assertThat(refused.body().toString())
                .isEqualTo("{\"ok\":false,\"error_code\":429,\"description\":\"Too Many Requests: retry after 1\","
                        + "\"parameters\":{\"retry_after\":1}}");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            http://bot.example.com/hook       | Bad Request: bad webhook: An HTTPS URL must be provided for webhook
            https://bot.example.com:8080/hook | Bad Request: bad webhook: Webhook can be set up only on ports 80, 88, 443 or 8443
            https://192.168.1.7/hook          | Bad Request: bad webhook: IP address 192.168.1.7 is reserved
            ftp://bot.example.com/hook        | Bad Request: invalid webhook URL specified
            https://                          | Bad Request: invalid webhook URL specified
            """)
    void refusesUrlsThatTelegramRefuses(String url, String description) {
        Reply refused = sandbox.call("setWebhook", "url", url);

        assertThat(refused.status()).isEqualTo(400);
        assertThat(refused.description()).isEqualTo(description);
    }

    @Test
    void checksTheSecret() {
        assertThat(sandbox.call("setWebhook", "url", hook.url(), "secret_token", "a b")
                        .description())
                .isEqualTo("Bad Request: secret token contains unallowed characters");
        sandbox.telegram.timeScale(1_000);
        await().until(() -> sandbox.call("setWebhook", "url", hook.url(), "secret_token", "a".repeat(257))
                .description()
                .equals("Bad Request: secret token is too long"));
    }

    @Test
    void takesACertificateAsAFile() {
        String body = "--b\r\nContent-Disposition: form-data; name=\"url\"\r\n\r\nhttps://bot.example.com/hook\r\n"
                + "--b\r\nContent-Disposition: form-data; name=\"certificate\"; filename=\"c.pem\"\r\n"
                + "Content-Type: application/x-pem-file\r\n\r\n" + CERTIFICATE + "\r\n--b--\r\n";
        Reply reply = Sandbox.join(
                sandbox.send(HttpRequest.newBuilder(URI.create(sandbox.root() + "/bot" + Sandbox.TOKEN + "/setWebhook"))
                        .header("Content-Type", "multipart/form-data; boundary=b")
                        .POST(HttpRequest.BodyPublishers.ofString(body))));

        assertThat(reply.result().asBoolean()).isTrue();
        assertThat(info().path("has_custom_certificate").asBoolean()).isTrue();
    }

    private static final String CERTIFICATE = """
            -----BEGIN CERTIFICATE-----
            MIIBtjCCAVugAwIBAgIUNWhJLmHOhNsJTnWpIuAXtJkQD1IwCgYIKoZIzj0EAwIw
            -----END CERTIFICATE-----
            """;
}
