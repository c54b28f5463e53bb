package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.telegram.ScriptedBotApi;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Groups: everybody reads along and anybody can press. */
class GroupTest {
    private static final long GROUP = -1_001_234L;
    private static final long TOPIC = 77;

    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        chat = new Chat(Workshop.withOrders(Workshop.shortOrders(), 20));
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    private Chat says(long person, String text) {
        return chat.inGroup(GROUP, person, message -> message.put("text", text));
    }

    private Chat saysInTopic(String text) {
        return chat.inGroup(
                GROUP,
                Chat.OWNER,
                message -> message.put("text", text)
                        .put("message_thread_id", TOPIC)
                        .put("is_topic_message", true));
    }

    private ScriptedBotApi.Call lastAnswer() {
        return chat.telegram.calls("answerCallbackQuery").getLast();
    }

    @Test
    void startExplainsWhatTheBotGetsToRead() {
        says(Chat.OWNER, "/start@acme_ops_bot");
        assertThat(chat.last()).contains("privacy mode").contains("/find");
        assertThat(chat.telegram.last().buttons().getFirst().getFirst())
                .containsEntry("url", "https://t.me/Acme_Ops_Bot?start=home");
    }

    @Test
    void aCommandForAnotherBotIsNotOurs() {
        says(Chat.OWNER, "/start@other_bot");
        assertThat(chat.telegram.messages()).isEmpty();
    }

    @Test
    void strangersAreNotSpokenTo() {
        says(Chat.STRANGER, "/find 1001");
        assertThat(chat.telegram.messages()).isEmpty();
    }

    @Test
    void whatIsFoundIsShownToTheGroupAndOpensForItsFinderAlone() {
        says(Chat.OWNER, "/find 1001");
        String found = chat.screen();
        assertThat(found).contains("#1001");

        chat.pressesInGroup(GROUP, Chat.STRANGER, "1");
        assertThat(lastAnswer().parameters())
                .containsEntry("text", "This is Ada's screen.")
                .containsEntry("show_alert", "true");
        assertThat(chat.screen()).isEqualTo(found);

        chat.pressesInGroup(GROUP, Chat.OWNER, "1");
        assertThat(chat.screen()).contains("#1001").contains("Total:");
    }

    @Test
    void backLeadsToWhatWasFoundAndStaysInTheGroup() {
        says(Chat.OWNER, "/find #10");
        chat.pressesInGroup(GROUP, Chat.OWNER, "▶").pressesInGroup(GROUP, Chat.OWNER, "1");
        assertThat(chat.screen()).contains("<b>#1009</b>");
        chat.pressesInGroup(GROUP, Chat.OWNER, "◀ Back");
        assertThat(lastAnswer().parameters()).doesNotContainKey("url");
        assertThat(chat.screen()).contains("«#10»").contains("9–16 of 20");
    }

    @Test
    void somebodyElseLearnsNothingOfWhatIsThereOrNot() {
        says(Chat.OWNER, "/find 1001");
        chat.airtable.drop(
                Workshop.ORDERS,
                chat.airtable.records(Workshop.ORDERS).getFirst().id());
        chat.airtable.takeCalls();
        chat.pressesInGroup(GROUP, Chat.STRANGER, "1");
        assertThat(lastAnswer().parameter("text")).isEqualTo("This is Ada's screen.");
        assertThat(chat.airtable.takeCalls()).isEmpty();
    }

    @Test
    void changesGoOnInPrivate() {
        says(Chat.OWNER, "/find 1001");
        chat.pressesInGroup(GROUP, Chat.OWNER, "1");
        String card = chat.screen();
        chat.pressesInGroup(GROUP, Chat.OWNER, "✏️");
        assertThat(lastAnswer().parameter("url")).startsWith("https://t.me/Acme_Ops_Bot?start=r_Orders00000001_");
        assertThat(chat.screen()).isEqualTo(card);
        assertThat(chat.telegram.calls("answerCallbackQuery"))
                .as("a press is answered once")
                .hasSize(2);
    }

    @Test
    void aFormGoesOnInPrivateByItsLink() {
        says(Chat.OWNER, "/add Orders");
        assertThat(chat.telegram.last().buttons().getFirst().getFirst())
                .containsEntry("url", "https://t.me/Acme_Ops_Bot?start=f_Orders00000001");
        chat.types("/start f_Orders00000001");
        assertThat(chat.screen()).contains("1/4");
    }

