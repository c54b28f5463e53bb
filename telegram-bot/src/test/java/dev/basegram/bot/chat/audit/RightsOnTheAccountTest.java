package dev.basegram.bot.chat.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.access.audit.KeptTable;
import dev.basegram.bot.access.people.PeopleParts;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleParts;
import dev.basegram.bot.access.rules.RuleState;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.FakeAirtable;
import dev.basegram.bot.chat.Workshop;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Who changed whose rights is on the account, wherever people and rules are kept, by whatever road it came, whatever crashed. */
class RightsOnTheAccountTest {
    private static final long BORIS = 1002;

    private FakeAirtable base;
    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        base = Workshop.withOrders(Workshop.fullOrders(), 3);
        chat = new Chat(base);
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    @Test
    void aReadyMadeStartAndItsUndoAreOnTheAccountRuleByRule() {
        chat.types("/setup").presses("Who may use it").presses("Team").presses("Orders");
        assertThat(said())
                .contains(
                        "Ada CREATED Rules kept by the bot [tblOrders00000001 · editor] See: null → yes",
                        "Ada CREATED Rules kept by the bot [tblOrders00000001 · editor] Edit: null → yes",
                        "Ada CREATED Rules kept by the bot [tblOrders00000001 · viewer] Rows: null → all");
        chat.presses("Undo");
        assertThat(said()).contains("Ada DELETED Rules kept by the bot [tblOrders00000001 · editor] See: yes → null");
        chat.types("/audit");
        assertThat(chat.screen())
                .contains("<b>Orders · editor</b>  Rules kept by the bot")
                .contains("🗑 deleted")
                .contains("Edit: yes → —");
    }

    @Test
    void onePressOfARuleIsOneChangeOfOneField() {
        chat.types("/setup").presses("Who may use it").presses("Team").presses("Orders");
        int before = said().size();
        chat.clock.pass(Duration.ofSeconds(1));
        chat.types("/setup").presses("Choose tables").presses("Orders").presses("Viewer");
        chat.presses("Hidden fields").presses("Total");
        assertThat(said()).hasSize(before + 1);
        assertThat(said().getFirst())
                .isEqualTo("Ada CHANGED Rules kept by the bot [tblOrders00000001 · viewer] Hidden: null → "
                        + Workshop.TOTAL);
        chat.types("/audit");
        assertThat(chat.screen()).as("names are said, not ids").contains("Hidden: — → Total");
    }

    @Test
    void aPressWhoseCommitWasLostIsNeitherARuleNorAnEntryAndOnceWhenItComesAgain() {
        chat.types("/setup").presses("Who may use it").presses("Team");
        ScriptedBotApi.Shown screen = chat.telegram.screen();
        ObjectNode press = chat.pressOf(Chat.OWNER, screen.id(), screen.button("Orders"));
        chat.handleAndDie(press);
        assertThat(RuleParts.store(chat.database(), chat.clock).all()).isEmpty();
        assertThat(said()).isEmpty();

        chat.telegram.next("editMessageText", ScriptedBotApi.Answer.tooMany(30));
        chat.handleAnyhow(press);
        assertThat(said()).as("what is tried again has not happened").isEmpty();
        chat.clock.pass(Duration.ofSeconds(31));
        chat.handle(press);
        assertThat(RuleParts.store(chat.database(), chat.clock).all()).hasSize(2);
        assertThat(said()).hasSize(6);
    }

    @Test
    void aChangeAndItsEntryAreOneTransaction() {
        Rule rule = Rule.usual(Workshop.ORDERS, Role.VIEWER, Optional.empty());
        var change = RuleParts.store(chat.database(), chat.clock)
                .change(new Actor(Chat.OWNER, "Ada", "1"), RuleState.of(rule));
        assertThatThrownBy(() -> chat.database().writeNow(handle -> {
                    change.on(handle);
                    throw new IllegalStateException("the disk is full");
                }))
                .hasStackTraceContaining("the disk is full");
        assertThat(RuleParts.store(chat.database(), chat.clock).all()).isEmpty();
        assertThat(said()).isEmpty();
    }

