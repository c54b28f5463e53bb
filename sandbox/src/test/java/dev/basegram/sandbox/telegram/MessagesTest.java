package dev.basegram.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.telegram.Sandbox.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Sending, editing, deleting; keyboards and presses; what a chat shows. */
class MessagesTest {
    private static final String ONE_BUTTON = "{'inline_keyboard':[[{'text':'A','callback_data':'a'}]]}";
    private final Sandbox sandbox = new Sandbox();

    @AfterEach
    void close() {
        sandbox.close();
    }

    private Reply send(Object... more) {
        Object[] parameters = new Object[more.length + 4];
        System.arraycopy(new Object[] {"chat_id", 1001, "text", "hello"}, 0, parameters, 0, 4);
        System.arraycopy(more, 0, parameters, 4, more.length);
        return sandbox.call("sendMessage", parameters);
    }

    private Reply sendWith(String markup) {
        return send("reply_markup", Sandbox.json(markup));
    }

    @Test
    void answersWithTheMessage() {
        JsonNode message = send().result();

        assertThat(message.path("message_id").asInt()).isEqualTo(1);
        assertThat(message.path("from").toString())
                .isEqualTo("{\"id\":700100,\"is_bot\":true,\"first_name\":\"Sandbox Bot\","
                        + "\"username\":\"sandbox_700100_bot\"}");
        assertThat(message.path("date").asLong())
                .isCloseTo(sandbox.clock.instant().getEpochSecond(), org.assertj.core.data.Offset.offset(5L));
        assertThat(message.has("reply_markup")).isFalse();
    }

    @Test
    void takesParametersInEveryEncodingAndAnyCase() {
        String path = "/bot" + Sandbox.TOKEN + "/";
        assertThat(sandbox.get(path + "SENDMESSAGE?chat_id=1001&text=from%20the+query")
                        .result()
                        .path("text")
                        .asText())
                .isEqualTo("from the query");
        assertThat(sandbox.post(path + "sendmessage", "application/x-www-form-urlencoded", "chat_id=1001&text=a%26b")
                        .result()
                        .path("text")
                        .asText())
                .isEqualTo("a&b");
        assertThat(sandbox.post(
                                path + "sendMessage",
                                "application/json; charset=utf-8",
                                "{\"chat_id\":\"1001\",\"text\":\"ü\"}")
                        .result()
                        .path("text")
                        .asText())
                .isEqualTo("ü");
        String multipart = "--x\r\nContent-Disposition: form-data; name=\"chat_id\"\r\n\r\n1001\r\n"
                + "--x\r\nContent-Disposition: form-data; name=\"text\"\r\n\r\nline 1\r\nline 2\r\n--x--\r\n";
        assertThat(sandbox.post(
                                path + "sendMessage?disable_notification=true",
                                "multipart/form-data; boundary=x",
                                multipart)
                        .result()
                        .path("text")
                        .asText())
                .isEqualTo("line 1\nline 2");
        assertThat(sandbox.get("/bot" + Sandbox.TOKEN.replace(":", "%3A") + "/getMe")
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            /bot700100:AAbb/nonsense | 404 | Not Found: method not found
            /bot700100:AAbb          | 404 | Not Found
            /bot700100:AAbb/         | 404 | Not Found
            /botnonsense/getMe       | 401 | Unauthorized: invalid token specified
            /bot0:AAbb/getMe         | 401 | Unauthorized: invalid token specified
            """)
    void saysWhatIsWrongWithAPath(String path, int status, String description) {
        Reply reply = sandbox.get(path);

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.body().path("error_code").asInt()).isEqualTo(status);
        assertThat(reply.description()).isEqualTo(description);
    }

    @Test
    void saysWhenABodyIsNoJson() {
        assertThat(sandbox.post("/bot" + Sandbox.TOKEN + "/getMe", "application/json", "{\"a\":")
                        .description())
                .isEqualTo("Bad Request: can't parse JSON object");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            ''        | 400 | Bad Request: chat_id is empty
            nonsense  | 400 | Bad Request: chat not found
            424242    | 400 | Bad Request: chat not found
            @nobody   | 400 | Bad Request: chat not found
            2001      | 403 | Forbidden: bot can't initiate conversation with a user
            """)
    void saysWhichChatsItCannotReach(String chat, int status, String description) {
        sandbox.telegram.register(new Person(2001, "Dora", null, null, null, null));
        Reply reply = sandbox.call("sendMessage", "chat_id", chat, "text", "hi");

        assertThat(reply.status()).isEqualTo(status);
        assertThat(reply.description()).isEqualTo(description);
    }

    @Test
    void reachesWhoeverHasWrittenFirst() {
        sandbox.telegram.register(new Person(2001, "Dora", null, null, null, null));
        sandbox.text(2001, "hi");

        assertThat(sandbox.call("sendMessage", "chat_id", 2001, "text", "hi").status())
                .isEqualTo(200);
    }

    @Test
    void isToldWhenItIsBlocked() {
        sandbox.act(new PersonAct.Block(1001));
        Reply refused = send();

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.description()).isEqualTo("Forbidden: bot was blocked by the user");
        JsonNode change = sandbox.call("getUpdates").result().path(0).path("my_chat_member");
        assertThat(change.path("old_chat_member").path("status").asText()).isEqualTo("member");
        assertThat(change.path("new_chat_member").path("status").asText()).isEqualTo("kicked");
        sandbox.text(1001, "back again");
        assertThat(send().status()).isEqualTo(200);
    }

