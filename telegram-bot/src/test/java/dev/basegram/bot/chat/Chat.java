package dev.basegram.bot.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.access.AccessParts;
import dev.basegram.bot.access.Checkpoint;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.audit.AuditParts;
import dev.basegram.bot.access.people.Token;
import dev.basegram.bot.chat.audit.AuditWordsParts;
import dev.basegram.bot.chat.audit.Auditing;
import dev.basegram.bot.chat.browse.BrowseParts;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.browse.Searching;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.command.CommandParts;
import dev.basegram.bot.chat.command.CommandScreen;
import dev.basegram.bot.chat.command.CommandScreens;
import dev.basegram.bot.chat.files.FileLinks;
import dev.basegram.bot.chat.files.FileParts;
import dev.basegram.bot.chat.form.FormParts;
import dev.basegram.bot.chat.group.GroupParts;
import dev.basegram.bot.chat.people.PeopleChat;
import dev.basegram.bot.chat.personal.Personal;
import dev.basegram.bot.chat.personal.PersonalParts;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.chat.setup.IntakeState;
import dev.basegram.bot.chat.setup.SetupParts;
import dev.basegram.bot.chat.undo.Undo;
import dev.basegram.bot.chat.undo.UndoParts;
import dev.basegram.bot.chat.widget.WidgetParts;
import dev.basegram.bot.config.BotSettings;
import dev.basegram.bot.config.IngressMode;
import dev.basegram.bot.inbox.HandleOutcome;
import dev.basegram.bot.inbox.IncomingUpdate;
import dev.basegram.bot.session.SessionParts;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.store.Engine;
import dev.basegram.bot.telegram.ScriptedBotApi;
import dev.basegram.bot.telegram.TelegramParts;
import dev.basegram.common.SharedSecret;
import dev.basegram.common.UpdateReader;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.flywaydb.core.Flyway;
import org.sqlite.SQLiteDataSource;

/**
 * The whole chat against a Bot API over HTTP, a database on disk and a base in memory. Acts as a person: types, presses, sends
 * files; each update is handled and its writes committed as intake does it.
 */
public final class Chat implements AutoCloseable {
    /** The owner, and their private chat. */
    public static final long OWNER = 1001;

    /** Somebody nobody invited. */
    public static final long STRANGER = 1002;

    public static final SharedSecret SECRET = SharedSecret.parse("the secret of these tests");

    private static final ObjectMapper JSON = new ObjectMapper();

    /** A clock that stands still until it is moved. */
    public static final class TestClock extends Clock {
        private Instant now = Instant.parse("2026-11-25T10:00:00Z");

        public void pass(java.time.Duration time) {
            now = now.plus(time);
        }

        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            return this;
        }

