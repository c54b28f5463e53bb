package dev.basegram.bot.ops.alerts;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.AccessParts;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.FakeAirtable;
import dev.basegram.bot.chat.personal.PersonalParts;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.config.IngressMode;
import dev.basegram.bot.inbox.Hold;
import dev.basegram.bot.session.SessionParts;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.store.TestStore;
import dev.basegram.bot.telegram.ScriptedBotApi;
import dev.basegram.bot.telegram.ScriptedBotApi.Answer;
import dev.basegram.bot.telegram.TelegramParts;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Owners get one message for each alert, across restarts, and nothing is lost while Telegram is away. */
class AlertWatchTest {
    private static final long OWNER = 1001;
    private static final long OTHER = 1004;

    private final AlertTest.Doing bot = new AlertTest.Doing();
    private final Chat.TestClock clock = new Chat.TestClock();
    private Instant now = AlertTest.NOW;
    private ScriptedBotApi telegram;
    private TestStore store;
    private TelegramParts parts;
    private AlertWatch watch;

    @BeforeEach
    void open() throws Exception {
        telegram = new ScriptedBotApi();
        store = TestStore.open(Engine.SQLITE);
        parts = TelegramParts.paced(telegram, new SimpleMeterRegistry(), clock);
        watch = watch(store);
    }

    private AlertWatch watch(TestStore in) {
        var settings = new BotSettings(
                new BotSettings.Telegram(TelegramParts.TOKEN, telegram.url()),
                new BotSettings.Airtable("pat", "appSandbox0000001", telegram.url(), telegram.url(), 0),
                Optional.empty(),
                Optional.empty(),
                IngressMode.POLLING,
                Set.of(OWNER, OTHER),
                ZoneOffset.UTC,
                "en");
        SessionParts stores = SessionParts.of(in.database(), clock);
        var alerts = new AlertStore(in.database());
        var notes = new OwnerNotes(
                AccessParts.owners(settings, new FakeAirtable(List.of()), in.database(), clock),
                PersonalParts.speeches(settings, stores.preferences()),
                stores.preferences(),
                parts.messages(),
                alerts,
                in.database());
        return new AlertWatch(null, alerts, notes, new CallPace(in.database()));
    }

    @AfterEach
    void close() throws Exception {
        parts.close();
        telegram.close();
        store.close();
    }

    private void passes(Duration time) throws InterruptedException {
        for (Instant end = now.plus(time); now.isBefore(end); now = now.plusSeconds(30)) {
            bot.lastPoll = now.minusSeconds(5);
            watch.look(bot.at(now));
        }
    }

    private List<String> shownTo(long person) {
        return telegram.messages().stream()
                .filter(message -> message.chat() == person)
                .map(ScriptedBotApi.Shown::text)
                .toList();
    }

    @Test
    void oneMessageForEachAlertWhichTheNextWordReplaces() throws Exception {
        bot.letters = 2;
        passes(Duration.ofMinutes(5));
        assertThat(shownTo(OWNER))
                .singleElement()
                .asString()
                .contains("2 updates were given up")
                .contains("/replay");
        assertThat(shownTo(OTHER)).hasSize(1);

        passes(Duration.ofHours(6));
        assertThat(shownTo(OWNER))
                .singleElement()
                .asString()
                .contains("given up")
                .contains("For 5 h");
        assertThat(telegram.calls("sendMessage")).hasSize(2 * 3);

        bot.letters = 0;
        passes(Duration.ofMinutes(5));
        assertThat(shownTo(OWNER)).singleElement().asString().contains("✅ Over").contains("6 h");
    }

    @Test
    void whatAPauseHoldsBackIsToldToNobodyAndItsBacklogOnlyIfItStays() throws Exception {
        bot.hold = Optional.of(new Hold(now, "Ada", Set.of(OWNER)));
        bot.oldest = Duration.ofHours(2);
        passes(Duration.ofHours(2));
        assertThat(shownTo(OWNER)).isEmpty();

        bot.hold = Optional.empty();
        passes(Duration.ofMinutes(1));
        assertThat(shownTo(OWNER)).as("it is being worked off").isEmpty();
        passes(Duration.ofMinutes(4));
        assertThat(shownTo(OWNER)).singleElement().asString().contains("People wait");
    }

    @Test
    void aRestartTellsNothingTwiceAndStillKnowsWhatItTold() throws Exception {
        bot.letters = 1;
        passes(Duration.ofMinutes(5));
        watch = watch(store.again());
        passes(Duration.ofMinutes(5));
        assertThat(telegram.calls("sendMessage")).hasSize(2);
        bot.letters = 0;
        passes(Duration.ofMinutes(5));
        assertThat(shownTo(OWNER)).singleElement().asString().contains("✅ Over");
    }

    @Test
    void whileTelegramIsAwayNobodyIsToldAndAfterwardsOnce() throws Exception {
        bot.letters = 1;
        for (int i = 0; i < 40; i++) {
            telegram.next("sendMessage", Answer.error(502, "Bad Gateway"));
        }
        passes(Duration.ofMinutes(10));
        assertThat(shownTo(OWNER)).isEmpty();
        passes(Duration.ofMinutes(10));
        assertThat(shownTo(OWNER)).hasSize(1);
    }

    @Test
    void anOwnerWhoBlockedTheBotIsPassedOver() throws Exception {
        telegram.next("sendMessage", Answer.error(403, "Forbidden: bot was blocked by the user"));
        bot.letters = 1;
        passes(Duration.ofHours(8));
        assertThat(shownTo(OWNER).size() + shownTo(OTHER).size()).isEqualTo(1);
        assertThat(telegram.calls("sendMessage")).hasSize(1 + 3);
    }

    @Test
    void ninetyTakesThePlaceOfSeventyWithoutAWordThatItIsOver() throws Exception {
        bot.used = 75;
        passes(Duration.ofMinutes(5));
        bot.used = 95;
        passes(Duration.ofMinutes(10));
        assertThat(shownTo(OWNER)).hasSize(2).noneMatch(text -> text.contains("Over"));
    }
}
