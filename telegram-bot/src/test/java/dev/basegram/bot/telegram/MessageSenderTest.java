package dev.basegram.bot.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.chat.Chat;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Each way a call to the Bot API can end, and the pace at which messages leave. */
class MessageSenderTest {
    private static final ChatAddress PRIVATE = ChatAddress.of(1001);
    private static final Html TEXT = Html.bold("a < b");

    private final Chat.TestClock clock = new Chat.TestClock();
    private final List<Duration> pauses = new ArrayList<>();
    private final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    private ScriptedBotApi server;
    private BotApi api;
    private MessageSender sender;

    @BeforeEach
    void open() throws Exception {
        server = new ScriptedBotApi();
        api = TelegramParts.api(server, metrics);
        sender = new MessageSender(api, new ChatPace(clock, time -> {
            pauses.add(time);
            clock.pass(time);
        }));
    }

    @AfterEach
    void close() {
        api.shutdown();
        server.close();
    }

    private void next(String method, int code, String description) {
        server.next(method, ScriptedBotApi.Answer.error(code, description));
    }

    private TelegramResult<Integer> send() throws InterruptedException {
        return sender.send(PRIVATE, TEXT, Markup.NONE);
    }

    @Test
    void aShortPauseIsWaitedOutAndTheMessageSentOnce() throws Exception {
        server.next("sendMessage", ScriptedBotApi.Answer.tooMany(3));

        assertThat(send()).isInstanceOf(TelegramResult.Success.class);
        assertThat(pauses).containsExactly(Duration.ofSeconds(3));
        assertThat(server.calls("sendMessage")).hasSize(2);
    }

    @Test
    void aLongPauseIsToldAndHoldsItsOwnChatOnly() throws Exception {
        server.next("sendMessage", ScriptedBotApi.Answer.tooMany(300));

        assertThat(send()).isEqualTo(failure(new TelegramFailure.TooManyRequests(Duration.ofSeconds(300))));
        assertThat(send()).isEqualTo(failure(new TelegramFailure.TooManyRequests(Duration.ofSeconds(300))));
        assertThat(server.calls("sendMessage"))
                .as("the parked chat is left alone")
                .hasSize(1);
        assertThat(sender.send(ChatAddress.of(1002), TEXT, Markup.NONE)).isInstanceOf(TelegramResult.Success.class);
        clock.pass(Duration.ofSeconds(301));
        assertThat(send()).isInstanceOf(TelegramResult.Success.class);
    }

    @Test
    void aBurstGoesAtOnceThenOneASecond() throws Exception {
        for (int i = 0; i < 20; i++) {
            send();
        }
        assertThat(pauses).isEmpty();
        send();
        assertThat(pauses).containsExactly(Duration.ofSeconds(1));
    }

    @Test
    void aGroupGetsTwentyAMinute() throws Exception {
        var start = clock.instant();
        for (int i = 0; i < 21; i++) {
            sender.send(ChatAddress.of(-5), TEXT, Markup.NONE);
        }
        assertThat(Duration.between(start, clock.instant())).isGreaterThanOrEqualTo(Duration.ofSeconds(60));
    }

    @Test
    void blockedUsersAreTold() throws Exception {
        next("sendMessage", 403, "Forbidden: bot was blocked by the user");
        assertThat(send())
                .isInstanceOfSatisfying(
                        TelegramResult.Failure.class,
                        failed -> assertThat(failed.reason()).isInstanceOf(TelegramFailure.Unreachable.class));
    }

    @Test
    void notModifiedIsSuccess() throws Exception {
        int id = ((TelegramResult.Success<Integer>) send()).value();
        next(
                "editMessageText",
                400,
                "Bad Request: message is not modified: specified new message content and reply markup");
        assertThat(sender.edit(PRIVATE, id, TEXT, new Markup.Inline(List.of())))
                .isEqualTo(new TelegramResult.Success<>(id));
    }

