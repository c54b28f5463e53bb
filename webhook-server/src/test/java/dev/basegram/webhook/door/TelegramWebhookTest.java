package dev.basegram.webhook.door;

import static dev.basegram.webhook.StubBot.answers;
import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.common.DerivedKey;
import dev.basegram.common.InternalApi;
import dev.basegram.webhook.Sender;
import dev.basegram.webhook.StubBot;
import dev.basegram.webhook.Updates;
import dev.basegram.webhook.WebhookTest;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpRequest;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class TelegramWebhookTest extends WebhookTest {
    private static final String SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token";
    private static final int MIB = 1 << 20;

    static Stream<Arguments> wrongSecrets() {
        String right = Sender.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK);
        byte[] fine = Updates.message(5).getBytes(StandardCharsets.UTF_8);
        byte[] large = new byte[3 * MIB];
        return Stream.of(
                        null,
                        "",
                        "x",
                        right.substring(1),
                        right + "0",
                        right.toUpperCase(java.util.Locale.ROOT),
                        Sender.SECRET.sign(DerivedKey.INTERNAL),
                        Sender.SECRET.sign(DerivedKey.AIRTABLE_WEBHOOK),
                        "a".repeat(3000))
                .flatMap(wrong -> Stream.of(
                        Arguments.of(wrong, "application/json", fine),
                        Arguments.of(wrong, "text/plain", new byte[0]),
                        Arguments.of(wrong, "application/json", "{".getBytes(StandardCharsets.UTF_8)),
                        Arguments.of(wrong, "application/json", large)));
    }

    @ParameterizedTest
    @MethodSource("wrongSecrets")
    void shouldLookAtNothingElseWhenTheSecretIsWrong(String secret, String type, byte[] body) {
        HttpRequest.Builder request = sender.unsigned(body).header("Content-Type", type);
        if (secret != null) {
            request.header(SECRET_HEADER, secret);
        }

        assertAnswer(sender.send(request), 401);

        assertThat(bot.received()).isEmpty();
    }

    @Test
    void shouldLookAtNothingElseWhenTheSecretIsWrongAndTheLengthUnknown() {
        assertAnswer(sender.send(chunked(3 * MIB).header("Content-Type", "application/json")), 401);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "text/plain",
                "application/x-www-form-urlencoded",
                "application/jsonp",
                "application/json-patch+json",
                "json",
                "/",
                "application/"
            })
    void shouldRefuseOtherMediaTypes(String type) {
        assertAnswer(
                sender.send(sender.unsigned(Updates.message(5).getBytes(StandardCharsets.UTF_8))
                        .header(SECRET_HEADER, Sender.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK))
                        .header("Content-Type", type)),
                415);
    }

    @Test
    void shouldRefuseAMissingMediaType() {
        assertAnswer(
                sender.send(sender.unsigned(new byte[0])
                        .header(SECRET_HEADER, Sender.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK))),
                415);
    }

    @ParameterizedTest
    @ValueSource(strings = {"application/json; charset=utf-8", "Application/JSON", "application/json;charset=UTF-8"})
    void shouldTakeJsonHoweverItIsSpelled(String type) {
        assertAnswer(
                sender.send(sender.unsigned(Updates.message(5).getBytes(StandardCharsets.UTF_8))
                        .header(SECRET_HEADER, Sender.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK))
                        .header("Content-Type", type)),
                200);
    }

    @Test
    void shouldRefuseMoreThanOneMebibyteDeclaredOrChunked() {
        assertAnswer(sender.send(sender.telegram(new byte[MIB + 1])), 413);
        assertAnswer(sender.send(authorised(chunked(MIB + 1))), 413);
        assertAnswer(sender.send(authorised(chunked(6 * MIB))), 413);

        assertThat(bot.received()).isEmpty();
        assertAnswer(sender.delivers(Updates.message(6)), 200);
    }

    @Test
    void shouldTakeExactlyOneMebibyte() {
        byte[] update = padded(MIB);

        assertAnswer(sender.send(sender.telegram(update)), 200);

        assertThat(bot.received())
                .singleElement()
                .satisfies(seen -> assertThat(seen.body()).isEqualTo(update));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                " ",
                "null",
                "1",
                "[]",
                "[{\"update_id\":1}]",
                "\"update_id\"",
                "{",
                "{}",
                "{\"update_id\":1",
                "{\"update_id\":1}}",
                "{\"update_id\":1}{\"update_id\":2}",
                "{\"update_id\":\"1\"}",
                "{\"update_id\":1.5}",
                "{\"update_id\":1e3}",
                "{\"update_id\":null}",
                "{\"update_id\":true}",
                "{\"update_id\":[1]}",
                "{\"update_id\":123456789012345678901234567890}",
                "{\"message\":{\"update_id\":1}}",
                "<html>502</html>"
            })
    void shouldRefuseWhatIsNoUpdate(String body) {
        assertAnswer(sender.delivers(body), 400);

        assertThat(bot.received()).isEmpty();
        assertAnswer(sender.delivers(Updates.message(6)), 200);
    }

    @Test
    void shouldForwardTheVeryBytes() {
        String odd = """
                 {"update_id" :  17,
                  "message":{"from":{"id":1},"chat":{"id":1},"text":"caf\\u00e9 é 🙂","younger_field":{"a":[1.50,1.5e0]},"text":"again"} }
                """;

        assertAnswer(sender.delivers(odd), 200);

        assertThat(bot.received()).singleElement().satisfies(seen -> {
            assertThat(seen.path()).isEqualTo("/internal/updates");
            assertThat(seen.contentType()).isEqualTo("application/json");
            assertThat(seen.authorization()).isEqualTo(InternalApi.authorization(Sender.SECRET));
            assertThat(seen.body()).isEqualTo(odd.getBytes(StandardCharsets.UTF_8));
        });
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"update_id\":9}",
                "{\"update_id\":9,\"kind_of_next_year\":{\"a\":1}}",
                "{\"update_id\":9,\"message\":17}",
                "{\"update_id\":9,\"message\":{\"from\":[],\"chat\":\"x\",\"date\":\"soon\"}}"
            })
    void shouldForwardWhatItDoesNotUnderstand(String update) {
        assertAnswer(sender.delivers(update), 200);

        assertThat(bot.received()).hasSize(1);
    }

    @Test
    void shouldAnswerOtherMethodsAndPathsWithoutTheBot() {
        HttpRequest.Builder get = sender.telegram(new byte[0]).GET();
        assertThat(sender.send(get).statusCode()).isEqualTo(405);
        HttpRequest.Builder elsewhere = sender.telegram(new byte[0]);
        URI root = elsewhere.build().uri().resolve("/");
        assertThat(sender.send(elsewhere.uri(root)).statusCode()).isEqualTo(404);
        assertThat(bot.received()).isEmpty();
    }

    @Test
    void shouldGiveUpOnASenderThatStopsInTheMiddleOfABody() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        try (Socket socket = new Socket("127.0.0.1", port)) {
            socket.setSoTimeout(30_000);
            socket.getOutputStream()
                    .write(("POST /telegram/webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                    + "Content-Length: 100\r\n" + SECRET_HEADER + ": "
                                    + Sender.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK) + "\r\n\r\n{\"upd")
                            .getBytes(StandardCharsets.US_ASCII));
            byte[] start = socket.getInputStream().readNBytes(12);

            assertThat(new String(start, StandardCharsets.US_ASCII)).isEqualTo("HTTP/1.1 408");
        }
        assertAnswer(sender.delivers(Updates.message(6)), 200);
    }

    @Test
    void shouldSurviveConnectionsCutInTheMiddleOfABody() throws IOException {
        int port = ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
        for (int i = 0; i < 400; i++) { // more than may be held at once: a leaked place would show
            try (Socket socket = new Socket("127.0.0.1", port)) {
                socket.getOutputStream()
                        .write(("POST /telegram/webhook HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\n"
                                        + "Content-Length: 100\r\n" + SECRET_HEADER + ": "
                                        + Sender.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK) + "\r\n\r\n{\"upd")
                                .getBytes(StandardCharsets.US_ASCII));
            }
        }
        org.awaitility.Awaitility.await().untilAsserted(() -> assertAnswer(sender.delivers(Updates.message(6)), 200));
    }

    @Test
    void shouldReuseItsConnectionsToTheBot() {
        IntStream.range(0, 60).forEach(i -> assertAnswer(sender.delivers(Updates.message(100 + i)), 200));

        assertThat(bot.connections()).isLessThanOrEqualTo(5);
    }

    @Test
    void shouldSendBoundedManyAtOnceAndLoseNone() {
        bot.otherwise(bot.answersAfter(java.time.Duration.ofMillis(20)));

        List<Integer> answers =
                IntStream.range(0, 200).mapToObj(i -> sender.deliversAsync(Updates.message(1000 + i))).toList().stream()
                        .map(answer -> answer.join().statusCode())
                        .toList();

        assertThat(answers).containsOnly(200);
        // A try may be repeated when the machine is slow, so each arrives at least once.
        assertThat(bot.received().stream().map(StubBot.Received::text).distinct())
                .hasSize(200);
        assertThat(bot.mostAtOnce()).isLessThanOrEqualTo(8);
    }

    @Test
    void shouldAnswer200ToWhatTheBotWillNeverRead() {
        bot.otherwise(answers(400, "{\"error\":\"no\"}"));

        assertAnswer(sender.delivers(Updates.message(8)), 200);

        assertThat(bot.received()).hasSize(1);
    }

    private static byte[] padded(int length) {
        byte[] update = new byte[length];
        java.util.Arrays.fill(update, (byte) ' ');
        byte[] json = Updates.message(4).getBytes(StandardCharsets.UTF_8);
        System.arraycopy(json, 0, update, 0, json.length);
        return update;
    }

    private HttpRequest.Builder authorised(HttpRequest.Builder request) {
        return request.header(SECRET_HEADER, Sender.SECRET.sign(DerivedKey.TELEGRAM_WEBHOOK))
                .header("Content-Type", "application/json");
    }

    private HttpRequest.Builder chunked(int length) {
        InputStream body = new ByteArrayInputStream(new byte[length]);
        return sender.unsigned(new byte[0]).POST(HttpRequest.BodyPublishers.ofInputStream(() -> body));
    }
}
