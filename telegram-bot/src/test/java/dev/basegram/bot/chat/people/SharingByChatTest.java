package dev.basegram.bot.chat.people;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuleParts;
import dev.basegram.bot.access.rules.RuleState;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.FakeAirtable;
import dev.basegram.bot.chat.Workshop;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A customer becomes known by their own number, and by no other. */
class SharingByChatTest {
    private static final long ANNA = 1002;
    private static final long BORIS = 1003;
    private static final String ANNAS = "33612345678";
    private static final TableId PEOPLE = new TableId("tblPeople00000001");
    private static final TableId RULES = new TableId("tblRules000000001");

    private FakeAirtable base;
    private Chat chat;
    private RecordId anna;

    @BeforeEach
    void open() throws Exception {
        base = Workshop.withOrders(Workshop.fullOrders(), 6);
        chat = new Chat(base);
        anna = base.records(Workshop.CLIENTS).stream()
                .filter(row -> row.cell(Workshop.CLIENT_NAME).equals(new CellValue.Text("Anna K.")))
                .map(AirtableRecord::id)
                .findFirst()
                .orElseThrow();
        base.set(Workshop.CLIENTS, anna, Workshop.PHONE, new CellValue.Text("+33 6 12 34 56 78"));
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    @Test
    void whoSharesTheNumberOfOneClientSeesThatClientsOrdersAndNoOthers() {
        selfService();
        base.put(Workshop.ORDERS, Map.of(Workshop.NAME, new CellValue.Text("#9999")));
        chat.types(ANNA, "/start");
        ScriptedBotApi.Shown line = chat.lastWithButtons(ANNA);
        chat.presses(ANNA, line.id(), line.button("Share my number"));
        assertThat(lastMarkup()).contains("request_contact");

        shares(ANNA, ANNAS, ANNA);
        assertThat(chat.lastTo(ANNA)).contains("confirmed").contains("own records");
        assertThat(lastMarkup()).contains("remove_keyboard");

        chat.types(ANNA, "/my");
        assertThat(chat.lastTo(ANNA))
                .as("one table: straight into it")
                .contains("Orders")
                .contains("1–6 of 6")
                .doesNotContain("#9999");
    }

    @Test
    void somebodyElsesContactIsRefused() {
        selfService();
        shares(BORIS, ANNAS, ANNA);
        assertThat(chat.lastTo(BORIS)).contains("somebody else’s contact");
        shares(BORIS, ANNAS, null);
        assertThat(chat.lastTo(BORIS)).contains("somebody else’s contact");
        chat.types(BORIS, "/my");
        assertThat(chat.lastTo(BORIS)).contains("invited people");
    }

    @Test
    void aNumberNobodyHasLetsNobodyIn() {
        selfService();
        shares(BORIS, "4915112345678", BORIS);
        assertThat(chat.lastTo(BORIS)).contains("do not find your number");
        chat.types(BORIS, "/my");
        assertThat(chat.lastTo(BORIS)).contains("invited people");
        assertThat(chat.lastTo(Chat.OWNER)).isEmpty();
    }

    @Test
    void twoClientsWithOneNumberLetNobodyInAndTheOwnerIsToldOnce() {
        selfService();
        base.put(
                Workshop.CLIENTS,
                Map.of(
                        Workshop.CLIENT_NAME, new CellValue.Text("Anna's brother"),
                        Workshop.PHONE, new CellValue.Text("0033612345678")));
        shares(ANNA, ANNAS, ANNA);
        assertThat(chat.lastTo(ANNA)).contains("more than once").doesNotContain("brother");
        assertThat(chat.lastTo(Chat.OWNER)).contains("+33612345678").contains("«Clients»");
        int told = chat.telegram.messages().size();
        shares(ANNA, ANNAS, ANNA);
        assertThat(chat.telegram.messages()).as("only the answer").hasSize(told + 1);
        chat.types(ANNA, "/my");
        assertThat(chat.lastTo(ANNA)).contains("invited people");
    }

    @Test
    void nationalNumbersAreNotGuessedAndTheOwnerIsToldSo() {
        selfService();
        base.set(Workshop.CLIENTS, anna, Workshop.PHONE, new CellValue.Text("06 12 34 56 78"));
        shares(ANNA, ANNAS, ANNA);
        assertThat(chat.lastTo(ANNA)).contains("do not find your number");
        assertThat(chat.lastTo(Chat.OWNER)).contains("PHONE_COUNTRY").contains("without a country code: 1");
    }

    @Test
    void withoutSelfServiceThereIsNoSuchButtonAndAForgedPressSaysTheSameLine() {
        chat.types(ANNA, "/start");
        assertThat(chat.lastWithButtons(ANNA).labels()).noneMatch(label -> label.contains("Share"));
        String line = chat.lastTo(ANNA);
        chat.presses(ANNA, 1, "P.p.0.-.-");
        assertThat(chat.lastTo(ANNA)).isEqualTo(line);
        shares(ANNA, ANNAS, ANNA);
        assertThat(chat.lastTo(ANNA)).contains("do not find your number");
    }

    @Test
    void anInvitedPersonIsAskedForTheirNumberWhereTheirRuleNeedsIt() {
        chat.types(ANNA, "/start i_" + chat.invitation("Viewer", "All tables"));
        rule(new Rule(
                Workshop.ORDERS,
                Role.VIEWER,
                true,
                false,
                false,
                false,
                new RowRule.Mine(Workshop.CLIENT),
                Set.of(),
                Optional.empty(),
                Set.of(),
                List.of()));
        chat.types(ANNA, "/my");
        assertThat(chat.lastTo(ANNA)).contains("Telegram sends your own number");
        shares(ANNA, "4915112345678", ANNA);
        assertThat(chat.lastTo(ANNA)).contains("do not find your number");
        shares(ANNA, ANNAS, ANNA);
        assertThat(chat.lastTo(ANNA)).contains("confirmed").contains("viewer");
        chat.types(ANNA, "/my");
        assertThat(chat.lastTo(ANNA)).contains("1–6 of 6");
    }

    @Test
    void aRowOfBotPeopleWithTheNumberIsWhoTheyAreAndGoneWithTheRow() {
        Table people = settings(PEOPLE, "Bot People", "Name", "Telegram id", "Role", "Phone");
        Table rules = settings(RULES, "Bot Rules", "Table", "Role", "See", "Rows");
        base.replaceTables(List.of(Workshop.fullOrders(), Workshop.clients(), people, rules));
        RecordId row = base.put(PEOPLE, cells(people, "Name", "Anna", "Role", "editor", "Phone", "+33 612345678"));
        base.put(RULES, cells(rules, "Table", "Orders", "Role", "editor", "See", true));

        shares(ANNA, ANNAS, ANNA);
        assertThat(chat.lastTo(ANNA)).contains("confirmed").contains("editor");
        chat.types(ANNA, "/menu");
        assertThat(chat.lastWithButtons(ANNA).labels()).contains("Orders");

        base.drop(PEOPLE, row);
        chat.types(ANNA, "/menu");
        assertThat(chat.lastTo(ANNA)).contains("invited people");
    }

    @Test
    void theKeyboardOfAPhoneStepGoesWithTheStepAndLeavesNoTrace() {
        base.replaceTables(List.of(Workshop.fullOrders(), Workshop.clients()));
        chat.types("/add Clients").types("Zoe");
        while (!chat.screen().contains("<b>Phone</b>")) {
            chat.presses("Skip");
        }
        assertThat(lastMarkup()).contains("request_contact");
        chat.types("not a number");
        assertThat(chat.telegram.calls("sendMessage").stream()
                        .filter(call -> call.parameter("reply_markup").contains("request_contact")))
                .as("asked once, and still there")
                .hasSize(1);

        shares(Chat.OWNER, "33699999999", null);
        assertThat(chat.telegram.calls("sendMessage").getLast().parameter("reply_markup"))
                .contains("remove_keyboard");
        assertThat(chat.telegram.messages()).noneMatch(message -> message.text().equals("✓"));
        assertThat(chat.telegram.messages()).noneMatch(message -> message.text().contains("one tap"));
        int before = chat.telegram.calls("sendMessage").size();
        chat.types("/help");
        assertThat(chat.telegram.calls("sendMessage")).hasSize(before + 1);
    }

    @Test
    void brokenRowsAreToldOnceAndAgainWhenTheyChange() throws Exception {
        Table people = settings(PEOPLE, "Bot People", "Name", "Telegram id", "Role");
        Table rules = settings(RULES, "Bot Rules", "Table", "Role", "See", "Rows");
        base.replaceTables(List.of(Workshop.fullOrders(), Workshop.clients(), people, rules));
        RecordId broken = base.put(RULES, cells(rules, "Table", "Nowhere", "Role", "editor", "See", true));
        base.put(PEOPLE, cells(people, "Name", "Boris", "Telegram id", "1003", "Role", "king"));

        chat.reportProblems();
        assertThat(chat.lastTo(Chat.OWNER))
                .contains("2 rows cannot be understood")
                .contains("<b>Bot Rules</b> › <a href=\"https://airtable.com/appSandbox0000001/" + RULES + "/" + broken)
                .contains("there is no table «Nowhere»")
                .contains(">Boris</a>")
                .contains("owner, admin, editor");
        chat.reportProblems();
        assertThat(chat.telegram.messages()).hasSize(1);

        base.set(RULES, broken, field("Table"), new CellValue.Text("Elsewhere"));
        chat.reportProblems();
        assertThat(chat.lastTo(Chat.OWNER))
                .contains("1 row cannot")
                .contains("«Elsewhere»")
                .doesNotContain("Boris");

        base.drop(RULES, broken);
        chat.reportProblems();
        assertThat(chat.telegram.messages()).hasSize(2);
        base.put(RULES, cells(rules, "Table", "Nowhere", "Role", "editor"));
        chat.reportProblems();
        assertThat(chat.telegram.messages()).hasSize(3);
    }

    private void selfService() {
        rule(Rule.usual(Workshop.ORDERS, Role.SELF_SERVICE, Optional.of(Workshop.CLIENT)));
    }

    private void rule(Rule rule) {
        chat.database()
                .writeNow(RuleParts.store(chat.database(), chat.clock)
                        .change(new Actor(Chat.OWNER, "Ada", "test"), RuleState.of(rule)));
    }

    /** Sends a contact. */
    private void shares(long person, String number, Long contactOf) {
        chat.message(person, message -> {
            var contact = message.putObject("contact");
            contact.put("phone_number", number).put("first_name", "A");
            if (contactOf != null) {
                contact.put("user_id", contactOf);
            }
        });
    }

    private String lastMarkup() {
        return chat.telegram.calls("sendMessage").getLast().parameter("reply_markup");
    }

    private static Table settings(TableId id, String name, String... columns) {
        List<Field> fields = new ArrayList<>();
        for (String column : columns) {
            fields.add(new Field(field(column), column, null, new FieldType.SingleLineText()));
        }
        return new Table(id, name, null, field(columns[0]), fields, List.of());
    }

    private static FieldId field(String column) {
        return new FieldId("fld" + column.replaceAll("[^A-Za-z]", ""));
    }

    private static Map<FieldId, CellValue> cells(Table table, Object... pairs) {
        Map<FieldId, CellValue> cells = new java.util.HashMap<>();
        for (int i = 0; i < pairs.length; i += 2) {
            cells.put(
                    table.fieldNamed(pairs[i].toString()).orElseThrow().id(),
                    pairs[i + 1] instanceof Boolean ticked
                            ? new CellValue.Checkbox(ticked)
                            : new CellValue.Text(pairs[i + 1].toString()));
        }
        return cells;
    }
}
