package dev.basegram.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.basegram.sandbox.faults.Call;
import dev.basegram.sandbox.faults.FaultKind;
import dev.basegram.sandbox.faults.FaultOrder;
import dev.basegram.sandbox.faults.Service;
import dev.basegram.sandbox.telegram.Sandbox.Reply;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults on demand, and the log of calls. */
class FaultsOverHttpTest {
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private void next(FaultKind kind) {
        sandbox.faults.switchOn(FaultOrder.next(1, Service.TELEGRAM, "sendMessage", kind));
    }

    private Reply send() {
        return sandbox.call("sendMessage", "chat_id", 1001, "text", "hello");
    }

    private int shown() {
        return sandbox.telegram.chat(null, 1001).orElseThrow().messages().size();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            500          | 500 | Internal Server Error: restart
            unauthorized | 401 | Unauthorized
            forbidden    | 403 | Forbidden: bot was blocked by the user
            not-found    | 404 | Not Found
            429          | 429 | Too Many Requests: retry after 1
            """)
    void answersInTheServersWords(String kind, int status, String description) {
        next(FaultKind.of(kind));
        Reply reply = send();

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.description()).isEqualTo(description);
        assertThat(shown()).isZero();
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void namesTheSecondsOfA429InBodyAndHeader() {
        sandbox.faults.switchOn(FaultOrder.next(1, Service.TELEGRAM, "*", FaultKind.TOO_MANY_REQUESTS)
                .retryAfter(35));
        Reply reply = send();

        assertThat(reply.body().path("parameters").path("retry_after").asInt()).isEqualTo(35);
        assertThat(reply.http().headers().firstValue("Retry-After")).hasValue("35");
    }

    @Test
    void answersAPageOfAFrontEnd() {
        next(FaultKind.BAD_GATEWAY);
        Reply reply = send();

        assertThat(reply.status()).isEqualTo(502);
        assertThat(reply.http().headers().firstValue("Content-Type")).hasValue("text/html");
        assertThat(reply.http().body()).contains("<h1>502 Bad Gateway</h1>");
    }

    @Test
    void cutsBeforeOrAfterTheEffect() {
        next(FaultKind.CUT_BEFORE);
        assertThatThrownBy(this::send).isInstanceOf(RuntimeException.class);
        assertThat(shown()).isZero();
        next(FaultKind.CUT_AFTER);
        assertThatThrownBy(this::send).isInstanceOf(RuntimeException.class);
        assertThat(shown()).isEqualTo(1);
        next(FaultKind.CUT_WITHIN);
        assertThatThrownBy(this::send).isInstanceOf(RuntimeException.class);
        assertThat(shown()).isEqualTo(2);
    }

    @Test
    void answersLateOrInDrops() {
        sandbox.faults.switchOn(
                FaultOrder.next(1, Service.TELEGRAM, "getMe", FaultKind.SLOW).delayMs(300));
        long begin = System.nanoTime();
        assertThat(sandbox.call("getMe").status()).isEqualTo(200);
        assertThat(Duration.ofNanos(System.nanoTime() - begin)).isGreaterThanOrEqualTo(Duration.ofMillis(290));
        sandbox.faults.switchOn(
                FaultOrder.next(1, Service.TELEGRAM, "getMe", FaultKind.DRIP).delayMs(5));
        assertThat(sandbox.call("getMe").result().path("id").asLong()).isEqualTo(700100);
    }

    @Test
    void hangs() {
        next(FaultKind.HANG);
        CompletableFuture<Reply> hanging =
                sandbox.callLater(Sandbox.TOKEN, "sendMessage", "chat_id", 1001, "text", "hello");

        assertThatThrownBy(() -> hanging.get(500, TimeUnit.MILLISECONDS)).isInstanceOf(TimeoutException.class);
        hanging.cancel(true);
    }

    @Test
    void answersNothingOrNonsense() {
        next(FaultKind.EMPTY);
        assertThat(send().http().body()).isEmpty();
        next(FaultKind.GARBAGE);
        assertThat(send().http().body()).isEqualTo("{\"ok\":tru");
    }

    @Test
    void concernsOneBotWhenSo() {
        sandbox.faults.switchOn(
                new FaultOrder(Service.TELEGRAM, "getMe", FaultKind.UNAUTHORIZED, null, null, null, null, "700100"));

        assertThat(sandbox.callAs("700200:AAbb", "getMe").status()).isEqualTo(200);
        assertThat(sandbox.call("getMe").status()).isEqualTo(401);
    }

    @Test
    void logsCallsWithoutTheToken() {
        sandbox.call("sendMessage", "chat_id", 1001, "text", "my token is " + Sandbox.TOKEN);

        Call call = sandbox.log.list(Service.TELEGRAM).getLast();
        assertThat(call.operation()).isEqualTo("sendMessage");
        assertThat(call.caller()).isEqualTo("700100");
        assertThat(call.status()).isEqualTo(200);
        assertThat(call.toString()).doesNotContain(Sandbox.TOKEN.substring(7));
        assertThat(call.parameters()).isNotNull();
        assertThat(call.parameters().path("text").asText()).isEqualTo("my token is ***");
    }
}
