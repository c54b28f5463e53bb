package dev.basegram.bot.ops.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.Workshop;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** An owner holds updates back and lets them go on; nobody else can. */
class PauseByChatTest {
    private static final long BORIS = 1002;

    private OperatorChat operator;
    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        operator = new OperatorChat(Workshop.withOrders(Workshop.shortOrders(), 3));
        chat = operator.chat;
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    @Test
    void whatComesWhilePausedWaitsAndGoesOnInOrderByTheButton() {
        chat.types("/pause");
        assertThat(chat.screen()).contains("<b>Paused</b> since 10:00").contains("by Ada");
        operator.takes(BORIS, "one").takes(BORIS, "two").takes(BORIS, "three");
        assertThat(operator.inbox.counts().pending()).isEqualTo(3);
        assertThat(operator.handler.handled()).isEmpty();

        chat.presses("Go on");
        // In a chat whose updates come from the inbox, the press itself would be the third.
        assertThat(chat.last()).contains("Going on: 2 updates in order");
        operator.awaitHandled(3);
        assertThat(operator.handler.handled()).isSorted();
        assertThat(operator.inbox.held()).isEmpty();
    }

    @Test
    void pausingTwiceKeepsTheFirstAndGoingOnTwiceSaysSo() {
        chat.types("/pause");
        chat.clock.pass(Duration.ofMinutes(7));
        chat.types("/pause");
        assertThat(chat.screen()).contains("since 10:00");
        chat.types("/resume");
        assertThat(chat.last()).contains("Going on");
        chat.types("/resume");
        assertThat(chat.last()).contains("The bot is not paused");
    }

    @Test
    void aFormThatWasOpenIsLeft() {
        chat.types("/add Clients");
        chat.types("/pause");
        chat.types("Zoe");
        assertThat(chat.airtable.records(Workshop.CLIENTS))
                .noneMatch(record -> record.toString().contains("Zoe"));
        assertThat(chat.last()).contains("Nothing is open");
    }

    @ParameterizedTest
    @CsvSource({"Editor", "Admin"})
    void nobodyElsePausesOrGoesOnNotEvenByAForgedPress(String role) {
        operator.joins(BORIS, role);
        chat.types(BORIS, "/pause");
        assertThat(chat.lastTo(BORIS)).contains("do not know /pause");
        assertThat(operator.inbox.held()).isEmpty();

        chat.types("/pause");
        long before = operator.messagesTo(BORIS);
        chat.presses(BORIS, 1, "c.pause.resume");
        assertThat(operator.inbox.held()).isPresent();
        chat.types(BORIS, "/resume");
        assertThat(operator.inbox.held()).isPresent();
        assertThat(operator.messagesTo(BORIS))
                .as("one line for the command, none for the press")
                .isEqualTo(before + 1);
    }

    @Test
    void aPressThatNoButtonHasDoesNothing() {
        chat.types("/pause");
        long before = operator.messagesTo(Chat.OWNER);
        for (String forged : new String[] {"", "resume.", "RESUME", "pause", "x".repeat(40)}) {
            chat.presses(Chat.OWNER, 1, "c.pause." + forged);
        }
        assertThat(operator.inbox.held()).isPresent();
        assertThat(operator.messagesTo(Chat.OWNER)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Paused, Go on, Going on: 2 updates in order, The bot is not paused",
        "es, En pausa, Continuar, Continuando: 2 actualizaciones en orden, El bot no está en pausa",
        "pt, Em pausa, Continuar, Continuando: 2 atualizações em ordem, O bot não está em pausa",
        "ru, Пауза, Продолжить, Продолжаем: 2 обновления по порядку, Бот не на паузе",
        "ar, متوقف مؤقتًا, استئناف, نستأنف: 2 تحديثان بالترتيب, البوت غير متوقف"
    })
    void inEveryLanguage(String language, String paused, String button, String goesOn, String notPaused) {
        chat.types("/lang " + language).types("/pause");
        assertThat(operator.words()).contains("<b>" + paused + "</b>");
        operator.takes(BORIS, "one").takes(BORIS, "two").takes(BORIS, "three");
        chat.presses(button);
        assertThat(operator.words()).contains(goesOn);
        chat.types("/resume");
        assertThat(operator.words()).contains(notPaused);
    }
}
