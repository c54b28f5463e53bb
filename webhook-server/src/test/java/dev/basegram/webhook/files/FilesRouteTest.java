package dev.basegram.webhook.files;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.basegram.common.FileTicket;
import dev.basegram.common.InternalApi;
import dev.basegram.common.SharedSecret;
import dev.basegram.webhook.Sender;
import dev.basegram.webhook.StubBot;
import dev.basegram.webhook.WebhookTest;
import io.quarkus.test.junit.QuarkusTest;
import io.vertx.core.buffer.Buffer;
import java.io.IOException;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicLong;
import org.awaitility.Awaitility;
import org.eclipse.microprofile.config.ConfigProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class FilesRouteTest extends WebhookTest {
    private static final int MEGABYTE = 1 << 20;

    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(20))
            .build();

    private static FileTicket ticket(String name, String type) {
        return new FileTicket("BQACAgIAAxk-_1", name, type, Instant.now().plusSeconds(60));
    }

    private static String path(FileTicket ticket) {
        return InternalApi.PUBLIC_FILES + "/" + ticket.write(Sender.SECRET);
    }

    private static int port() {
        return ConfigProvider.getConfig().getValue("quarkus.http.test-port", Integer.class);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port() + path))
                .timeout(Duration.ofSeconds(60));
    }

    private HttpResponse<byte[]> get(String path) throws Exception {
        return http.send(request(path).build(), HttpResponse.BodyHandlers.ofByteArray());
    }

    private static StubBot.Behaviour gives(byte[] bytes) {
        return request -> request.response()
                .putHeader("Content-Length", Integer.toString(bytes.length))
                .end(Buffer.buffer(request.method().name().equals("HEAD") ? new byte[0] : bytes));
    }

    private static byte[] bytes(int count) {
        byte[] bytes = new byte[count];
        new Random(count).nextBytes(bytes);
        return bytes;
    }

    @Test
    void shouldPassAFileOnByteByByte() throws Exception {
        byte[] bytes = bytes(12 * MEGABYTE);
        bot.next(gives(bytes));

        HttpResponse<byte[]> answer = get(path(ticket("отчёт \"3\".pdf", "application/pdf")));

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEqualTo(bytes);
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(bytes.length);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/pdf");
        assertThat(answer.headers().firstValue("Content-Disposition"))
                .contains("attachment; filename=\"_____ _3_.pdf\"; filename*=UTF-8''"
                        + "%D0%BE%D1%82%D1%87%D1%91%D1%82%20%223%22.pdf");
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).contains("nosniff");
        assertThat(bot.received()).singleElement().satisfies(seen -> {
            assertThat(seen.path()).isEqualTo(InternalApi.FILES + "/BQACAgIAAxk-_1");
            assertThat(seen.authorization()).isEqualTo(InternalApi.authorization(Sender.SECRET));
        });
    }

    @Test
    void shouldSayWithoutTheBytesWhatTheyWouldBe() throws Exception {
        bot.next(gives(bytes(1_000)));

        HttpResponse<byte[]> answer = http.send(
                request(path(ticket("a.jpg", "image/jpeg"))).HEAD().build(), HttpResponse.BodyHandlers.ofByteArray());

        assertThat(answer.statusCode()).isEqualTo(200);
        assertThat(answer.body()).isEmpty();
        assertThat(answer.headers().firstValueAsLong("Content-Length")).hasValue(1_000);
        assertThat(answer.headers().firstValue("Content-Type")).contains("image/jpeg");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "x",
                "x.y",
                ".",
                "..%2f",
                "%00",
                "a.0000000000000000000000000000000000000000000000000000000000000000"
            })
    void shouldKnowNoOtherTicket(String ticket) throws Exception {
        assertThat(get(InternalApi.PUBLIC_FILES + "/" + ticket).statusCode()).isEqualTo(404);
        assertThat(bot.received()).isEmpty();
    }

    @Test
    void shouldAnswerTheSameToWhatHasExpiredIsForgedOrIsGone() throws Exception {
        FileTicket expired = new FileTicket("id", "a", "b/c", Instant.now().minusSeconds(1));
        String forged = ticket("a", "b/c").write(SharedSecret.parse("another secret altogether"));
        bot.next(StubBot.answers(404, ""));

        for (String path :
                List.of(path(expired), InternalApi.PUBLIC_FILES + "/" + forged, path(ticket("gone", "b/c")))) {
            HttpResponse<byte[]> answer = get(path);
            assertThat(answer.statusCode()).isEqualTo(404);
            assertThat(answer.body()).isEmpty();
        }
        assertThat(bot.received()).as("the first two never get that far").hasSize(1);
    }

    @Test
    void shouldShowNothingAsAPageOfItsOwn() throws Exception {
        bot.next(gives(bytes(10)), gives(bytes(10)));

        assertThat(get(path(ticket("x.html", "text/html"))).headers().map())
                .containsEntry("content-security-policy", List.of("default-src 'none'; sandbox"));
        assertThat(get(path(ticket("x", "text/html\r\nSet-Cookie: a=b")))
                        .headers()
                        .firstValue("Content-Type"))
                .contains("application/octet-stream");
    }

    @Test
    void shouldPassOnNothingLargerThanABotCanHave() throws Exception {
        bot.next(request -> request.response()
                .putHeader("Content-Length", Integer.toString(20 * MEGABYTE + 1))
                .write("x"));

        assertThat(get(path(ticket("big", "b/c"))).statusCode()).isEqualTo(404);
    }

    @Test
    void shouldAskToComeAgainWhileTheBotIsAway() throws Exception {
        bot.goesAway();

        HttpResponse<byte[]> answer = get(path(ticket("a", "b/c")));

        assertThat(answer.statusCode()).isEqualTo(503);
        assertThat(answer.headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void shouldLetNobodyTakeAPartForTheWhole() {
        bot.next(request -> request.response()
                .putHeader("Content-Length", "1000")
                .write("only this")
                .onComplete(written -> request.connection().close()));

        assertThatThrownBy(() -> get(path(ticket("a", "b/c")))).isInstanceOf(IOException.class);
    }

    /** The bot is asked for no more than the reader takes: the file is never in memory. */
    @Test
    void shouldGoNoFasterThanItsReader() throws Exception {
        AtomicLong given = new AtomicLong();
        AtomicBoolean gone = new AtomicBoolean();
        bot.next(pours(given, gone));

        try (Socket reader = new Socket("127.0.0.1", port())) {
            reader.setSoTimeout(30_000);
            reader.getOutputStream()
                    .write(("GET " + path(ticket("a", "b/c")) + " HTTP/1.1\r\nHost: x\r\n\r\n")
                            .getBytes(StandardCharsets.US_ASCII));
            assertThat(reader.getInputStream().readNBytes(1_000)).hasSize(1_000);
            long before;
            do {
                before = given.get();
                Thread.sleep(300); // until nothing moves any more
            } while (given.get() != before);
            assertThat(given.get()).isLessThan(15L * MEGABYTE);
        }
        // A reader that leaves sets the bot free, too.
        Awaitility.await().atMost(Duration.ofSeconds(30)).untilTrue(gone);
    }

    private static StubBot.Behaviour pours(AtomicLong given, AtomicBoolean gone) {
        return request -> {
            var response = request.response().putHeader("Content-Length", Integer.toString(20 * MEGABYTE));
            response.closeHandler(closed -> gone.set(true));
            pour(response, given);
        };
    }

    private static void pour(io.vertx.core.http.HttpServerResponse response, AtomicLong given) {
        Buffer chunk = Buffer.buffer(new byte[16 << 10]);
        while (!response.closed() && !response.writeQueueFull() && given.get() < 20L * MEGABYTE) {
            given.addAndGet(chunk.length());
            response.write(chunk);
        }
        response.drainHandler(drained -> pour(response, given));
    }

    @Test
    void shouldKeepABoundedNumberOnTheirWay() {
        byte[] bytes = bytes(1_000);
        bot.otherwise(request -> request.response()
                .putHeader("Content-Length", "1000")
                .write(Buffer.buffer(bytes).slice(0, 10))
                .onComplete(written -> io.vertx.core.Vertx.currentContext()
                        .owner()
                        .setTimer(
                                200,
                                timer -> request.response()
                                        .end(Buffer.buffer(bytes).slice(10, 1_000)))));
        List<CompletableFuture<HttpResponse<byte[]>>> answers = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            answers.add(
                    http.sendAsync(request(path(ticket("a", "b/c"))).build(), HttpResponse.BodyHandlers.ofByteArray()));
        }
        answers.forEach(answer -> assertThat(answer.join().body()).isEqualTo(bytes));
        assertThat(bot.mostAtOnce()).isLessThanOrEqualTo(8);
    }
}
