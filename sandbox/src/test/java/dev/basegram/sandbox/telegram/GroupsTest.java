package dev.basegram.sandbox.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.telegram.Sandbox.Reply;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Groups: privacy mode, members, topics, migration; and commands by scope. */
class GroupsTest {
    private static final long CREW = -1001000000001L;
    private final Sandbox sandbox = new Sandbox();

    @BeforeEach
    void knowTheBot() {
        sandbox.call("getMe").result();
    }

    @AfterEach
    void close() {
        sandbox.close();
    }

    private ActOutcome.Done say(long chat, long person, String text) {
        return sandbox.act(new PersonAct.Text(chat, person, text));
    }

    @ParameterizedTest
    @CsvSource({
        "hello everyone, false",
        "/help, true",
        "/help@sandbox_700100_bot, true",
        "/help@other_bot, false",
        "hey @sandbox_700100_bot look, true",
        "see /help, false"
    })
    void seesOnlyWhatIsMeantForItInPrivacyMode(String text, boolean seen) {
        assertThat(say(CREW, 1002, text).updateIds()).hasSize(seen ? 1 : 0);
    }

    @Test
    void seesRepliesToItself() {
        int id = sandbox.call("sendMessage", "chat_id", CREW, "text", "question?")
                .result()
                .path("message_id")
                .asInt();

        assertThat(sandbox.act(new PersonAct.Text(CREW, 1003, "answer", id, null))
                        .updateIds())
                .hasSize(1);
    }