    @Test
    void edits() {
        sendWith(ONE_BUTTON);
        JsonNode edited = sandbox.call(
                        "editMessageText", "chat_id", 1001, "message_id", 1, "text", "changed", "parse_mode", "HTML")
                .result();

        assertThat(edited.path("text").asText()).isEqualTo("changed");
        assertThat(edited.has("edit_date")).isTrue();
        assertThat(edited.has("reply_markup"))
                .as("an edit that names no buttons takes them away")
                .isFalse();
        assertThat(sandbox.last(1001).path("text").asText()).isEqualTo("changed");
    }

    @Test
    void refusesAnEditThatChangesNothing() {
        sendWith(ONE_BUTTON);
        Reply refused = sandbox.call(
                "editMessageText",
                "chat_id",
                1001,
                "message_id",
                1,
                "text",
                "hello",
                "reply_markup",
                Sandbox.json(ONE_BUTTON));

        assertThat(refused.description())
                .isEqualTo(
                        "Bad Request: message is not modified: specified new message content and reply markup are exactly"
                                + " the same as a current content and reply markup of the message");
        assertThat(sandbox.call("editMessageReplyMarkup", "chat_id", 1001, "message_id", 1)
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.call("editMessageReplyMarkup", "chat_id", 1001, "message_id", 1)
                        .description())
                .startsWith("Bad Request: message is not modified");
    }

    @Test
    void saysWhatItCannotEdit() {
        sandbox.text(1001, "mine");
        assertThat(sandbox.call("editMessageText", "chat_id", 1001, "message_id", 1, "text", "x")
                        .description())
                .isEqualTo("Bad Request: message can't be edited");
        assertThat(sandbox.call("editMessageText", "chat_id", 1001, "message_id", 99, "text", "x")
                        .description())
                .isEqualTo("Bad Request: message to edit not found");
        assertThat(sandbox.call("editMessageText", "text", "x").description())
                .isEqualTo("Bad Request: message identifier is not specified");
        send();
        assertThat(sandbox.call("editMessageCaption", "chat_id", 1001, "message_id", 2, "caption", "x")
                        .description())
                .isEqualTo("Bad Request: there is no caption in the message to edit");
    }

    @Test
    void deletes() {
        send();
        sandbox.text(1001, "theirs");
        assertThat(sandbox.call("deleteMessage", "chat_id", 1001, "message_id", 1)
                        .result()
                        .asBoolean())
                .isTrue();
        assertThat(sandbox.call("deleteMessage", "chat_id", 1001, "message_id", 1)
                        .description())
                .isEqualTo("Bad Request: message to delete not found");
        assertThat(sandbox.call("deleteMessages", "chat_id", 1001, "message_ids", List.of(1, 2))
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.telegram.chat(null, 1001).orElseThrow().messages()).isEmpty();
        assertThat(sandbox.call("deleteMessages", "chat_id", 1001).description())
                .isEqualTo("Bad Request: message identifiers are not specified");
    }

    @Test
    void deletesNothingOlderThanTwoDays() {
        send();
        sandbox.clock.advance(Duration.ofHours(49));

        assertThat(sandbox.call("deleteMessage", "chat_id", 1001, "message_id", 1)
                        .description())
                .isEqualTo("Bad Request: message can't be deleted for everyone");
    }

