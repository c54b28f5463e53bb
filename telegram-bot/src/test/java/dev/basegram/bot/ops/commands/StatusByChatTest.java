package dev.basegram.bot.ops.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.Workshop;
import dev.basegram.bot.ingress.IngressStatus.Road;
import dev.basegram.bot.ops.alerts.Vitals;
import java.time.Duration;
import java.time.YearMonth;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A line for each thing that can be well or not, the wrong ones marked. */
class StatusByChatTest {
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

    private Vitals.Intake intake(Road road, String foreign, String webhook, String problem) {
        return new Vitals.Intake(
                road,
                chat.clock.instant().minusSeconds(60),
                chat.clock.instant(),
                Optional.ofNullable(foreign),
                Optional.ofNullable(webhook),
                Optional.ofNullable(problem));
    }

    @Test
    void aBotThatIsWellHasNoMark() {
        chat.types("/status");
        assertThat(chat.screen())
                .contains("<b>Status</b> · 10:00")
                .contains("✅ Updates by webhook, since 9:00")
                .contains("✅ Telegram answers")
                .contains("✅ Airtable answers")
                .contains("✅ Nothing waits")
                .contains("Airtable: 1,200 of 100,000 calls this month · enough until the month ends")
                .contains("Rows in memory: 0 of 50,000")
                .contains("Version 7.8.9")
                .doesNotContain("⚠️");
    }

    @Test
    void refreshShowsWhatIsNowInTheSameMessage() {
        chat.types("/status");
        long before = operator.messagesTo(Chat.OWNER);
        operator.telegramSilent = true;
        chat.presses("Refresh");
        assertThat(chat.screen()).contains("⚠️ Telegram does not answer");
        assertThat(operator.messagesTo(Chat.OWNER)).isEqualTo(before);
    }

    @Test
    void whatIsWrongWithTheRoadIsSaidBesideIt() {
        operator.intake = intake(Road.POLLING, "other.example", null, null);
        chat.types("/status");
        assertThat(chat.screen()).contains("⚠️ Updates by long polling").contains("other.example");
        operator.intake = intake(Road.WEBHOOK, null, "the door answered 503", null);
        chat.types("/status");
        assertThat(chat.screen()).contains("⚠️ Updates by webhook").contains("<i>the door answered 503</i>");
        operator.intake = intake(Road.NONE, null, null, null);
        chat.types("/status");
        assertThat(chat.screen()).contains("⚠️ No updates come in");
        operator.intake = intake(Road.STANDBY, null, null, null);
        chat.types("/status");
        assertThat(chat.screen()).contains("✅ Another process takes the updates");
    }

    @Test
    void whatIsWrongWithAirtableIsSaidWithWhatWaitsForIt() {
        operator.gate = new GateState.Held(GateState.Reason.RATE_LIMIT, chat.clock.instant());
        operator.status = OperatorChat.status(3);
        chat.types("/status");
        assertThat(chat.screen()).contains("⚠️ Airtable asks for a pause · 3 calls wait");
        operator.gate = new GateState.Probing(GateState.Reason.UNREACHABLE);
        operator.status = OperatorChat.status(0);
        chat.types("/status");
        assertThat(chat.screen()).contains("⚠️ Airtable does not answer").doesNotContain("calls wait");
        operator.refusing = Set.of("airtable", "telegram");
        chat.types("/status");
        assertThat(chat.screen())
                .contains("⚠️ Airtable does not accept the bot's token")
                .contains("⚠️ Telegram");
    }

    @Test
    void theMonthsCallsAreMarkedBeforeTheyAreUsedUp() {
        operator.budget = new CallBudget(YearMonth.of(2026, 11), 71_000, 100_000);
        chat.types("/status");
        assertThat(chat.screen()).contains("⚠️ Airtable: 71,000 of 100,000 calls");
        operator.budget = new CallBudget(YearMonth.of(2026, 11), 71_000, 0);
        chat.types("/status");
        assertThat(chat.screen()).contains("Airtable: 71,000 calls this month").doesNotContain("⚠️");
    }

    @Test
    void aPauseIsSaidFirstAndWhatItHoldsIsNoTrouble() {
        chat.types("/pause");
        operator.takes(BORIS, "one").takes(BORIS, "two").takes(1003, "three");
        chat.clock.pass(Duration.ofMinutes(9));
        chat.types("/status");
        assertThat(chat.screen())
                .contains("⏸ Paused since 10:00")
                .contains("by Ada: /resume")
                .contains("✅ 2 updates wait, the first for 9 min")
                .doesNotContain("⚠️");
    }

    @Test
    void whatWasGivenUpIsCountedWithTheWayToIt() {
        operator.givesUp(BORIS).givesUp(BORIS);
        chat.types("/status");
        assertThat(chat.screen()).contains("⚠️ 2 updates were given up: /replay");
    }

    @Test
    void anAdministratorMaySeeItAndAnEditorMayNot() {
        operator.joins(BORIS, "Admin");
        chat.types(BORIS, "/status");
        assertThat(chat.lastTo(BORIS)).contains("<b>Status</b>");
        operator.joins(1003L, "Editor");
        chat.types(1003L, "/status");
        assertThat(chat.lastTo(1003)).contains("do not know /status");
        long before = operator.messagesTo(1003);
        chat.presses(1003L, 1, "c.status.again");
        chat.presses(Chat.OWNER, 1, "c.status.other");
        assertThat(operator.messagesTo(1003)).isEqualTo(before);
    }

    @ParameterizedTest
    @CsvSource({
        "en, Status, Updates by webhook, Airtable answers, Nothing waits, Version 7.8.9, Refresh",
        "es, Estado, Actualizaciones por webhook, Airtable responde, Nada espera, Versión 7.8.9, Actualizar",
        "pt, Situação, Atualizações por webhook, Airtable responde, Nada espera, Versão 7.8.9, Atualizar",
        "ru, Состояние, Обновления вебхуком, Airtable отвечает, Очереди нет, Версия 7.8.9, Обновить",
        "ar, الحالة, التحديثات بالويب هوك, Airtable يستجيب, لا شيء في الانتظار, الإصدار 7.8.9, تحديث"
    })
    void inEveryLanguage(
            String language, String title, String road, String answers, String waiting, String version, String again) {
        chat.types("/lang " + language).types("/status");
        assertThat(operator.words())
                .contains("<b>" + title + "</b>")
                .contains(road)
                .contains(answers)
                .contains(waiting)
                .contains(version)
                .doesNotContain("⚠️");
        chat.presses(again);
        assertThat(operator.words()).contains("<b>" + title + "</b>");
    }
}
