package dev.basegram.bot.ops.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.Workshop;
import dev.basegram.bot.inbox.DeadLetter;
import dev.basegram.bot.inbox.Source;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What was given up is listed with its reason, tried again, or forgotten after a question. */
class DeadLettersByChatTest {
    private static final long BORIS = 1002;

    private OperatorChat operator;
    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        operator = new OperatorChat(Workshop.withOrders(Workshop.shortOrders(), 1));
        chat = operator.chat;
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    private String onlyReference() {
        List<DeadLetter> letters = operator.inbox.deadLetters().newest(10);
        assertThat(letters).hasSize(1);
        return letters.getFirst().reference();
    }

    @Test
    void oneIsShownWithItsReasonAndTriedAgain() {
        chat.types("/replay");
        assertThat(chat.last()).contains("No update was given up");
        operator.givesUp(BORIS);
        String reference = onlyReference();

        chat.types("/replay");
        assertThat(chat.screen())
                .contains("<b>Given up</b> · 1")
                .contains(reference)
                .contains("told to");
        chat.presses(reference);
        assertThat(chat.screen())
                .contains("<b><code>" + reference + "</code></b>")
                .contains("message, received 10:00\u202fAM, given up 10:00\u202fAM, tries: 1")
                .contains("<i>told to</i>");

        operator.handler.refuse(false);
        chat.presses("Try again");
        assertThat(chat.last()).contains("1 update is tried again").contains("No update was given up");
        operator.awaitHandled(1);
        assertThat(operator.inbox.counts().deadLetters()).isZero();
    }

    @Test
    void allAreTriedAgainTheOldestFirst() {
        for (int i = 0; i < 8; i++) {
            operator.givesUp(BORIS);
            chat.clock.pass(Duration.ofMinutes(1));
        }
        chat.types("/replay");
        assertThat(chat.screen()).contains("· 8");
        assertThat(chat.telegram.screen().labels()).contains("▶").doesNotContain("◀");
        chat.presses("▶");
        assertThat(chat.telegram.screen().labels()).contains("◀").doesNotContain("▶");

        operator.handler.refuse(false);
        chat.presses("Try all 8 again");
        assertThat(chat.last()).contains("8 updates are tried again");
        operator.awaitHandled(8);
        assertThat(operator.handler.handled()).isSorted();
    }

    @Test
    void oneIsDroppedAfterAQuestionAndAnOldScreenDropsNothing() {
        operator.givesUp(BORIS);
        String reference = onlyReference();
        chat.types("/replay").presses(reference).presses("Drop");
        assertThat(chat.screen()).contains("It will never be handled");
        assertThat(operator.inbox.counts().deadLetters()).as("asked first").isEqualTo(1);
        chat.presses("Back").presses("Drop").presses("Drop");
        assertThat(chat.last()).contains(reference + "</code> is dropped").contains("No update was given up");
        assertThat(operator.inbox.counts().deadLetters()).isZero();

        operator.givesUp(BORIS);
        for (String word : List.of("again", "drop", "ask", "show")) {
            chat.presses(Chat.OWNER, 1, "c.replay." + word + "." + reference);
        }
        assertThat(operator.inbox.counts().deadLetters())
                .as("the other one stays")
                .isEqualTo(1);
        assertThat(operator.handler.handled()).isEmpty();
    }

    @Test
    void whatIsNoUpdateCanOnlyBeDropped() {
        operator.inbox
                .accept("{\"update_id\":\"no number\"}".getBytes(StandardCharsets.UTF_8), Source.WEBHOOK)
                .await()
                .indefinitely();
        chat.types("/replay");
        assertThat(chat.telegram.screen().labels()).noneMatch(label -> label.contains("again"));
        chat.presses(onlyReference());
        assertThat(chat.telegram.screen().labels())
                .noneMatch(label -> label.contains("again"))
                .anyMatch(label -> label.contains("Drop"));
    }

    @Test
    void nobodyElseSeesOrMovesThem() {
        operator.givesUp(BORIS);
        String reference = onlyReference();
        operator.joins(BORIS, "Admin");
        chat.types(BORIS, "/replay");
        assertThat(chat.lastTo(BORIS)).contains("do not know /replay");
        long before = operator.messagesTo(BORIS);
        for (String word : List.of("list.0", "all.0", "again." + reference, "drop." + reference)) {
            chat.presses(BORIS, 1, "c.replay." + word);
        }
        assertThat(operator.messagesTo(BORIS)).isEqualTo(before);
        assertThat(operator.inbox.counts().deadLetters()).isEqualTo(1);
    }

    @Test
    void aPressThatNoButtonHasBreaksNothing() {
        operator.givesUp(BORIS);
        for (String forged :
                List.of("", ".", "list", "list.-1", "list.99999999999", "show.", "again.DL", "zz.0", "drop")) {
            chat.presses(Chat.OWNER, 1, "c.replay." + forged);
        }
        assertThat(operator.inbox.counts().deadLetters()).isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource({
        "en, No update was given up, Given up, Try again, 1 update is tried again",
        "es, No se abandonó ninguna actualización, Abandonadas, Reintentar, Se reintenta 1 actualización",
        "pt, Nenhuma atualização foi abandonada, Abandonadas, Tentar de novo, 1 atualização é tentada de novo",
        "ru, Необработанных обновлений нет, Не обработаны, Повторить, 1 обновление пробуется снова",
        "ar, لا تحديثات متروكة, متروكة, أعد المحاولة, تُعاد محاولة 1 تحديث"
    })
    void inEveryLanguage(String language, String none, String title, String again, String tried) {
        chat.types("/lang " + language).types("/replay");
        assertThat(operator.words()).contains(none);
        operator.givesUp(BORIS);
        chat.types("/replay");
        assertThat(operator.words()).contains("<b>" + title + "</b>");
        operator.handler.refuse(false);
        chat.presses(onlyReference()).presses(again);
        assertThat(operator.words()).contains(tried).contains(none);
    }
}