    @Test
    void seesEverythingAsAnAdministrator() {
        sandbox.act(new PersonAct.Promote(CREW, 1001, null, true));

        assertThat(say(CREW, 1002, "hello everyone").updateIds()).hasSize(1);
        assertThat(sandbox.call("getUpdates")
                        .result()
                        .path(0)
                        .path("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asText())
                .isEqualTo("administrator");
    }

    @Test
    void knowsItsMembers() {
        assertThat(sandbox.call("getChatMember", "chat_id", CREW, "user_id", 1001)
                        .result()
                        .path("status")
                        .asText())
                .isEqualTo("creator");
        assertThat(sandbox.call("getChatMember", "chat_id", CREW, "user_id", 1002)
                        .result()
                        .path("status")
                        .asText())
                .isEqualTo("member");
        assertThat(sandbox.call("getChatAdministrators", "chat_id", CREW).result())
                .hasSize(1);
        assertThat(sandbox.call("getChatMemberCount", "chat_id", CREW).result().asInt())
                .isEqualTo(4);
        assertThat(sandbox.call("getChat", "chat_id", CREW)
                        .result()
                        .path("title")
                        .asText())
                .isEqualTo("Workshop crew");
        assertThat(sandbox.call("getChatMember", "chat_id", CREW, "user_id", 777)
                        .description())
                .isEqualTo("Bad Request: user not found");
        assertThat(sandbox.call("getChatAdministrators", "chat_id", 1001).description())
                .isEqualTo("Bad Request: there are no administrators in the private chat");
    }

    @Test
    void isToldWhenItIsThrownOut() {
        sandbox.act(new PersonAct.RemoveMember(CREW, 1001, null));
        Reply refused = sandbox.call("sendMessage", "chat_id", CREW, "text", "hi");

        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.description()).isEqualTo("Forbidden: bot was kicked from the supergroup chat");
        sandbox.act(new PersonAct.AddMember(CREW, 1001, null));
        JsonNode updates = sandbox.call("getUpdates").result();
        assertThat(updates.path(0)
                        .path("my_chat_member")
                        .path("new_chat_member")
                        .path("status")
                        .asText())
                .isEqualTo("kicked");
        assertThat(updates.path(2)
                        .path("message")
                        .path("new_chat_members")
                        .path(0)
                        .path("username")
                        .asText())
                .isEqualTo("sandbox_700100_bot");
    }

    @Test
    void leaves() {
        sandbox.call("leaveChat", "chat_id", CREW).result();

        assertThat(sandbox.call("sendMessage", "chat_id", CREW, "text", "hi").description())
                .isEqualTo("Forbidden: bot is not a member of the supergroup chat");
        assertThat(say(CREW, 1001, "/help").updateIds()).isEmpty();
    }

    @Test
    void tellsWhereAGroupHasGone() {
        sandbox.telegram.register(
                new GroupChat(-5001, "group", "Small", false, List.of(1001L, 1002L), List.of(1001L), true, false));
        say(-5001, 1001, "/start");
        sandbox.act(new PersonAct.Migrate(-5001, 1001));

        Reply refused = sandbox.call("sendMessage", "chat_id", -5001, "text", "hi");
        assertThat(refused.body().toString())
                .isEqualTo(
                        "{\"ok\":false,\"error_code\":400,\"description\":\"Bad Request: group chat was upgraded to a "
                                + "supergroup chat\",\"parameters\":{\"migrate_to_chat_id\":-1000000005001}}");
        assertThat(sandbox.call("sendMessage", "chat_id", -1000000005001L, "text", "hi")
                        .status())
                .isEqualTo(200);
        JsonNode updates = sandbox.call("getUpdates").result();
        assertThat(updates.path(1).path("message").path("migrate_to_chat_id").asLong())
                .isEqualTo(-1000000005001L);
        assertThat(updates.path(2).path("message").path("migrate_from_chat_id").asLong())
                .isEqualTo(-5001);
    }

    @Test
    void keepsTopicsApart() {
        sandbox.telegram.register(new GroupChat(
                -1000000007001L, "supergroup", "Forum", true, List.of(1001L), List.of(1001L), true, true));
        int topic = sandbox.act(new PersonAct.OpenTopic(-1000000007001L, 1001, "Orders"))
                .messageId();
        JsonNode message = sandbox.call(
                        "sendMessage", "chat_id", -1000000007001L, "message_thread_id", topic, "text", "here")
                .result();

        assertThat(message.path("message_thread_id").asInt()).isEqualTo(topic);
        assertThat(message.path("is_topic_message").asBoolean()).isTrue();
        assertThat(sandbox.call("sendMessage", "chat_id", -1000000007001L, "message_thread_id", 99, "text", "x")
                        .description())
                .isEqualTo("Bad Request: message thread not found");
        sandbox.act(new PersonAct.Text(-1000000007001L, 1001, "in it", null, topic));
        assertThat(sandbox.call("getUpdates")
                        .result()
                        .path(1)
                        .path("message")
                        .path("message_thread_id")
                        .asInt())
                .isEqualTo(topic);
    }

    @Test
    void keepsCommandsByScopeAndLanguage() {
        sandbox.call("setMyCommands", "commands", Sandbox.json("[{'command':'start','description':'Start'}]"))
                .result();
        sandbox.call(
                        "setMyCommands",
                        "commands",
                        Sandbox.json("[{'command':'avvia','description':'Avvia'}]"),
                        "language_code",
                        "it",
                        "scope",
                        Sandbox.json("{'type':'all_private_chats'}"))
                .result();

        assertThat(sandbox.call("getMyCommands").result()).hasSize(1);
        assertThat(sandbox.call("getMyCommands", "language_code", "it").result())
                .isEmpty();
        assertThat(sandbox.telegram
                        .chat(null, 1003)
                        .orElseThrow()
                        .commands()
                        .path(0)
                        .path("command")
                        .asText())
                .as("what Chiara sees, whose app is Italian")
                .isEqualTo("avvia");
        assertThat(sandbox.telegram
                        .chat(null, 1001)
                        .orElseThrow()
                        .commands()
                        .path(0)
                        .path("command")
                        .asText())
                .isEqualTo("start");
        sandbox.call("deleteMyCommands").result();
        assertThat(sandbox.call("getMyCommands").result()).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            [{"command":"Start","description":"x"}] | BOT_COMMAND_INVALID
            [{"command":"","description":"x"}]      | command must be non-empty
            [{"command":"a","description":""}]      | command description must be non-empty
            [{"command":"a"}]                       | can't parse BotCommand: Can't find field "description"
            {}                                      | expected an Array of BotCommand
            nonsense                                | can't parse commands JSON object
            """)
    void saysWhatIsWrongWithCommands(String commands, String why) {
        assertThat(sandbox.post(
                                "/bot" + Sandbox.TOKEN + "/setMyCommands",
                                "application/x-www-form-urlencoded",
                                "commands="
                                        + java.net.URLEncoder.encode(commands, java.nio.charset.StandardCharsets.UTF_8))
                        .description())
                .isEqualTo("Bad Request: " + why);
    }

    @Test
    void describesItself() {
        sandbox.call("setMyName", "name", "Orders").result();
        sandbox.call("setMyDescription", "description", "Takes orders").result();
        sandbox.call("setMyShortDescription", "short_description", "Orders").result();
        sandbox.call("setChatMenuButton", "menu_button", Sandbox.json("{'type':'commands'}"))
                .result();

        assertThat(sandbox.call("getMe").result().path("first_name").asText()).isEqualTo("Orders");
        assertThat(sandbox.call("getMyDescription").result().path("description").asText())
                .isEqualTo("Takes orders");
        assertThat(sandbox.telegram.bots().getFirst().shortDescription()).isEqualTo("Orders");
        assertThat(sandbox.call("getChatMenuButton").result().path("type").asText())
                .isEqualTo("commands");
    }

    @Test
    void pinsAndReacts() {
        sandbox.text(1001, "pin me");
        sandbox.call("pinChatMessage", "chat_id", 1001, "message_id", 1).result();
        sandbox.call(
                        "setMessageReaction",
                        "chat_id",
                        1001,
                        "message_id",
                        1,
                        "reaction",
                        Sandbox.json("[{'type':'emoji','emoji':'👍'}]"))
                .result();
        assertThat(sandbox.telegram.chat(null, 1001).orElseThrow().pinned()).isEqualTo(1);
        assertThat(sandbox.last(1001).path("reactions").path(0).path("emoji").asText())
                .isEqualTo("👍");
        assertThat(sandbox.call("pinChatMessage", "chat_id", CREW, "message_id", 1)
                        .description())
                .isEqualTo("Bad Request: not enough rights to pin a message");
    }

    @Test
    void answersInlineQueries() {
        String id = sandbox.act(new PersonAct.InlineQuery(1002, "boots", "", "sender"))
                .queryId();
        assertThat(sandbox.call("getUpdates")
                        .result()
                        .path(0)
                        .path("inline_query")
                        .path("query")
                        .asText())
                .isEqualTo("boots");
        sandbox.call(
                        "answerInlineQuery",
                        "inline_query_id",
                        id,
                        "results",
                        Sandbox.json("[{'type':'article','id':'1','title':'Boots',"
                                + "'input_message_content':{'message_text':'Boots, 3 pairs'}}]"))
                .result();
        sandbox.act(new PersonAct.ChooseInlineResult(1002, 1002, id, "1"));

        assertThat(sandbox.last(1002).path("text").asText()).isEqualTo("Boots, 3 pairs");
        assertThat(sandbox.last(1002).path("via_bot").path("id").asLong()).isEqualTo(700100);
        assertThat(sandbox.call("answerInlineQuery", "inline_query_id", id, "results", List.of())
                        .description())
                .startsWith("Bad Request: query is too old");
    }

    @Test
    void editsWhatCameFromInlineMode() {
        String id = sandbox.act(new PersonAct.InlineQuery(1002, "boots", "", "sender"))
                .queryId();
        sandbox.call(
                        "answerInlineQuery",
                        "inline_query_id",
                        id,
                        "results",
                        Sandbox.json("[{'type':'article','id':'1','title':'Boots',"
                                + "'input_message_content':{'message_text':'Boots'},"
                                + "'reply_markup':{'inline_keyboard':[[{'text':'Buy','callback_data':'buy'}]]}}]"))
                .result();
        int message = sandbox.act(new PersonAct.ChooseInlineResult(1002, 1002, id, "1"))
                .messageId();
        sandbox.act(new PersonAct.Press(1002, 1002, message, "buy"));
        JsonNode updates = sandbox.call("getUpdates").result();
        JsonNode query = updates.path(updates.size() - 1).path("callback_query");

        assertThat(query.has("message")).isFalse();
        assertThat(sandbox.call(
                                "editMessageText",
                                "inline_message_id",
                                query.path("inline_message_id").asText(),
                                "text",
                                "Sold")
                        .result()
                        .asBoolean())
                .isTrue();
        assertThat(sandbox.last(1002).path("text").asText()).isEqualTo("Sold");
        assertThat(sandbox.call("editMessageText", "inline_message_id", "nonsense", "text", "x")
                        .description())
                .isEqualTo("Bad Request: MESSAGE_ID_INVALID");
    }

    @Test
    void letsAnInjectedOrderBeAnswered() {
        sandbox.telegram.injectRaw(null, (com.fasterxml.jackson.databind.node.ObjectNode)
                Sandbox.json("{'pre_checkout_query':{'id':'77','from':{'id':1001,'is_bot':false,'first_name':'Anna'},"
                        + "'currency':'XTR','total_amount':5,'invoice_payload':'p'}}"));

        assertThat(sandbox.call("answerPreCheckoutQuery", "pre_checkout_query_id", "77", "ok", true)
                        .status())
                .isEqualTo(200);
        assertThat(sandbox.call("answerPreCheckoutQuery", "pre_checkout_query_id", "77", "ok", true)
                        .status())
                .isEqualTo(400);
    }
}
