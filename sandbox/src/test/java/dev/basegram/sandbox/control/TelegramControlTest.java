package dev.basegram.sandbox.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A person acts through the control endpoints, and a bot that knows only the Bot API sees a person. */
@QuarkusTest
class TelegramControlTest {
    private static final byte[] PIXEL = Base64.getDecoder()
            .decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==");

    @BeforeEach
    void fromTheStart() {
        SandboxDriver.reset();
    }

    @Test
    void aTextReachesTheBotAsAMessageOfThatPerson() {
        JsonPath sent = SandboxDriver.send("{\"chat\":1001,\"from\":1001,\"text\":\"/start hello\"}");

        JsonPath updates = SandboxDriver.bot("getUpdates", "{}");

        assertThat(updates.getInt("result[0].update_id")).isEqualTo(sent.getInt("updates[0]"));
        assertThat(updates.getInt("result[0].message.message_id")).isEqualTo(sent.getInt("message"));
        assertThat(updates.getLong("result[0].message.from.id")).isEqualTo(1001);
        assertThat(updates.getString("result[0].message.text")).isEqualTo("/start hello");
        assertThat(updates.getString("result[0].message.entities[0].type")).isEqualTo("bot_command");
    }

    @Test
    void whatTheBotSendsShowsInTheChatAndAPressComesBackWithItsAnswer() {
        SandboxDriver.bot("getMe", "{}");
        int message = SandboxDriver.bot("sendMessage", """
                        {"chat_id":1001,"text":"Pick <b>one</b>","parse_mode":"HTML",
                         "reply_markup":{"inline_keyboard":[[{"text":"Orders","callback_data":"open:orders"}]]}}""").getInt("result.message_id");

        JsonPath shown = SandboxDriver.chat(1001);
        assertThat(shown.getString("messages[-1].text")).isEqualTo("Pick one");
        assertThat(shown.getBoolean("messages[-1].outgoing")).isTrue();
        assertThat(shown.getString("messages[-1].reply_markup.inline_keyboard[0][0].text"))
                .isEqualTo("Orders");

        JsonPath pressed =
                SandboxDriver.send("{\"chat\":1001,\"press\":{\"message\":" + message + ",\"data\":\"open:orders\"}}");
        JsonPath update = SandboxDriver.bot("getUpdates", "{}");
        assertThat(update.getString("result[0].callback_query.data")).isEqualTo("open:orders");
        assertThat(update.getString("result[0].callback_query.id")).isEqualTo(pressed.getString("query"));

        SandboxDriver.bot(
                "answerCallbackQuery",
                "{\"callback_query_id\":\"" + pressed.getString("query") + "\",\"text\":\"Here you are\"}");
        JsonPath answered = SandboxDriver.chat(1001);
        assertThat(answered.getString("toasts[-1].queryId")).isEqualTo(pressed.getString("query"));
        assertThat(answered.getString("toasts[-1].text")).isEqualTo("Here you are");
        assertThat(answered.getBoolean("toasts[-1].alert")).isFalse();
    }

    @Test
    void aPressCanNameTheLabelThatAPersonReads() {
        SandboxDriver.bot("sendMessage", """
                {"chat_id":1001,"text":"Pick","reply_markup":{"inline_keyboard":[[{"text":"Yes","callback_data":"y"}]]}}""");
        int message = SandboxDriver.chat(1001).getInt("messages[-1].message_id");

        SandboxDriver.send("{\"chat\":1001,\"press\":{\"message\":" + message + ",\"label\":\"Yes\"}}");

        assertThat(SandboxDriver.bot("getUpdates", "{}").getString("result[0].callback_query.data"))
                .isEqualTo("y");
    }

    @Test
    void dataThatNoButtonHasIsRefusedUnlessTheClientIsForged() {
        int message = SandboxDriver.bot("sendMessage", """
                        {"chat_id":1001,"text":"Pick","reply_markup":{"inline_keyboard":[[{"text":"Yes","callback_data":"y"}]]}}""").getInt("result.message_id");

        SandboxDriver.sendAnswer("{\"chat\":1001,\"press\":{\"message\":" + message + ",\"data\":\"n\"}}")
                .then()
                .statusCode(400);
        SandboxDriver.send("{\"chat\":1001,\"press\":{\"message\":" + message + ",\"data\":\"n\",\"forged\":true}}");

        assertThat(SandboxDriver.bot("getUpdates", "{}").getString("result[0].callback_query.data"))
                .isEqualTo("n");
    }

    @Test
    void aPhotoArrivesAsAPhotoAndTheBotDownloadsTheSameBytes() {
        SandboxDriver.send("{\"chat\":1002,\"file\":{\"name\":\"dot.png\",\"content\":\""
                + Base64.getEncoder().encodeToString(PIXEL) + "\",\"caption\":\"A dot\"}}");

        JsonPath updates = SandboxDriver.bot("getUpdates", "{}");
        String fileId = updates.getString("result[0].message.photo[-1].file_id");
        String path =
                SandboxDriver.bot("getFile", "{\"file_id\":\"" + fileId + "\"}").getString("result.file_path");

        assertThat(updates.getString("result[0].message.caption")).isEqualTo("A dot");
        assertThat(given().get("/file/bot" + SandboxDriver.TOKEN + "/" + path).asByteArray())
                .isEqualTo(PIXEL);
    }

