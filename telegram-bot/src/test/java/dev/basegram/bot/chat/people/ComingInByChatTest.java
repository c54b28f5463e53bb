package dev.basegram.bot.chat.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.people.Token;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.Workshop;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** People come in by the claim, by an invitation or by asking, and go out again at the next press after they were shut out. */
class ComingInByChatTest {
    private static final long BORIS = 1002;
    private static final long CHIARA = 1003;

    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        chat = new Chat(Workshop.withOrders(Workshop.shortOrders(), 23));
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    @Test
    void anInvitationByLinkLetsAWorkerIntoOneTableAndNoOther() {
        String link = invitation("Editor", "Orders");
        chat.types(BORIS, "/start i_" + link);
        assertThat(shownTo(BORIS)).contains("Welcome").contains("editor");
        assertThat(buttonsOf(BORIS)).contains("Orders").doesNotContain("Clients");

        chat.types(BORIS, "/users");
        assertThat(shownTo(BORIS)).contains("/users").doesNotContain("People");
    }

    @Test
    void theSameUpdateAgainAfterACrashLetsInOnce() {
        String link = invitation("Viewer", "All tables");
        chat.types(BORIS, "/start i_" + link);
        chat.types(BORIS, "/start i_" + link);
        assertThat(shownTo(BORIS)).contains("You are in already");
        chat.types("/users");
        assertThat(chat.screen()).contains("People").contains("· 1");
    }

    @Test
    void somebodyShutOutIsOutAtTheNextPressOfAScreenTheyStillHave() {
        chat.types(BORIS, "/start i_" + invitation("Editor", "All tables"));
        ScriptedBotApi.Shown home = lastWithButtons(BORIS);
        chat.types("/users").presses("Ada · Editor").presses("Shut out");

        chat.presses(BORIS, home.id(), home.button("Orders"));
        assertThat(shownTo(BORIS)).contains("invited people");
        chat.types(BORIS, "/start i_" + invitation("Editor", "All tables"));
        assertThat(shownTo(BORIS)).contains("does not work");
    }

    @Test
    void aStrangerAsksOnceAndTheOwnerLetsThemIn() {
        chat.types(CHIARA, "/start");
        ScriptedBotApi.Shown line = lastWithButtons(CHIARA);
        chat.presses(CHIARA, line.id(), line.button("Ask for access"));
        assertThat(shownTo(CHIARA)).contains("passed on");
        assertThat(shownTo(Chat.OWNER)).contains("asks for access").contains("<code>1003</code>");

        int told = messagesTo(Chat.OWNER);
        chat.presses(CHIARA, line.id(), line.button("Ask for access"));
        assertThat(messagesTo(Chat.OWNER)).as("asking twice is asking once").isEqualTo(told);

        ScriptedBotApi.Shown question = lastWithButtons(Chat.OWNER);
        chat.presses(Chat.OWNER, question.id(), question.button("Viewer"));
        assertThat(shownTo(Chat.OWNER)).contains("is in as viewer");
        chat.presses(Chat.OWNER, question.id(), question.button("Editor"));
        chat.types(CHIARA, "/whoami");
        assertThat(shownTo(CHIARA)).contains("1003");
    }

    @Test
    void aForgedPressOfThePeopleScreensDoesNothingForWhoDoesNotRunTheBot() {
        chat.types(BORIS, "/start i_" + invitation("Editor", "All tables"));
        int before = messagesTo(BORIS);
        chat.presses(BORIS, 1, "P.l.0.-.-");
        chat.presses(BORIS, 1, "P.g." + Long.toString(BORIS, 36) + ".a.-");
        chat.presses(BORIS, 1, "P.m.0.e.-");
        assertThat(messagesTo(BORIS)).isEqualTo(before);
        chat.types(BORIS, "/whoami");
        assertThat(shownTo(BORIS)).contains("editor").doesNotContain("owner");
    }

    @Test
    void linksThatAreMadeUpOrOfTheWrongKindSaySoAndLetNobodyIn() {
        for (String payload : new String[] {"i_" + "x".repeat(22), "c_" + "y".repeat(22), "i_" + "-".repeat(62)}) {
            chat.types(CHIARA, "/start " + payload);
            assertThat(shownTo(CHIARA)).contains("does not work");
        }
        chat.types(CHIARA, "/menu");
        assertThat(shownTo(CHIARA)).contains("invited people");
    }

    @Test
    void theClaimMakesAnOwnerAndTheSecondToTryIsReported() {
        Token claim = chat.openClaim();
        chat.types(BORIS, "/start c_" + claim.text());
        assertThat(shownTo(BORIS)).contains("owner of this bot");
        chat.types(CHIARA, "/start c_" + claim.text());
        assertThat(shownTo(CHIARA)).contains("does not work");
        assertThat(shownTo(BORIS)).contains("opened the owner link after you").contains("<code>1003</code>");
    }

    private String invitation(String role, String tables) {
        chat.types("/invite").presses(role).presses(tables);
        Matcher link = Pattern.compile("start=i_([A-Za-z0-9_-]+)").matcher(shownTo(Chat.OWNER));
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private String shownTo(long person) {
        StringBuilder all = new StringBuilder();
        chat.telegram.messages().stream()
                .filter(message -> message.chat() == person)
                .forEach(message -> all.append(message.text()).append('\n'));
        return all.toString();
    }

    private int messagesTo(long person) {
        return (int) chat.telegram.messages().stream()
                .filter(message -> message.chat() == person)
                .count();
    }

    private ScriptedBotApi.Shown lastWithButtons(long person) {
        return chat.telegram.messages().stream()
                .filter(message ->
                        message.chat() == person && !message.buttons().isEmpty())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private List<String> buttonsOf(long person) {
        return lastWithButtons(person).labels();
    }
}