    @Test
    void aMessageThatIsGoneIsSentAnew() throws Exception {
        assertThat(sender.edit(PRIVATE, 7, TEXT, new Markup.Inline(List.of())))
                .isInstanceOfSatisfying(
                        TelegramResult.Success.class,
                        sent -> assertThat(sent.value()).isNotEqualTo(7));
    }

    @Test
    void markupThatIsRefusedGoesAsPlainText() throws Exception {
        next("sendMessage", 400, "Bad Request: can't parse entities: unsupported start tag");
        assertThat(send()).isInstanceOf(TelegramResult.Success.class);
        assertThat(server.calls("sendMessage").getLast().parameters())
                .containsEntry("text", "a < b")
                .doesNotContainKey("parse_mode");
    }

    @Test
    void aGroupThatMovedIsFollowedOnce() throws Exception {
        server.next(
                "sendMessage",
                new ScriptedBotApi.Answer(
                        400,
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-1009}}"));
        assertThat(sender.send(ChatAddress.of(-9), TEXT, Markup.NONE)).isInstanceOf(TelegramResult.Success.class);
        assertThat(server.calls("sendMessage").getLast().parameter("chat_id")).isEqualTo("-1009");
    }

    @Test
    void aPressThatIsTooOldIsNoTrouble() throws Exception {
        next(
                "answerCallbackQuery",
                400,
                "Bad Request: query is too old and response timeout expired or query ID is invalid");
        assertThat(sender.answerPress("1", null)).isEqualTo(failure(new TelegramFailure.PressTooOld()));
    }

    @Test
    void aFrontEndsPageAnEmptyAnswerAndACutConnectionAreUnavailableAndNeverRepeatedBehindOurBack() throws Exception {
        server.next("sendMessage", new ScriptedBotApi.Answer(502, "<html>Bad Gateway</html>"));
        server.next("sendMessage", new ScriptedBotApi.Answer(200, ""));
        server.next("sendMessage", new ScriptedBotApi.Answer(0, ""));
        for (int i = 0; i < 3; i++) {
            assertThat(send())
                    .isInstanceOfSatisfying(
                            TelegramResult.Failure.class,
                            failed -> assertThat(failed.reason()).isInstanceOf(TelegramFailure.Unavailable.class));
        }
        assertThat(server.calls("sendMessage")).hasSize(3);
    }

    @Test
    void aRedirectIsNotFollowed() throws Exception {
        server.next(
                "sendMessage",
                new ScriptedBotApi.Answer(302, "{\"ok\":false,\"error_code\":302,\"description\":\"moved\"}"));
        assertThat(send()).isInstanceOf(TelegramResult.Failure.class);
        assertThat(server.calls()).hasSize(1);
    }

    @Test
    void callsAreCountedByMethodAndOutcome() throws Exception {
        send();
        next("sendMessage", 403, "Forbidden: bot was blocked by the user");
        send();
        assertThat(metrics.counter("basegram_telegram_requests_total", "method", "sendMessage", "outcome", "ok")
                        .count())
                .isEqualTo(1);
        assertThat(metrics.counter("basegram_telegram_requests_total", "method", "sendMessage", "outcome", "forbidden")
                        .count())
                .isEqualTo(1);
    }

    @Test
    void theTokenIsInNoFailure() throws Exception {
        server.close();
        assertThat(send().toString()).doesNotContain("testTEST");
    }

    private static <T> TelegramResult<T> failure(TelegramFailure reason) {
        return new TelegramResult.Failure<>(reason);
    }

    @Test
    void aServerThatNeverAnswersIsUnavailableInTime() throws Exception {
        try (var silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            URI url = URI.create("http://127.0.0.1:" + silent.getLocalPort());
            BotApi waiting = TelegramParts.api(url, Duration.ofMillis(300), metrics);
            try {
                assertThat(new MessageSender(waiting, new ChatPace(clock, _ -> {})).send(PRIVATE, TEXT, Markup.NONE))
                        .isEqualTo(new TelegramResult.Failure<>(new TelegramFailure.Unavailable("timeout")));
            } finally {
                waiting.shutdown();
            }
        }
    }
}
