package dev.basegram.bot.chat.setup;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.AccessCheck;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.FakeAirtable;
import dev.basegram.bot.chat.Workshop;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** From the check to rules that count at once, by buttons alone; for those who run the bot and for nobody else. */
class SetupTest {
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
    void theCheckSaysWhatWorksAndCostsItsCallsOnce() {
        chat.types("/setup");
        assertThat(chat.screen())
                .contains("✅ Bot: @acme_ops_bot")
                .contains("✅ Updates come by long polling")
                .contains("✅ Airtable token: reads tables, reads records, writes records")
                .contains("Orders (14 fields)")
                .contains("only those who run the bot see anything");
        assertThat(chat.telegram.screen().labels()).noneMatch(label -> label.contains("How to fix"));
        assertThat(base.takeCalls()).contains("checkAccess");

        chat.presses("Choose tables").presses("Back");
        assertThat(base.takeCalls()).doesNotContain("checkAccess");
        chat.presses("Check again");
        assertThat(base.takeCalls()).contains("checkAccess");
    }

    @Test
    void whatIsWrongComesWithWhatToClick() {
        lacking(Scope.WRITE_RECORDS);
        chat.intake(new IntakeState(
                IntakeState.Road.NONE,
                true,
                Optional.of("https://acme.example/telegram/webhook"),
                Optional.of("other.example"),
                Optional.empty()));
        chat.types("/setup");
        assertThat(chat.screen())
                .contains("⚠️ The token lacks <code>data.records:write</code>: nothing can be added or changed")
                .contains("⚠️ The bot’s webhook points to other.example");

        chat.presses("How to fix");
        assertThat(chat.screen())
                .contains("airtable.com/create/tokens")
                .contains("+ Add a scope")
                .contains("/revoke");
    }

    @Test
    void aTeamIsSetUpInThreePressesAndTakenBackByOne() {
        chat.types("/setup").presses("Who may use it").presses("Team").presses("All tables");
        assertThat(chat.screen())
                .contains("Done: Orders, Clients")
                .contains("<b>Editor</b>: sees all rows; may add, change; cannot delete")
                .contains("<b>Viewer</b>: sees all rows; cannot add, change, delete");

        chat.types(BORIS, "/start i_" + invitation("Viewer"));
        assertThat(homeOf(BORIS)).contains("Orders", "Clients");

        chat.types("/setup")
                .presses("Who may use it")
                .presses("Team")
                .presses("Orders")
                .presses("Undo");
        assertThat(chat.screen()).contains("<b>Viewer</b>: sees all rows");
    }

    @Test
    void undoPutsBackWhatAPresetReplaced() {
        chat.types("/setup")
                .presses("Choose tables")
                .presses("Orders")
                .presses("Editor")
                .presses("⬜ delete");
        assertThat(chat.screen()).contains("may delete").contains("✅ see".substring(2));
        chat.presses("Back")
                .presses("Back")
                .presses("Back")
                .presses("Who may use it")
                .presses("Team")
                .presses("Orders");
        assertThat(chat.screen()).contains("<b>Editor</b>: sees all rows; may add, change; cannot delete");
        chat.presses("Undo");
        assertThat(chat.screen()).contains("<b>Editor</b>: sees all rows; may delete; cannot add, change");
        assertThat(chat.screen()).contains("<b>Viewer</b>: no access");
    }

    @Test
    void selfServiceAsksWhichFieldMeansThePerson() {
        chat.types("/setup")
                .presses("Who may use it")
                .presses("Self-service")
                .presses("Orders")
                .presses("Client");
        assertThat(chat.screen()).contains("sees rows where «Client» is the person; may add, change; cannot delete");
    }

    @Test
    void aRuleIsChangedPressByPressAndCountsAtOnce() {
        chat.types("/setup").presses("Who may use it").presses("Team").presses("Orders");
        chat.types(BORIS, "/start i_" + invitation("Viewer"));

        chat.types("/setup").presses("Choose tables").presses("Orders").presses("Viewer");
        chat.presses("Hidden fields").presses("Total").presses("Back");
        assertThat(chat.screen()).contains("🙈 Hidden: Total");
        chat.presses("Required fields").presses("Status").presses("Back");
        assertThat(chat.screen()).contains("❗ Required: Status");
        chat.presses("Form order").presses("Status").presses("Order").presses("Back");
        assertThat(chat.screen()).contains("🔢 Asked first: Status, Order");
        chat.presses("Fillable fields").presses("Status").presses("Back");
        assertThat(chat.screen()).contains("✏️ Only these can be filled in:").doesNotContain("filled in: Status");
        chat.presses("Which rows").presses("Those of a view").presses("Open");
        assertThat(chat.screen()).contains("sees the rows of the view «Open»");

        chat.types(BORIS, "/menu");
        ScriptedBotApi.Shown home = lastWithButtons(BORIS);
        chat.presses(BORIS, home.id(), home.button("Orders"));
        assertThat(shownTo(BORIS)).contains("#1001").doesNotContain("10.00");

        chat.types("/setup")
                .presses("Choose tables")
                .presses("Orders")
                .presses("Viewer")
                .presses("No access");
        assertThat(chat.screen()).contains("<b>Viewer</b>: no access");
        chat.types(BORIS, "/menu");
        assertThat(homeOf(BORIS)).contains("Clients").doesNotContain("Orders");
    }

