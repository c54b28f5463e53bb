package dev.basegram.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.NodeProject;
import io.vertx.core.buffer.Buffer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.awaitility.core.ConditionTimeoutException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Bots on other people's clients, unmodified but for the API root, do a day's work in the sandbox. */
class ThirdPartyClientsTest {
    private static final long BOT = 700500;
    private static NodeProject clients;
    private final Sandbox sandbox = new Sandbox();

    @BeforeAll
    static void install() {
        clients = NodeProject.install("telegram");
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    @ParameterizedTest(name = "{0} by {1}")
    @CsvSource({
        "grammy-bot.js, polling",
        "grammy-bot.js, webhook",
        "telegraf-bot.js, polling",
        "telegraf-bot.js, webhook",
        "node-telegram-bot-api-bot.js, polling",
        "node-telegram-bot-api-bot.js, webhook"
    })
    void servesABot(String script, String mode) {
        Map<String, String> environment =
                Map.of("API_ROOT", sandbox.root(), "TOKEN", BOT + ":AAthirdPartyToken_0123456789-abcdef", "MODE", mode);
        try (NodeProject.Run bot = clients.node(script, environment)) {
            try {
                awaitMode(bot, mode);
                menuAndButton();
                conversation();
                files();
                inline();
            } catch (ConditionTimeoutException | AssertionError e) {
                throw new AssertionError(script + " by " + mode + " wrote:\n" + bot.written(), e);
            }
            if (mode.equals("polling")) {
                bot.terminate();
                bot.expectExit(0, 30);
            }
        }
    }

    private void awaitMode(NodeProject.Run run, String mode) {
        await().atMost(Duration.ofSeconds(60)).until(() -> {
            assertThat(run.process().isAlive()).as("the script runs").isTrue();
            return sandbox.telegram.bots().stream().anyMatch(bot -> bot.mode().equals(mode));
        });
    }

    private void menuAndButton() {
        say("/start");
        JsonNode menu = awaitMessage(message -> message.path("text").asText().equals("Orders for Anna & co"));
        assertThat(menu.path("entities").path(0).path("type").asText()).isEqualTo("bold");
        sandbox.act(new PersonAct.PressLabel(1001, 1001, menu.path("message_id").asInt(), "Sent"));
        JsonNode edited = awaitMessage(message -> message.path("text").asText().equals("Status: sent"));
        assertThat(edited.path("message_id")).isEqualTo(menu.path("message_id"));
        await().until(() ->
                chat().toasts().stream().anyMatch(toast -> toast.text().equals("Now sent")));
        assertThat(chat().commands().path(0).path("command").asText()).isEqualTo("start");
    }

    private void conversation() {
        int sent = say("hello there");
        JsonNode echo = awaitMessage(message -> message.path("text").asText().equals("echo hello there"));
        assertThat(echo.path("reply_to_message").path("message_id").asInt()).isEqualTo(sent);
        sandbox.telegram.act(BOT, new PersonAct.Edit(1001, 1001, sent, "hello again"));
        awaitMessage(message -> message.path("text").asText().equals("You changed it to hello again"));
        say("/contact");
        await().until(() -> chat().replyKeyboard() != null);
        sandbox.telegram.act(BOT, new PersonAct.PressLabel(1001, 1001, null, "My number"));
        awaitMessage(message -> message.path("text").asText().equals("Thanks +41790001001"));
        assertThat(chat().replyKeyboard()).isNull();
        say("/long");
        awaitMessage(message -> message.path("text").asText().equals("400 Bad Request: message is too long"));
    }

    private void files() {
        sandbox.telegram.act(
                BOT, new PersonAct.Upload(1001, 1001, "document", "note.txt", Buffer.buffer("twelve bytes"), null));
        JsonNode back = awaitMessage(message -> message.path("caption").asText().equals("12 bytes"));
        assertThat(back.path("document").path("file_name").asText()).isEqualTo("back.txt");
        String fileId = back.path("document").path("file_id").asText();
        assertThat(sandbox.telegram.file(BOT, fileId).orElseThrow().content()).isEqualTo(Buffer.buffer("twelve bytes"));
        say("/album");
        await().until(() -> messages().stream()
                        .filter(message -> message.has("media_group_id"))
                        .count()
                == 2);
        assertThat(messages().stream()
                        .filter(message -> message.path("caption").asText().equals("one")))
                .hasSize(1);
    }

    private void inline() {
        ActOutcome asked = sandbox.telegram.act(BOT, new PersonAct.InlineQuery(1001, "boots", "", "sender"));
        String query = ((ActOutcome.Done) asked).queryId();
        await().until(() -> sandbox.telegram.act(BOT, new PersonAct.ChooseInlineResult(1001, 1001, query, "first"))
                instanceof ActOutcome.Done);
        awaitMessage(message -> message.path("text").asText().equals("boots found"));
    }

    private int say(String text) {
        ActOutcome outcome = sandbox.telegram.act(BOT, new PersonAct.Text(1001, 1001, text));
        return ((ActOutcome.Done) outcome).messageId();
    }

    private ChatView chat() {
        return sandbox.telegram.chat(BOT, 1001).orElseThrow();
    }

    private List<JsonNode> messages() {
        return new ArrayList<>(chat().messages());
    }

    private JsonNode awaitMessage(java.util.function.Predicate<JsonNode> wanted) {
        return await().until(() -> messages().stream().filter(wanted).findFirst(), Optional::isPresent)
                .orElseThrow();
    }
}