    @Test
    void anInvitationWhoCameInByItAndWhatBecameOfThem() {
        chat.types(BORIS, "/start i_" + chat.invitation("Editor", "Orders"));
        assertThat(said())
                .contains(
                        "Ada CREATED Invitations [editor] Role: null → editor",
                        "Ada CREATED Invitations [editor] Tables: null → tblOrders00000001",
                        "Ada CREATED Rules kept by the bot [tblOrders00000001 · editor] Add: null → yes",
                        "Ada CREATED People kept by the bot [Ada] Role: null → editor",
                        "Ada CREATED People kept by the bot [Ada] Let in by: null → 1001");
        assertThat(chat.audit().page(new AuditFilter.By(BORIS), 0, 10))
                .as("who opened the link is who changed it")
                .hasSize(1);
        int before = said().size();
        chat.clock.pass(Duration.ofSeconds(1));
        chat.types("/users").presses("Ada · Editor").presses("→ Viewer").presses("Shut out");
        chat.presses("Let in again").presses("Remove");
        assertThat(said().subList(0, said().size() - before))
                .contains(
                        "Ada CHANGED People kept by the bot [Ada] Role: editor → viewer",
                        "Ada CHANGED People kept by the bot [Ada] Blocked: null → yes",
                        "Ada CHANGED People kept by the bot [Ada] Blocked: yes → null",
                        "Ada DELETED People kept by the bot [Ada] Role: viewer → null");
        chat.types("/invite").presses("Take back");
        assertThat(said()).contains("Ada DELETED Invitations [editor] Role: editor → null");
    }

    @Test
    void aLinkOpenedTwiceAndAnUpdateHandledTwiceAreOneEntry() {
        String link = chat.invitation("Viewer", "Orders");
        chat.types(BORIS, "/start i_" + link).types(BORIS, "/start i_" + link);
        assertThat(said())
                .filteredOn(line -> line.contains("People kept") && line.contains("Role:"))
                .hasSize(1);
    }

    @Test
    void aRequestThatIsGrantedAndAnOwnersClaim() {
        chat.types(BORIS, "/start");
        ScriptedBotApi.Shown line = chat.lastWithButtons(BORIS);
        chat.presses(BORIS, line.id(), line.button("Ask for access"));
        assertThat(said()).as("asking changes nothing").isEmpty();
        ScriptedBotApi.Shown question = chat.lastWithButtons(Chat.OWNER);
        chat.presses(Chat.OWNER, question.id(), question.button("Viewer"));
        assertThat(entries()).allSatisfy(entry -> assertThat(entry.personId()).isEqualTo(Chat.OWNER));
        assertThat(said()).contains("Ada CREATED People kept by the bot [Ada] Role: null → viewer");

        chat.types(1003, "/start c_" + chat.openClaim().text());
        assertThat(chat.audit().page(new AuditFilter.By(1003), 0, 10))
                .singleElement()
                .satisfies(change -> assertThat(change.entries())
                        .anySatisfy(entry -> assertThat(entry.after()).isEqualTo("owner")));
    }

    @Test
    void aNumberThatLinksSomebodyAndTheOneWhoLosesIt() {
        AirtableRecord anna = base.records(Workshop.CLIENTS).getFirst();
        base.set(Workshop.CLIENTS, anna.id(), Workshop.PHONE, new CellValue.Text("+33 6 12 34 56 78"));
        Rule mine = Rule.usual(Workshop.ORDERS, Role.SELF_SERVICE, Optional.of(Workshop.CLIENT));
        chat.database()
                .writeNow(RuleParts.store(chat.database(), chat.clock)
                        .change(new Actor(Chat.OWNER, "Ada", "rule"), RuleState.of(mine)));
        shares(BORIS);
        String record = "tblClients0000001 " + anna.id();
        assertThat(said())
                .contains(
                        "Ada CHANGED People kept by the bot [Ada] Phone: null → +33612345678",
                        "Ada CHANGED People kept by the bot [Ada] Record: null → " + record,
                        "Ada CREATED People kept by the bot [Ada] Role: null → self-service");
        int before = said().size();
        shares(BORIS);
        assertThat(said()).as("the same again changes nothing").hasSize(before);

        shares(1003);
        assertThat(chat.audit().page(new AuditFilter.By(1003), 0, 10).stream()
                        .flatMap(change -> change.entries().stream())
                        .filter(entry -> entry.record().equals(new RecordId("recPerson1002")))
                        .map(entry -> entry.before() + " → " + entry.after()))
                .containsExactlyInAnyOrder("+33612345678 → null", record + " → null");
        assertThat(PeopleParts.phones(chat.database(), chat.clock).of(BORIS)).isEmpty();
    }

    @Test
    void aNumberThatIsForNothingHereChangesNothing() {
        shares(BORIS);
        assertThat(said()).isEmpty();
        assertThat(PeopleParts.phones(chat.database(), chat.clock).of(BORIS)).isEmpty();
    }