    @Test
    void aFormulaIsTriedBeforeItCounts() {
        chat.types("/setup")
                .presses("Choose tables")
                .presses("Orders")
                .presses("Viewer")
                .presses("see");
        chat.presses("Which rows").presses("A formula").types("Nowhere = 1");
        assertThat(chat.screen()).contains("Airtable does not take").contains("Nothing has changed");
        chat.types("Status = 'Ready'");
        assertThat(chat.screen())
                .contains("sees rows for which <code>Status = 'Ready'</code> holds")
                .contains("It holds for 3 rows now");
        chat.types("hello");
        assertThat(chat.last()).contains("Nothing is open");
    }

    @Test
    void nobodyElseGetsAnAnswerAndNothingForgedBreaksAnything() {
        chat.types("/setup").presses("Who may use it").presses("Team").presses("Orders");
        chat.types(BORIS, "/start i_" + invitation("Editor"));
        int before = messagesTo(BORIS);
        for (SetupPress.Kind kind : SetupPress.Kind.values()) {
            var press = SetupPress.of(kind, Workshop.ORDERS, dev.basegram.bot.access.Role.EDITOR);
            chat.presses(BORIS, 1, "c.setup." + press.write());
        }
        chat.types(BORIS, "/setup");
        assertThat(messagesTo(BORIS)).isEqualTo(before + 1);
        assertThat(shownTo(BORIS)).contains("do not know /setup");

        Random random = new Random(7);
        List<String> parts =
                List.of("-", "e", "o", "Orders00000001", "Nowhere0000001", "Client00000001", "0", "3", "zz");
        for (int i = 0; i < 2_000; i++) {
            List<String> data = new ArrayList<>();
            SetupPress.Kind[] kinds = SetupPress.Kind.values();
            String written = SetupPress.of(kinds[random.nextInt(kinds.length)]).write();
            data.add(written.substring(0, 1));
            for (int part = 0; part < 4; part++) {
                data.add(parts.get(random.nextInt(parts.size())));
            }
            SetupPress.read(String.join(".", data))
                    .ifPresent(press -> assertThat(press.write()).isEqualTo(String.join(".", data)));
            if (i % 20 == 0 && !written.startsWith("K")) {
                chat.presses(Chat.OWNER, 1, "c.setup." + String.join(".", data));
            }
        }
        byte[] bytes = new byte[30];
        for (int i = 0; i < 500; i++) {
            random.nextBytes(bytes);
            String forged = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
            assertThat(SetupPress.read(forged)).isEmpty();
        }
    }

    @Test
    void theTablesAreMadeFilledAndFromThenOnTheyDecide() {
        chat.types("/setup").presses("Who may use it").presses("Team").presses("Orders");
        chat.types(BORIS, "/start i_" + invitation("Viewer"));
        chat.types("/setup")
                .presses("Who may use it")
                .presses("Keep it in the base")
                .presses("Make the tables");
        assertThat(chat.screen()).contains("Bot Audit, Bot People, Bot Rules");
        assertThat(base.tables()).extracting(Table::name).contains("Bot Rules", "Bot People", "Bot Audit");
        assertThat(rows("Bot Rules")).hasSize(3);
        assertThat(rows("Bot People"))
                .singleElement()
                .satisfies(row ->
                        assertThat(row).containsEntry("Telegram id", "1002").containsEntry("Role", "viewer"));

        chat.types(BORIS, "/menu");
        assertThat(homeOf(BORIS)).contains("Orders");
        chat.types("/setup");
        assertThat(chat.screen()).contains("the table «Bot Rules»");
        chat.presses("Choose tables")
                .presses("Orders")
                .presses("Viewer")
                .presses("Hidden fields")
                .presses("Total");
        assertThat(rows("Bot Rules"))
                .anySatisfy(
                        row -> assertThat(row).containsEntry("Role", "viewer").containsEntry("Hidden", "Total"));

        chat.presses("Back").presses("No access");
        chat.types(BORIS, "/menu");
        assertThat(homeOf(BORIS)).contains("Clients").doesNotContain("Orders");
        assertThat(rows("Bot Rules")).as("the row stays, without a tick").hasSize(3);
        chat.types("/users").presses("Ada · Viewer").presses("Shut out");
        assertThat(rows("Bot People"))
                .singleElement()
                .satisfies(row -> assertThat(row).containsEntry("Role", "blocked"));
        chat.types(BORIS, "/menu");
        assertThat(shownTo(BORIS)).contains("invited people");
    }