        @Override
        public Instant instant() {
            return now;
        }
    }

    public final TestClock clock = new TestClock();
    public final ScriptedBotApi telegram;
    public final FakeAirtable airtable;
    public final SimpleMeterRegistry metrics = new SimpleMeterRegistry();
    public SessionParts stores;
    private final TelegramParts parts;
    private final Path folder;
    private final Database database;
    private final PeopleChat peopleChat;
    private ChatHandler handler;
    private final boolean webhookServer;
    private final Own own;
    private final UndoParts.Due due;
    private final AccessParts.Job leftovers;
    private final AuditParts.Mirror mirror;
    private final FormParts.Expiry expiry;
    private final FileParts.Look arrivals;
    private long updateId = 500_000;
    private int messageId = 10;
    private String language = "en";
    private IntakeState intake =
            new IntakeState(IntakeState.Road.POLLING, false, Optional.empty(), Optional.empty(), Optional.empty());
    private HandleOutcome lastOutcome;

    /**
     * What a test adds to the chat.
     *
     * @param commands commands on top of ours
     * @param screens screens on top of ours
     */
    public record Own(List<ChatCommand> commands, List<CommandScreen> screens) {}

    /** Opens a chat; commands of the test's own come on top of ours. */
    public Chat(FakeAirtable airtable, ChatCommand... own) throws Exception {
        this(airtable, false, own);
    }

    /** Opens a chat with what the test adds, which is made when the chat has its database and its clock. */
    public Chat(FakeAirtable airtable, Function<Chat, Own> own) throws Exception {
        this(airtable, false, own);
    }

    /**
     * Opens a chat.
     *
     * @param webhookServer whether there is a webhook-server, so that large files can go by a link
     */
    public Chat(FakeAirtable airtable, boolean webhookServer, ChatCommand... own) throws Exception {
        this(airtable, webhookServer, _ -> new Own(List.of(own), List.of()));
    }

    private Chat(FakeAirtable airtable, boolean webhookServer, Function<Chat, Own> own) throws Exception {
        this.airtable = airtable;
        this.webhookServer = webhookServer;
        this.telegram = new ScriptedBotApi();
        this.folder = Files.createTempDirectory("chat");
        this.database = database(folder.resolve("chat.db"));
        this.parts = new TelegramParts(telegram, metrics, clock);
        this.stores = SessionParts.of(database, clock);
        BotSettings settings = settings(webhookServer);
        Checkpoint checkpoint = AccessParts.checkpoint(settings, airtable, database, clock);
        Speeches speeches = PersonalParts.speeches(settings, stores.preferences());
        this.peopleChat = PeopleChat.of(
                settings, airtable, stores.told(), database, clock, speeches, parts.messages(), parts.identity());
        this.own = own.apply(this);
        this.handler = handler(settings, checkpoint, speeches);
        this.leftovers = AccessParts.leftovers(settings, airtable, database, clock);
        this.mirror = AuditParts.mirror(airtable, database, clock);
        this.expiry = FormParts.expiry(
                stores.drafts(), database, checkpoint, speeches, stores.preferences(), parts.messages(), clock);
        this.arrivals = FileParts.look(stores.arrivals(), checkpoint, parts.messages(), speeches, database, clock);
        this.due = UndoParts.due(stores.changes(), checkpoint, parts.messages(), speeches, database, clock);
    }

    /** Ends the process and starts another: only what is on disk is left. */
    public Chat restarts() {
        stores = SessionParts.of(database, clock);
        BotSettings settings = settings(webhookServer);
        handler = handler(
                settings,
                AccessParts.checkpoint(settings, airtable, database, clock),
                PersonalParts.speeches(settings, stores.preferences()));
        return this;
    }

    private ChatHandler handler(BotSettings settings, Checkpoint checkpoint, Speeches speeches) {
        FileLinks links = FileParts.links(settings, clock);
        GroupParts groups = GroupParts.of(stores, parts.identity(), parts.messages());
        Browsing browsing = BrowseParts.browsing(parts.identity());
        Searching searching = new Searching();
        Undo undo = UndoParts.undo(stores.changes(), browsing);
        FormParts forms = FormParts.of(
                WidgetParts.all(links),
                stores.drafts(),
                browsing,
                FileParts.in(parts.fetcher(), links, stores.arrivals()),
                undo);
        Personal personal = PersonalParts.personal(stores.preferences());
        SetupParts setup = SetupParts.of(
                settings,
                parts.identity(),
                () -> intake,
                AccessParts.tokenCheck(airtable, clock),
                AccessParts.ruleBook(airtable, database),
                AccessParts.baseTables(airtable, airtable, database),
                browsing,
                personal);
        List<CommandScreen> all = new ArrayList<>(own.screens());
        all.add(setup.setup());
        CommandScreens screens = new CommandScreens(all);
        List<ChatCommand> commands = new ArrayList<>(own.commands());
        commands.add(setup.command());
        Auditing auditing = AuditWordsParts.auditing(AuditParts.log(database));
        ActionRouter actions = new ActionRouter(
                browsing,
                BrowseParts.filtering(browsing),
                searching,
                forms.forms(),
                forms.edits(),
                forms.drafts(),
                UndoParts.deletions(stores.changes()),
                undo,
                FileParts.out(stores.sentFiles()),
                personal,
                peopleChat.people(),
                screens,
                auditing);
        Conversation conversation = new Conversation(
                CommandParts.all(
                        browsing,
                        searching,
                        forms,
                        personal,
                        undo,
                        peopleChat.people(),
                        groups.road(),
                        auditing,
                        peopleChat.mine(browsing),
                        commands),
                forms.forms(),
                searching,
                personal,
                actions,
                screens,
                groups.road(),
                peopleChat.sharing());
        return new ChatHandler(
                parts.identity(),
                checkpoint,
                peopleChat.newcomers(),
                conversation,
                forms.forms(),
                speeches,
                stores.sessions(),
                stores.preferences(),
                parts.messages(),
                new Stage(parts.messages(), parts.files(), stores.sentFiles(), stores.groupScreens()),
                groups.groups(),
                clock);
    }

    private BotSettings settings(boolean webhookServer) {
        return new BotSettings(
                new BotSettings.Telegram(TelegramParts.TOKEN, telegram.url()),
                new BotSettings.Airtable("pat", "appSandbox0000001", telegram.url(), telegram.url(), 0),
                webhookServer ? Optional.of(SECRET) : Optional.empty(),
                webhookServer ? Optional.of(telegram.url()) : Optional.empty(),
                IngressMode.POLLING,
                Set.of(OWNER),
                ZoneOffset.UTC,
                "en");
    }

    private static Database database(Path file) {
        SQLiteDataSource source = new SQLiteDataSource();
        source.setUrl("jdbc:sqlite:" + file);
        Flyway.configure().dataSource(source).locations("db/sqlite").load().migrate();
        return Database.open(Engine.SQLITE, source);
    }

    /** Changes how updates come in. */
    public Chat intake(IntakeState other) {
        intake = other;
        return this;
    }

    /** Sets the language of the person's app. */
    public Chat inLanguage(String code) {
        language = code;
        return this;
    }

    /** Types a text, as the owner. */
    public Chat types(String text) {
        return types(OWNER, text);
    }

    public Chat types(long person, String text) {
        return message(person, message -> message.put("text", text));
    }

    /** Sends a message of any kind. */
    public Chat message(long person, Consumer<ObjectNode> content) {
        ObjectNode update = JSON.createObjectNode().put("update_id", ++updateId);
        ObjectNode message = update.putObject("message");
        message.put("message_id", ++messageId).put("date", clock.instant().getEpochSecond());
        message.set("from", person(person));
        message.putObject("chat").put("id", person).put("type", "private");
        content.accept(message);
        return handle(update);
    }

    /** Changes a message sent before. */
    public Chat edits(String text) {
        return edits(OWNER, text);
    }

    public Chat edits(long person, String text) {
        ObjectNode update = JSON.createObjectNode().put("update_id", ++updateId);
        ObjectNode message = update.putObject("edited_message");
        message.put("message_id", messageId).put("date", 1).put("edit_date", 2).put("text", text);
        message.set("from", person(person));
        message.putObject("chat").put("id", person).put("type", "private");
        return handle(update);
    }

    /** Presses the button with this label, or part of one, on the last message that has buttons. */
    public Chat presses(String label) {
        ScriptedBotApi.Shown screen = telegram.screen();
        return presses(OWNER, screen.id(), screen.button(label));
    }

    /** Sends whatever data, as a client can. */
    public Chat presses(long person, int message, String data) {
        return handle(press(person, message, data));
    }

    /** Returns the update of a press, to be handled more than once. */
    public ObjectNode pressOf(long person, int message, String data) {
        return press(person, message, data);
    }

    private ObjectNode press(long person, int message, String data) {
        ObjectNode update = JSON.createObjectNode().put("update_id", ++updateId);
        ObjectNode press = update.putObject("callback_query");
        press.put("id", "q" + updateId).put("data", data).put("chat_instance", "1");
        press.set("from", person(person));
        ObjectNode under = press.putObject("message");
        under.put("message_id", message).put("date", 1);
        under.putObject("chat").put("id", person).put("type", "private");
        return update;
    }

    /** Sends a message in a group, or in one of its topics. */
    public Chat inGroup(long group, long person, Consumer<ObjectNode> content) {
        ObjectNode update = JSON.createObjectNode().put("update_id", ++updateId);
        ObjectNode message = update.putObject("message");
        message.put("message_id", ++messageId).put("date", clock.instant().getEpochSecond());
        message.set("from", person(person));
        message.putObject("chat").put("id", group).put("type", "supergroup");
        content.accept(message);
        return handle(update);
    }

    /** Presses the button with this label, or part of one, under the group's last message that has buttons. */
    public Chat pressesInGroup(long group, long person, String label) {
        ScriptedBotApi.Shown screen = telegram.screen();
        ObjectNode update = press(person, screen.id(), screen.button(label));
        ((ObjectNode) update.at("/callback_query/message/chat"))
                .put("id", group)
                .put("type", "supergroup");
        return handle(update);
    }

    /** Handles an update and commits its writes; anything but done is a failure of the test. */
    public Chat handle(ObjectNode update) {
        handleAnyhow(update);
        if (!(lastOutcome instanceof HandleOutcome.Done)) {
            throw new AssertionError("not done but " + lastOutcome);
        }
        return this;
    }

    /** Handles an update, whatever comes of it. */
    public Chat handleAnyhow(ObjectNode update) {
        lastOutcome = handleOnly(update);
        if (lastOutcome instanceof HandleOutcome.Done(var writes)) {
            database.writeNow(handle -> writes.forEach(write -> write.on(handle)));
        }
        return this;
    }

    /** Presses, and loses what should have been saved: the process died after it had answered. Then it all comes again. */
    public Chat pressesAndCrashes(String label) {
        ScriptedBotApi.Shown screen = telegram.screen();
        ObjectNode update = press(OWNER, screen.id(), screen.button(label));
        handleOnly(update);
        return handle(update);
    }

    private HandleOutcome handleOnly(ObjectNode update) {
        byte[] body = update.toString().getBytes(StandardCharsets.UTF_8);
        if (!(UpdateReader.read(body) instanceof UpdateReader.Result.Valid(var head))) {
            throw new AssertionError("not an update: " + update);
        }
        try {
            return handler.handle(
                    new IncomingUpdate(head, body, 1, clock.instant().plusSeconds(60)));
        } catch (InterruptedException e) {
            throw new AssertionError(e);
        }
    }

    /** Makes the one-time link that a start without an owner logs. */
    public Token openClaim() {
        return peopleChat.claims().open();
    }

    /** Lets the scheduler carry out what is due. */
    public Chat carryOutDeletions() throws InterruptedException {
        due.run();
        return this;
    }

    /** Lets the scheduler look whether the files came that Airtable was to fetch. */
    public Chat lookForFiles() throws InterruptedException {
        arrivals.run();
        return this;
    }

    /** Lets the scheduler look into writes that a crash left without an outcome. */
    public Chat lookIntoLeftovers() throws InterruptedException {
        leftovers.run();
        return this;
    }

    /** Lets the scheduler tell what is wrong with the settings tables. */
    public Chat reportProblems() throws InterruptedException {
        peopleChat.reportProblems();
        return this;
    }

    /** Lets the scheduler copy changes into the base. */
    public Chat copyChanges() throws InterruptedException {
        mirror.run();
        return this;
    }

    /** Returns the database, to put in what no screen of these tests makes. */
    public Database database() {
        return database;
    }

    /** Returns the account of changes. */
    public AuditLog audit() {
        return AuditParts.log(database);
    }

    /** Lets the scheduler drop drafts that nobody touched. */
    public Chat expireDrafts() throws InterruptedException {
        expiry.run();
        return this;
    }

    public HandleOutcome outcome() {
        return lastOutcome;
    }

    /** Makes an invitation as the owner does and returns its token. */
    public String invitation(String role, String tables) {
        types("/invite").presses(role).presses(tables);
        Matcher link = Pattern.compile("start=i_([A-Za-z0-9_-]+)").matcher(lastTo(OWNER));
        if (!link.find()) {
            throw new AssertionError("no link in: " + lastTo(OWNER));
        }
        return link.group(1);
    }

    /** Returns the text of the last message in a person's chat. */
    public String lastTo(long person) {
        return shownTo(person)
                .map(ScriptedBotApi.Shown::text)
                .reduce((_, later) -> later)
                .orElse("");
    }

    /** Returns the last message in a person's chat that has buttons. */
    public ScriptedBotApi.Shown lastWithButtons(long person) {
        return shownTo(person)
                .filter(message -> !message.buttons().isEmpty())
                .reduce((_, later) -> later)
                .orElseThrow();
    }

    private Stream<ScriptedBotApi.Shown> shownTo(long person) {
        return telegram.messages().stream().filter(message -> message.chat() == person);
    }

    /** Returns the text of the last message that has buttons. */
    public String screen() {
        return telegram.screen().text();
    }

    /** Returns the text of the message at the end of the chat. */
    public String last() {
        return telegram.last().text();
    }

    private ObjectNode person(long id) {
        return JSON.createObjectNode()
                .put("id", id)
                .put("is_bot", false)
                .put("first_name", "Ada")
                .put("language_code", language);
    }

    @Override
    public void close() throws Exception {
        parts.close();
        telegram.close();
        database.close();
        try (var files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                Files.delete(file);
            }
        }
    }
}