    @Test
    void rowsOfTheSettingsTablesAreOnTheAccountLikeAnyOther() throws Exception {
        settingsInTheBase();
        assertThat(said())
                .as("what was copied")
                .contains(
                        "Ada CREATED Bot People [Ada] Role: null → viewer",
                        "Ada CREATED Bot Rules [Orders · viewer] See: null → ✅");
        int before = said().size();
        chat.types("/setup").presses("Choose tables").presses("Orders").presses("Viewer");
        chat.presses("Hidden fields").presses("Total");
        assertThat(said()).hasSize(before + 1);
        assertThat(said()).contains("Ada CHANGED Bot Rules [Orders · viewer] Hidden: null → Total");

        chat.types("/users").presses("Ada · Viewer").presses("Shut out");
        assertThat(said())
                .contains(
                        "Ada CHANGED Bot People [Ada] Role: viewer → blocked",
                        "Ada CHANGED People kept by the bot [Ada] Blocked: null → yes");
        chat.types("/audit");
        assertThat(chat.screen()).contains("<b>Orders · viewer</b>  Bot Rules").contains("Hidden: — → Total");
    }

    @Test
    void aRuleInTheBaseThatACrashCutShortIsOnTheAccountOnce() throws Exception {
        settingsInTheBase();
        int before = said().size();
        chat.types("/setup")
                .presses("Choose tables")
                .presses("Orders")
                .presses("Viewer")
                .presses("Hidden fields");
        chat.pressesAndCrashes("Total");
        chat.clock.pass(Duration.ofMinutes(3));
        chat.lookIntoLeftovers().lookIntoLeftovers();
        List<String> hidden =
                said().stream().filter(line -> line.contains("Hidden:")).toList();
        assertThat(hidden).containsExactly("Ada CHANGED Bot Rules [Orders · viewer] Hidden: null → Total");
        assertThat(said()).hasSize(before + 1);
        assertThat(base.records(table("Bot Rules").id()).stream().map(row -> words(table("Bot Rules"), row)))
                .as("the second try did not take it back")
                .anySatisfy(row -> assertThat(row).containsEntry("Hidden", "Total"));
    }

    @Test
    void aRoleInTheBaseThatWasWrittenByAProcessThatDiedIsFound() throws Exception {
        settingsInTheBase();
        chat.types("/users").presses("Ada · Viewer");
        ScriptedBotApi.Shown card = chat.telegram.screen();
        chat.handleAndDie(chat.pressOf(Chat.OWNER, card.id(), card.button("Shut out")));
        assertThat(said()).noneMatch(line -> line.contains("blocked"));
        chat.clock.pass(Duration.ofMinutes(3));
        chat.lookIntoLeftovers();
        assertThat(said()).contains("Ada CHANGED Bot People [Ada] Role: viewer → blocked");
    }

    @Test
    void whatAirtableRefusedOfARuleIsNotOnTheAccount() throws Exception {
        settingsInTheBase();
        int before = said().size();
        chat.types("/setup")
                .presses("Choose tables")
                .presses("Orders")
                .presses("Viewer")
                .presses("Hidden fields");
        base.failNextWrite(new AirtableFailure.Unavailable("HTTP 503", null));
        chat.presses("Total");
        chat.clock.pass(Duration.ofMinutes(3));
        chat.lookIntoLeftovers();
        assertThat(said()).hasSize(before);
    }

