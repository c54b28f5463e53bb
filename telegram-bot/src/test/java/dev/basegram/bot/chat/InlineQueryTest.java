package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.telegram.ScriptedBotApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What is typed after the bot's name in some chat gets an empty answer, whoever types it, and shows nothing of the base. */
class InlineQueryTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        chat = new Chat(Workshop.withOrders(Workshop.shortOrders(), 3));
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    @Test
    void everybodyGetsAnEmptyAnswerOfTheirOwn() {
        chat.types(1002, "/start i_" + chat.invitation("Viewer", "All tables"));
        chat.airtable.takeCalls();
        int messages = chat.telegram.messages().size();
        long query = 90;
        for (long person : new long[] {Chat.OWNER, 1002, 1003}) {
            chat.handle(inline(++query, person));
            assertThat(chat.telegram.calls("answerInlineQuery").getLast()).satisfies(call -> {
                assertThat(call.parameter("results")).isEqualTo("[]");
                assertThat(call.parameter("is_personal")).isEqualTo("true");
            });
        }
        assertThat(chat.telegram.calls("answerInlineQuery")).hasSize(3);
        assertThat(chat.telegram.messages()).hasSize(messages);
        assertThat(chat.airtable.takeCalls()).as("no base is opened for it").isEmpty();
    }

    @Test
    void oneThatTelegramNoLongerWantsAnsweredIsDoneAllTheSame() {
        chat.telegram.next("answerInlineQuery", ScriptedBotApi.Answer.error(400, "Bad Request: query is too old"));
        chat.handle(inline(1, Chat.OWNER));
        assertThat(chat.telegram.messages()).isEmpty();
    }

    @Test
    void oneOfNobodyIsDropped() {
        ObjectNode update = inline(1, Chat.OWNER);
        ((ObjectNode) update.get("inline_query")).remove("from");
        chat.handle(update);
        assertThat(chat.telegram.calls("answerInlineQuery")).isEmpty();
    }

    private static ObjectNode inline(long id, long person) {
        ObjectNode update = JSON.createObjectNode().put("update_id", 700_000 + id);
        ObjectNode query = update.putObject("inline_query");
        query.put("id", "i" + id).put("query", "#1001").put("offset", "");
        query.putObject("from").put("id", person).put("is_bot", false).put("first_name", "Ada");
        return update;
    }
}
