package dev.basegram.bot.chat.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.Invite;
import dev.basegram.bot.access.people.PeopleParts;
import dev.basegram.bot.access.people.Token;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.Workshop;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What people and their clients send by mistake or on purpose has its clear answer. */
class BadInputByChatTest {
    private static final long BORIS = 1002;
    private static final long CHIARA = 1003;
    private static final String ALPHABET = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789_-";

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
    void anInvitationThatIsUsedUp() {
        Token link = invitation(1, Duration.ofDays(1));
        chat.types(BORIS, "/start i_" + link.text());
        chat.types(CHIARA, "/start i_" + link.text());
        assertThat(chat.lastTo(CHIARA)).contains("does not work");
        chat.types(CHIARA, "/menu");
        assertThat(chat.lastTo(CHIARA)).contains("invited people");
    }

    @Test
    void anInvitationThatIsOver() {
        Token link = invitation(5, Duration.ofHours(1));
        chat.clock.pass(Duration.ofHours(2));
        chat.types(BORIS, "/start i_" + link.text());
        assertThat(chat.lastTo(BORIS)).contains("does not work");
        chat.types(BORIS, "/menu");
        assertThat(chat.lastTo(BORIS)).contains("invited people");
    }

    @Test
    void aClaimThatIsOverAndOneThatANewStartReplaced() {
        Token old = chat.openClaim();
        Token now = chat.openClaim();
        chat.types(BORIS, "/start c_" + old.text());
        assertThat(chat.lastTo(BORIS)).contains("does not work");
        chat.clock.pass(Duration.ofHours(25));
        chat.types(BORIS, "/start c_" + now.text());
        assertThat(chat.lastTo(BORIS)).contains("does not work");
        chat.types(BORIS, "/menu");
        assertThat(chat.lastTo(BORIS)).contains("invited people");
    }

    @Test
    void sixtyFourRandomBytesAsPayloadAreHomeForWhoIsInAndThePoliteLineForWhoIsNot() {
        Random random = new Random(64);
        for (int i = 0; i < 300; i++) {
            String payload = i % 3 == 0 ? bytes(random) : letters(random, i % 3 == 1 ? "" : "ricf".charAt(i % 4) + "_");
            chat.types("/start " + payload);
            assertThat(chat.lastTo(Chat.OWNER))
                    .as(payload)
                    .containsAnyOf("Tables", "does not work", "gone", "not here");
            chat.types(BORIS, "/start " + payload);
            assertThat(chat.lastTo(BORIS)).as(payload).containsAnyOf("invited people", "does not work");
        }
        assertThat(PeopleParts.members(chat.database(), chat.clock).count()).isZero();
        assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(3);
    }

    @Test
    void sixtyFourRandomBytesUnderAButtonNoLongerWork() {
        Random random = new Random(65);
        for (int i = 0; i < 300; i++) {
            chat.presses(Chat.OWNER, 1, bytes(random));
            assertThat(chat.telegram.calls("answerCallbackQuery").getLast().parameter("text"))
                    .isEqualTo("This button no longer works.");
        }
        assertThat(chat.telegram.messages()).isEmpty();
    }

    private Token invitation(int uses, Duration life) {
        return PeopleParts.invites(chat.database(), chat.clock)
                .create(
                        new Actor(Chat.OWNER, "Ada", "test"),
                        new Invite(
                                Role.EDITOR,
                                Optional.empty(),
                                uses,
                                chat.clock.instant().plus(life),
                                Chat.OWNER));
    }

    private static String bytes(Random random) {
        byte[] bytes = new byte[64];
        random.nextBytes(bytes);
        return new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static String letters(Random random, String kind) {
        StringBuilder text = new StringBuilder(kind);
        while (text.length() < 64) {
            text.append(ALPHABET.charAt(random.nextInt(ALPHABET.length())));
        }
        return text.toString();
    }
}