    @Test
    void rightsAreCopiedIntoTheBaseInWords() throws Exception {
        settingsInTheBase();
        chat.types("/users").presses("Ada · Viewer").presses("Shut out");
        chat.clock.pass(Duration.ofSeconds(30));
        chat.copyChanges().copyChanges();
        Table mirror = table("Bot Audit");
        assertThat(base.records(mirror.id()).stream().map(row -> words(mirror, row)))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Table", "Rules kept by the bot")
                        .containsEntry("Record", "Orders · editor")
                        .containsEntry("Field", "See")
                        .containsEntry("New", "yes")
                        .doesNotContainKey("Link"))
                .anySatisfy(row -> assertThat(row)
                        .containsEntry("Table", "Bot People")
                        .containsEntry("Field", "Role")
                        .containsEntry("Old", "viewer")
                        .containsEntry("New", "blocked")
                        .containsKey("Link"));
    }

    @Test
    void aCreationThatACrashCutShortIsOnTheAccountThoughTheRoleWasTakenAway() throws Exception {
        ObjectNode save = aboutToSave();
        chat.handleAndDie(save);
        assertThat(base.records(Workshop.ORDERS)).as("it was made").hasSize(4);
        chat.types("/users").presses("Ada · Editor").presses("Shut out");
        chat.handle(save);
        assertThat(said()).noneMatch(line -> line.contains(" Orders ["));
        chat.lookIntoLeftovers();
        assertThat(said()).as("it may still be under way").noneMatch(line -> line.contains(" Orders ["));

        chat.clock.pass(Duration.ofMinutes(3));
        chat.lookIntoLeftovers().lookIntoLeftovers();
        assertThat(chat.audit().page(new AuditFilter.By(BORIS), 0, 10).stream()
                        .flatMap(change -> change.entries().stream())
                        .filter(entry -> entry.table().equals(Workshop.ORDERS)))
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.operation()).isEqualTo(AuditEntry.Operation.CREATED);
                    assertThat(entry.after()).isEqualTo("#7000");
                });
        assertThat(leftCreations()).isZero();
    }

    @Test
    void aCreationThatCameToNothingIsForgotten() throws Exception {
        ObjectNode save = aboutToSave();
        base.failNextWrite(new AirtableFailure.OutcomeUnknown("cut"));
        chat.handleAndDie(save);
        assertThat(leftCreations()).isOne();
        chat.clock.pass(Duration.ofMinutes(3));
        base.failNext(new AirtableFailure.Unavailable("HTTP 503", null));
        chat.lookIntoLeftovers();
        assertThat(leftCreations()).as("Airtable could not say").isOne();
        chat.clock.pass(Duration.ofMinutes(4));
        chat.lookIntoLeftovers();
        assertThat(leftCreations()).isZero();
        assertThat(said()).noneMatch(line -> line.contains(" Orders ["));
    }

    @Test
    void whatCannotBeFoundOutIsGivenUpAfterTwoDays() throws Exception {
        ObjectNode save = aboutToSave();
        chat.handleAndDie(save);
        for (int looks = 0; leftCreations() > 0; looks++) {
            assertThat(looks).as("the pauses grow").isLessThan(20);
            base.failNext(new AirtableFailure.Unavailable("HTTP 503", null));
            chat.clock.pass(Duration.ofMinutes(2).multipliedBy(1L << looks));
            chat.lookIntoLeftovers();
        }
    }

    @Test
    void aForgedPressOfSomebodyElseWritesNoSettings() throws Exception {
        settingsInTheBase();
        int before = said().size();
        List<AirtableRecord> rules = base.records(table("Bot Rules").id());
        ScriptedBotApi.Shown screen = chat.types("/setup")
                .presses("Choose tables")
                .presses("Orders")
                .presses("Viewer")
                .telegram
                .screen();
        chat.presses(BORIS, screen.id(), screen.button("see"));
        assertThat(base.records(table("Bot Rules").id())).isEqualTo(rules);
        assertThat(said()).hasSize(before);
    }

    /** Boris is an editor and about to save an order. */
    private ObjectNode aboutToSave() {
        chat.types(BORIS, "/start i_" + chat.invitation("Editor", "Orders"));
        chat.types(BORIS, "/add Orders").types(BORIS, "#7000");
        ScriptedBotApi.Shown step = chat.lastWithButtons(BORIS);
        chat.presses(BORIS, step.id(), step.button("⏭ Review"));
        step = chat.lastWithButtons(BORIS);
        return chat.pressOf(BORIS, step.id(), step.button("Save"));
    }

    private int leftCreations() {
        return chat.database()
                .read(handle -> handle.createQuery("SELECT COUNT(*) FROM audit_creation")
                        .mapTo(Integer.class)
                        .one());
    }

    /** A team with Boris as its viewer, and its people, rules and changes in the base. */
    private void settingsInTheBase() {
        chat.types("/setup").presses("Who may use it").presses("Team").presses("Orders");
        chat.types(BORIS, "/start i_" + chat.invitation("Viewer", "Orders"));
        chat.types("/setup")
                .presses("Who may use it")
                .presses("Keep it in the base")
                .presses("Make the tables");
    }

    private void shares(long person) {
        chat.message(
                person,
                message -> message.putObject("contact")
                        .put("phone_number", "33612345678")
                        .put("first_name", "A")
                        .put("user_id", person));
    }

    private Table table(String name) {
        return base.tables().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> words(Table table, AirtableRecord row) {
        Map<String, String> words = new java.util.HashMap<>();
        row.cells().forEach((id, value) -> {
            if (value instanceof CellValue.Text(String text)) {
                words.put(table.field(id).orElseThrow().name(), text);
            }
        });
        return words;
    }

    private List<AuditEntry> entries() {
        return chat.audit().page(new AuditFilter.Everything(), 0, 1_000).stream()
                .flatMap(change -> change.entries().stream())
                .toList();
    }

    /** The account, the newest first, a line for each field. */
    private List<String> said() {
        return entries().stream().map(this::said).toList();
    }

    private String said(AuditEntry entry) {
        Optional<Table> table = KeptTable.of(entry.table())
                .map(KeptTable::table)
                .or(() -> base.tables().stream()
                        .filter(each -> each.id().equals(entry.table()))
                        .findFirst());
        String field = entry.field()
                .flatMap(id -> table.flatMap(found -> found.field(id)))
                .map(Field::name)
                .orElse("");
        return "%s %s %s [%s] %s: %s → %s"
                .formatted(
                        entry.personName(),
                        entry.operation(),
                        table.map(Table::name).orElse("?"),
                        entry.called(),
                        field,
                        entry.before(),
                        entry.after());
    }
}