    @Test
    void replies() {
        sandbox.text(1001, "question");
        JsonNode answer =
                send("reply_parameters", Sandbox.json("{'message_id':1}")).result();

        assertThat(answer.path("reply_to_message").path("text").asText()).isEqualTo("question");
        assertThat(send("reply_parameters", Sandbox.json("{'message_id':77}")).description())
                .isEqualTo("Bad Request: message to be replied not found");
        assertThat(send("reply_parameters", Sandbox.json("{'message_id':77,'allow_sending_without_reply':true}"))
                        .status())
                .isEqualTo(200);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [1]                                              | object expected as reply markup
            {"inline_keyboard":[{"text":"A"}]}               | field "inline_keyboard" of the InlineKeyboardMarkup must be an Array of Arrays
            {"inline_keyboard":[[{"text":"A"}]]}             | can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard
            {"inline_keyboard":[[{"callback_data":"a"}]]}    | can't parse inline keyboard button: Can't find field "text"
            {"inline_keyboard":[[{"text":"A","callback_data":""}]]} | BUTTON_DATA_INVALID
            {"inline_keyboard":[[{"text":"A","url":"no url"}]]} | inline keyboard button URL 'no url' is invalid: Wrong HTTP URL
            {"keyboard":[{"text":"A"}]}                      | field "keyboard" must be an Array of Arrays
            """)
    void saysWhatIsWrongWithAKeyboard(String markup, String why) {
        assertThat(sendWith(markup).description()).isEqualTo("Bad Request: " + why);
    }

    @Test
    void countsCallbackDataInBytes() {
        String fits = "ж".repeat(32);
        assertThat(sendWith("{'inline_keyboard':[[{'text':'A','callback_data':'" + fits + "'}]]}")
                        .status())
                .isEqualTo(200);
        assertThat(sendWith("{'inline_keyboard':[[{'text':'A','callback_data':'" + fits + "x'}]]}")
                        .description())
                .isEqualTo("Bad Request: BUTTON_DATA_INVALID");
    }

    @Test
    void leavesNullMarkupToItsSender() {
        assertThat(send("reply_markup", null).description()).isEqualTo("Bad Request: object expected as reply markup");
    }

    @Test
    void showsReplyKeyboardsUntilTheyAreTakenAway() {
        sendWith("{'keyboard':[['Yes','No'],[{'text':'My number','request_contact':true}]]}");
        JsonNode keyboard = sandbox.telegram.chat(null, 1001).orElseThrow().replyKeyboard();
        assertThat(keyboard).isNotNull();
        assertThat(keyboard.path("keyboard").path(0).path(1).path("text").asText())
                .isEqualTo("No");
        sandbox.act(new PersonAct.PressLabel(1001, 1001, null, "Yes"));
        assertThat(sandbox.last(1001).path("text").asText()).isEqualTo("Yes");
        sandbox.act(new PersonAct.PressLabel(1001, 1001, null, "My number"));
        assertThat(sandbox.last(1001).path("contact").path("user_id").asLong()).isEqualTo(1001);
        sendWith("{'remove_keyboard':true}");
        assertThat(sandbox.telegram.chat(null, 1001).orElseThrow().replyKeyboard())
                .isNull();
    }

    @Test
    void carriesAPressAndItsAnswer() {
        sendWith(ONE_BUTTON);
        sandbox.act(new PersonAct.Press(1001, 1001, 1, "a"));
        JsonNode query = sandbox.call("getUpdates").result().path(0).path("callback_query");

        assertThat(query.path("data").asText()).isEqualTo("a");
        assertThat(query.path("message").path("reply_markup").toString())
                .isEqualTo("{\"inline_keyboard\":[[{\"text\":\"A\",\"callback_data\":\"a\"}]]}");
        String id = query.path("id").asText();
        assertThat(sandbox.call("answerCallbackQuery", "callback_query_id", id, "text", "x".repeat(201))
                        .description())
                .isEqualTo("Bad Request: MESSAGE_TOO_LONG");
        sandbox.call("answerCallbackQuery", "callback_query_id", id, "text", "Saved", "show_alert", true)
                .result();
        assertThat(sandbox.telegram.chat(null, 1001).orElseThrow().toasts())
                .containsExactly(new ChatView.Toast(id, 1001, "Saved", true, null));
        assertThat(sandbox.call("answerCallbackQuery", "callback_query_id", id).description())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    @Test
    void takesNoAnswerThatIsTooLate() {
        sendWith(ONE_BUTTON);
        String id = sandbox.act(new PersonAct.Press(1001, 1001, 1, "a")).queryId();
        sandbox.clock.advance(Duration.ofSeconds(30));

        assertThat(sandbox.call("answerCallbackQuery", "callback_query_id", id).description())
                .isEqualTo("Bad Request: query is too old and response timeout expired or query ID is invalid");
    }

    @Test
    void letsAForgedPressThroughOnlyWhenItIsMeant() {
        sendWith(ONE_BUTTON);

        assertThat(sandbox.telegram.act(null, new PersonAct.Press(1001, 1001, 1, "b")))
                .isInstanceOfSatisfying(
                        ActOutcome.Refused.class,
                        refused -> assertThat(refused.reason()).contains("\"b\"", "A (a)"));
        assertThat(sandbox.act(new PersonAct.Press(1001, 1001, 1, "b", true)).updateIds())
                .hasSize(1);
    }

    @Test
    void showsWhatTheBotIsDoingForFiveSeconds() {
        sandbox.call("sendChatAction", "chat_id", 1001, "action", "typing").result();
        assertThat(sandbox.telegram.chat(null, 1001).orElseThrow().action()).isEqualTo("typing");
        sandbox.clock.advance(Duration.ofSeconds(6));
        assertThat(sandbox.telegram.chat(null, 1001).orElseThrow().action()).isNull();
        assertThat(sandbox.call("sendChatAction", "chat_id", 1001, "action", "dancing")
                        .description())
                .isEqualTo("Bad Request: wrong parameter action in request");
    }

    @Test
    void streamsADraftUntilTheMessageIsThere() {
        sandbox.call("sendMessageDraft", "chat_id", 1001, "draft_id", 7, "text", "wri")
                .result();
        assertThat(sandbox.telegram.chat(null, 1001).orElseThrow().draft()).isEqualTo("wri");
        send();
        assertThat(sandbox.telegram.chat(null, 1001).orElseThrow().draft()).isNull();
    }

    @Test
    void tellsOfEditsByPeople() {
        int id = sandbox.text(1001, "tpyo").messageId();
        sandbox.act(new PersonAct.Edit(1001, 1001, id, "typo"));

        JsonNode edited = sandbox.call("getUpdates").result().path(1).path("edited_message");
        assertThat(edited.path("text").asText()).isEqualTo("typo");
        assertThat(edited.has("edit_date")).isTrue();
    }

    @Test
    void copiesAndForwards() {
        sandbox.text(1002, "original");
        assertThat(sandbox.call("copyMessage", "chat_id", 1001, "from_chat_id", 1002, "message_id", 1)
                        .result()
                        .toString())
                .isEqualTo("{\"message_id\":2}");
        JsonNode forward = sandbox.call("forwardMessage", "chat_id", 1001, "from_chat_id", 1002, "message_id", 1)
                .result();
        assertThat(forward.path("forward_origin").path("sender_user").path("id").asLong())
                .isEqualTo(1002);
        assertThat(sandbox.call("copyMessage", "chat_id", 1001, "from_chat_id", 1002, "message_id", 9)
                        .description())
                .isEqualTo("Bad Request: message to copy not found");
    }

    @Test
    void tellsThePageWhatChanges() {
        send();
        sandbox.call("editMessageText", "chat_id", 1001, "message_id", 1, "text", "x");

        assertThat(sandbox.changes.stream().map(change -> change.subject() + " " + change.change()))
                .containsExactly("1001 message", "1001 edit");
    }

    @Test
    void holdsBotsToSendingLimitsWhenAsked() {
        sandbox.telegram.timeScale(0.01);
        sandbox.telegram.enforceSendingLimits(true);
        Reply refused = null;
        for (int i = 0; i < 10 && (refused == null || refused.status() == 200); i++) {
            refused = send();
        }

        assertThat(refused).isNotNull();
        assertThat(refused.status()).isEqualTo(429);
        assertThat(refused.body().path("parameters").path("retry_after").asInt())
                .isBetween(1, 3);
        assertThat(refused.http().headers().firstValue("Retry-After")).isPresent();
    }

    @Test
    void keepsTheTestServersApart() {
        assertThat(Sandbox.join(sandbox.send(HttpRequest.newBuilder(
                                URI.create(sandbox.root() + "/bot" + Sandbox.TOKEN + "/test/getMe"))))
                        .result()
                        .path("id")
                        .asLong())
                .isEqualTo(700100);
    }
}