    @Test
    void personalCommandsGoOnInPrivate() {
        says(Chat.OWNER, "/whoami");
        assertThat(chat.last()).contains("goes on in private").doesNotContain("owner");
    }

    @Test
    void aSearchWithoutWordsSaysHow() {
        says(Chat.OWNER, "/find");
        assertThat(chat.last()).contains("/find anna");
    }

    @Test
    void aButtonThatIsNobodysDoesNothing() {
        chat.types("/menu");
        chat.pressesInGroup(GROUP, Chat.OWNER, "Orders");
        assertThat(lastAnswer().parameter("text")).contains("no longer works");
    }

    @Test
    void everythingStaysInItsTopic() {
        saysInTopic("/find 1001");
        assertThat(chat.telegram.calls("sendMessage").getLast().parameters())
                .containsEntry("message_thread_id", Long.toString(TOPIC));
        // The press of a message that has become too old names no topic.
        chat.pressesInGroup(GROUP, Chat.OWNER, "1");
        assertThat(chat.screen()).contains("Total:");
        saysInTopic("/help");
        assertThat(chat.telegram.calls("sendMessage"))
                .allSatisfy(call -> assertThat(call.parameters()).containsEntry("message_thread_id", "77"));
    }

    @Test
    void anAnonymousAdministratorIsToldWhatToDo() {
        chat.inGroup(GROUP, 1_087_968_824L, message -> {
            message.put("text", "/find 1001");
            message.putObject("sender_chat").put("id", GROUP).put("type", "supergroup");
        });
        assertThat(chat.last()).contains("Remain anonymous");
        assertThat(chat.airtable.takeCalls()).doesNotContain("search");
    }

    @Test
    void aChannelsPostsAreNoBusinessOfOurs() {
        chat.inGroup(GROUP, 777_000L, message -> {
            message.put("text", "/find 1001").put("is_automatic_forward", true);
            message.putObject("sender_chat").put("id", -1_009_999L).put("type", "channel");
        });
        assertThat(chat.telegram.messages()).isEmpty();
    }

    @Test
    void aGroupThatMovesTakesItsSessionsAlongOnce() {
        long old = -55;
        chat.inGroup(old, Chat.OWNER, message -> message.put("text", "/find 1001"));
        chat.inGroup(old, Chat.STRANGER, message -> message.put("migrate_to_chat_id", GROUP));
        chat.inGroup(GROUP, Chat.STRANGER, message -> message.put("migrate_from_chat_id", old));

        var moved = chat.stores.sessions().find(new dev.basegram.bot.session.SessionKey(GROUP, 0, Chat.OWNER));
        assertThat(moved.words()).isEqualTo("1001");
        assertThat(moved.screen()).as("messages have other ids there").isNull();
        assertThat(chat.stores.sessions().count()).isEqualTo(1);
    }

    @Test
    void aGroupThatPutTheBotOutIsForgotten() {
        says(Chat.OWNER, "/find 1001");
        chat.handle(membership(GROUP, "supergroup", "kicked"));
        assertThat(chat.stores.sessions().count()).isZero();
        assertThat(chat.stores.groupScreens().owner(GROUP, chat.telegram.last().id()))
                .isEmpty();
        assertThat(chat.stores.preferences().of(Chat.OWNER).blocked()).isFalse();
    }

    @Test
    void whoBlockedTheBotIsRememberedUntilTheyStartItAgain() {
        chat.handle(membership(Chat.OWNER, "private", "kicked"));
        assertThat(chat.stores.preferences().of(Chat.OWNER).blocked()).isTrue();
        chat.types("/start");
        assertThat(chat.stores.preferences().of(Chat.OWNER).blocked()).isFalse();
    }

    private static com.fasterxml.jackson.databind.node.ObjectNode membership(long chat, String type, String status) {
        try {
            return (com.fasterxml.jackson.databind.node.ObjectNode)
                    new com.fasterxml.jackson.databind.ObjectMapper().readTree("""
                            {"update_id":9,"my_chat_member":{"chat":{"id":%d,"type":"%s"},"date":1,
                            "from":{"id":1001,"is_bot":false,"first_name":"Ada"},
                            "old_chat_member":{"status":"member","user":{"id":1,"is_bot":true,"first_name":"B"}},
                            "new_chat_member":{"status":"%s","user":{"id":1,"is_bot":true,"first_name":"B"}}}}""".formatted(chat, type, status));
        } catch (java.io.IOException e) {
            throw new AssertionError(e);
        }
    }
}