    @Test
    void thePageReadsAFileWithoutAToken() {
        SandboxDriver.send("{\"chat\":1002,\"file\":{\"name\":\"note.html\",\"type\":\"text/html\",\"content\":\""
                + Base64.getEncoder().encodeToString("<script>alert(1)</script>".getBytes()) + "\"}}");
        String fileId = SandboxDriver.chat(1002).getString("messages[-1].document.file_id");

        assertThat(given().get("/sandbox/telegram/files/" + fileId).asString()).isEqualTo("<script>alert(1)</script>");
        given().get("/sandbox/telegram/files/" + fileId)
                .then()
                .statusCode(200)
                .contentType("text/html")
                .header("Content-Security-Policy", "sandbox")
                .header("X-Content-Type-Options", "nosniff");
        given().get("/sandbox/telegram/files/no-such-file").then().statusCode(404);
    }

    @Test
    void severalFilesAreOneAlbum() {
        String part =
                "{\"name\":\"dot.png\",\"content\":\"" + Base64.getEncoder().encodeToString(PIXEL) + "\"}";
        JsonPath sent = SandboxDriver.send("{\"chat\":1002,\"files\":[" + part + "," + part + "," + part + "]}");

        JsonPath updates = SandboxDriver.bot("getUpdates", "{}");

        assertThat(sent.getList("messages")).hasSize(3);
        assertThat(List.copyOf(new java.util.HashSet<>(updates.getList("result.message.media_group_id"))))
                .hasSize(1);
    }

    @Test
    void aSharedContactIsOnesOwnUnlessSaidOtherwise() {
        SandboxDriver.send("{\"chat\":1002,\"contact\":{}}");
        SandboxDriver.send("{\"chat\":1002,\"contact\":{\"of\":1003}}");

        JsonPath updates = SandboxDriver.bot("getUpdates", "{}");

        assertThat(updates.getLong("result[0].message.contact.user_id")).isEqualTo(1002);
        assertThat(updates.getLong("result[1].message.contact.user_id")).isEqualTo(1003);
    }

    @Test
    void aChatThatNobodyHasIs404InWords() {
        assertThat(given().get("/sandbox/telegram/chats/77")
                        .then()
                        .statusCode(404)
                        .extract()
                        .path("error")
                        .toString())
                .contains("77");
    }

    @Test
    void whatIsNotJsonIs415InWords() {
        assertThat(given().body("chat=1001")
                        .post("/sandbox/telegram/send")
                        .then()
                        .statusCode(415)
                        .extract()
                        .<String>path("error"))
                .contains("application/json");
    }

    @Test
    void theNewestMessagesAreEnoughForAPage() {
        for (int i = 0; i < 5; i++) {
            SandboxDriver.send("{\"chat\":1001,\"text\":\"line " + i + "\"}");
        }

        List<String> texts =
                SandboxDriver.get("/sandbox/telegram/chats/1001?last=2").getList("messages.text");

        assertThat(texts).containsExactly("line 3", "line 4");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"chat":1001,"txt":"hi"}                                  | "txt" is not known here
            {"chat":"x","text":"hi"}                                  | "chat" is "x": use a whole number
            {"chat":1001,"press":"x"}                                 | "press" has the wrong shape: use a JSON object
            {"chat":1001,"press":{"message":1,"dta":"x"}}             | "press.dta" is not known here
            {"chat":1001,"press":{"data":"x"}}                        | "press.message" is missing
            {"chat":1001,"press":{"message":1}}                       | "press.data" is missing
            {"chat":1001,"files":{}}                                  | "files" has the wrong shape: use a JSON array
            {"chat":1001,"files":[]}                                  | "files" has 0 files
            {"chat":1001,"file":{"name":"a.txt"}}                     | "file.content" is missing
            {"chat":1001,"file":{"name":"a.txt","content":"%%"}}      | "file.content" is not Base64
            {"chat":1001                                              | The body is not JSON: see line 1
            []                                                        | The body is not a JSON object
            {"text":"hi"}                                             | "chat" is missing
            {"chat":-1001000000001,"text":"hi"}                       | "from" is missing
            {"chat":1001}                                             | Nothing to do
            {"chat":1001,"text":"hi","sticker":"x"}                   | One act at a time, but text and sticker are given
            {"chat":1001,"members":{"change":"invite"}}               | "members.change" is "invite"
            """)
    void aRequestThatCannotBeMeantIs400AndNamesWhatWasWrong(String body, String expected) {
        String error =
                SandboxDriver.sendAnswer(body).then().statusCode(400).extract().path("error");

        assertThat(error).contains(expected);
    }

    @Test
    void updatesOfTomorrowCanBeInjected() {
        int update = SandboxDriver.post(
                        "/sandbox/telegram/updates", "{\"update\":{\"telepathy\":{\"thought\":\"hm\"}}}")
                .then()
                .statusCode(200)
                .extract()
                .path("update");

        JsonPath updates = SandboxDriver.bot("getUpdates", "{}");

        assertThat(updates.getInt("result[0].update_id")).isEqualTo(update);
        assertThat(updates.getString("result[0].telepathy.thought")).isEqualTo("hm");
    }
}