    @Test
    void cutOffInTheMiddleItGoesOnWhereItWasAndMakesNothingTwice() {
        for (int stop = 1; stop < 14; stop++) {
            FakeAirtable other = Workshop.withOrders(Workshop.shortOrders(), 1);
            try (Chat each = new Chat(other)) {
                each.types("/setup").presses("Who may use it").presses("Team").presses("All tables");
                each.types("/setup").presses("Who may use it").presses("Keep it in the base");
                other.failAfter(stop, new dev.basegram.bot.airtable.AirtableFailure.BadAnswer("cut off"));
                each.presses("Make the tables");
                boolean cut = each.screen().contains("Press again");
                if (cut) {
                    each.presses("Make the tables");
                }
                assertThat(each.screen()).as("after %d calls", stop).contains("Bot Audit, Bot People, Bot Rules");
                assertThat(other.tables())
                        .extracting(Table::name)
                        .as("after %d calls", stop)
                        .containsExactlyInAnyOrder("Orders", "Clients", "Bot Rules", "Bot People", "Bot Audit");
                Table rules = table(other, "Bot Rules");
                assertThat(other.records(rules.id())).as("after %d calls", stop).hasSize(4);
            } catch (Exception e) {
                throw new AssertionError("after " + stop + " calls", e);
            }
        }
    }

    @Test
    void aTableThatLacksColumnsIsShownAndSaidToBeReadOnly() {
        List<Table> all = new ArrayList<>(base.tables());
        all.add(new Table(
                new dev.basegram.bot.airtable.TableId("tblRules000000001"),
                "Bot Rules",
                null,
                new dev.basegram.bot.airtable.FieldId("fldRulesTable0001"),
                List.of(Workshop.field(
                        new dev.basegram.bot.airtable.FieldId("fldRulesTable0001"),
                        "Table",
                        new dev.basegram.bot.airtable.FieldType.SingleLineText())),
                List.of()));
        base.replaceTables(all);
        chat.types("/setup").presses("Who may use it");
        assertThat(chat.screen()).contains("lacks columns a rule needs").contains("Rows");
        assertThat(chat.telegram.screen().labels()).doesNotContain("Team");
    }

    private void lacking(Scope missing) {
        Map<Scope, AccessCheck.State> scopes = new HashMap<>();
        for (Scope scope : Scope.values()) {
            scopes.put(scope, scope == missing ? AccessCheck.State.MISSING : AccessCheck.State.GRANTED);
        }
        base.allow(new AccessCheck("usrOwner000000001", "create", "Workshop", scopes));
    }

    private List<Map<String, String>> rows(String name) {
        Table table = table(base, name);
        return base.records(table.id()).stream().map(row -> text(table, row)).toList();
    }

    private static Table table(FakeAirtable in, String name) {
        return in.tables().stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow();
    }

    private static Map<String, String> text(Table table, AirtableRecord row) {
        Map<String, String> cells = new HashMap<>();
        table.fields().forEach(field -> {
            switch (row.cell(field.id())) {
                case CellValue.Text(String text) -> cells.put(field.name(), text);
                case CellValue.Choice(String choice) -> cells.put(field.name(), choice);
                default -> {}
            }
        });
        return cells;
    }

    private String invitation(String role) {
        chat.types("/invite").presses(role).presses("All tables");
        Matcher link = Pattern.compile("start=i_([A-Za-z0-9_-]+)").matcher(shownTo(Chat.OWNER));
        String found = "";
        while (link.find()) {
            found = link.group(1);
        }
        assertThat(found.getBytes(StandardCharsets.UTF_8)).isNotEmpty();
        return found;
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

    private List<String> homeOf(long person) {
        return lastWithButtons(person).labels();
    }
}
