package dev.basegram.bot.ops.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.AccessParts;
import dev.basegram.bot.access.Owners;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.airtable.CallBudget;
import dev.basegram.bot.airtable.GateState;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.FakeAirtable;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.config.IngressMode;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.inbox.InboxCounts;
import dev.basegram.bot.inbox.InboxLimits;
import dev.basegram.bot.inbox.InboxParts;
import dev.basegram.bot.inbox.Source;
import dev.basegram.bot.inbox.Updates;
import dev.basegram.bot.ingress.IngressStatus.Road;
import dev.basegram.bot.ops.ScriptedHandler;
import dev.basegram.bot.ops.alerts.AlertParts;
import dev.basegram.bot.ops.alerts.CallPace;
import dev.basegram.bot.ops.alerts.Vitals;
import dev.basegram.bot.telegram.TelegramParts;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.net.URI;
import java.time.Duration;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.awaitility.Awaitility;

/** A chat with the commands of those who run the bot, over a real inbox in the chat's own database. */
final class OperatorChat implements AutoCloseable {
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final Pattern LINK = Pattern.compile("start=i_([A-Za-z0-9_-]+)");

    final Chat chat;
    final ScriptedHandler handler = new ScriptedHandler();
    Inbox inbox;

    Vitals.Intake intake;
    boolean telegramSilent;
    GateState gate = new GateState.Open();
    CallBudget budget = new CallBudget(YearMonth.of(2026, 11), 1_200, 100_000);
    Set<String> refusing = Set.of();
    AirtableStatus status = status(0);
    private long updateId = 900_000;

    OperatorChat(FakeAirtable base) throws Exception {
        chat = new Chat(base, this::commands);
        inbox = InboxParts.inbox(chat.database(), handler, chat.clock, InboxLimits.standard(), chat.metrics);
        inbox.start();
        intake = new Vitals.Intake(
                Road.WEBHOOK,
                chat.clock.instant().minusSeconds(3_600),
                chat.clock.instant(),
                Optional.empty(),
                Optional.empty(),
                Optional.empty());
    }

    private Chat.Own commands(Chat of) {
        BotSettings settings = settings();
        Owners owners = AccessParts.owners(settings, of.airtable, of.database(), of.clock);
        FakeAirtable asked = new FakeAirtable(List.of()) {
            @Override
            public AirtableStatus status() {
                return status;
            }
        };
        CallPace pace = AlertParts.pace(of.database());
        var release = new Release(
                new SmallRyeConfigBuilder()
                        .withDefaultValue("quarkus.application.version", "7.8.9")
                        .build(),
                of.clock);
        var statusScreen = new StatusScreen(AlertParts.signs(this::vitals), asked, pace, release);
        var pausing = new Pausing(() -> inbox, owners);
        var letters = new DeadLetterScreens(() -> inbox);
        return new Chat.Own(
                List.of(
                        new StatusCommand(statusScreen),
                        new SyncCommand(new SchemaSync(new SeenSchema(of.database(), settings))),
                        new ReplayCommand(letters),
                        new PauseCommand(pausing),
                        new ResumeCommand(pausing)),
                List.of(statusScreen, pausing, letters));
    }

    static AirtableStatus status(int waiting) {
        return new AirtableStatus(
                new GateState.Open(),
                waiting,
                0,
                new CallBudget(YearMonth.of(2026, 11), 0, 0),
                null,
                null,
                List.of(),
                50_000,
                10_000);
    }

    private Vitals vitals() {
        InboxCounts counts = inbox.counts();
        return new Vitals(
                chat.clock.instant(),
                intake,
                new Vitals.Inbox(counts.pending(), counts.oldest(), counts.deadLetters(), inbox.held()),
                telegramSilent,
                gate,
                budget,
                refusing,
                Optional.empty());
    }

    private static BotSettings settings() {
        return new BotSettings(
                new BotSettings.Telegram(TelegramParts.TOKEN, URI.create("http://127.0.0.1:1")),
                new BotSettings.Airtable(
                        "pat",
                        "appSandbox0000001",
                        URI.create("http://127.0.0.1:1"),
                        URI.create("http://127.0.0.1:1"),
                        0),
                Optional.empty(),
                Optional.empty(),
                IngressMode.POLLING,
                Set.of(Chat.OWNER),
                ZoneOffset.UTC,
                "en");
    }

    /** Lets somebody in by an invitation of the owner's, for all tables. */
    OperatorChat joins(long person, String role) {
        chat.types("/invite").presses(role);
        if (chat.telegram.screen().labels().contains("All tables")) {
            chat.presses("All tables"); // an administrator has them all anyway
        }
        Matcher link = LINK.matcher(chat.lastTo(Chat.OWNER));
        assertThat(link.find()).isTrue();
        chat.types(person, "/start i_" + link.group(1));
        return this;
    }

    /** Somebody writes: the inbox takes it. */
    OperatorChat takes(long person, String text) {
        inbox.accept(Updates.message(++updateId, person, text, chat.clock.instant()), Source.WEBHOOK)
                .await()
                .atMost(PATIENCE);
        return this;
    }

    /** Somebody writes what the handler refuses, and is given up. */
    OperatorChat givesUp(long person) {
        long before = inbox.counts().deadLetters();
        takes(person, "refuse");
        Awaitility.await().atMost(PATIENCE).until(() -> inbox.counts().deadLetters() == before + 1);
        return this;
    }

    void awaitHandled(int updates) {
        Awaitility.await().atMost(PATIENCE).until(() -> handler.handled().size() == updates);
    }

    /** Returns the text at the end of the chat, without the marks that keep right-to-left text in order. */
    String words() {
        return chat.last().replaceAll("[\u200f\u2068\u2069]", "");
    }

    long messagesTo(long person) {
        return chat.telegram.messages().stream()
                .filter(message -> message.chat() == person)
                .count();
    }

    @Override
    public void close() throws Exception {
        inbox.drain(Duration.ZERO);
        chat.close();
    }
}
