package dev.basegram.bot.access.tables;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What an operator writes into Bot People and Bot Rules: each row means one thing, or nothing and the admins are told why. */
class SettingsTablesTest {
    private static final Instant NOW = Instant.parse("2026-11-25T10:00:00Z");
    private static final TableId ORDERS = new TableId("tblOrders00000001");
    private static final TableId CLIENTS = new TableId("tblClients0000001");
    private static final FieldId STATUS = new FieldId("fldStatus00000001");
    private static final FieldId CLIENT = new FieldId("fldClient00000001");

    private static final Table ORDER_TABLE = new Table(
            ORDERS,
            "Orders",
            null,
            STATUS,
            List.of(
                    new Field(STATUS, "Status", null, new FieldType.SingleSelect(List.of())),
                    new Field(CLIENT, "Client", null, new FieldType.RecordLinks(CLIENTS, false, false, null, null))),
            List.of());

    private int made;

    @Test
    void aPersonIsWhatTheirRowSays() {
        Table people = table("Bot People", "Telegram id", "Name", "Role", "Phone", "Active");
        var reading = read(
                people,
                List.of(
                        row(people, Map.of("Telegram id", "1002", "Name", "Boris", "Role", "Editor", "Active", true)),
                        row(people, Map.of("Telegram id", "1003", "Role", "self service", "Active", true)),
                        row(people, Map.of("Telegram id", "1004", "Role", "admin")),
                        row(people, Map.of("Telegram id", "1005", "Role", "blocked", "Active", true)),
                        row(people, Map.of("Name", "no id yet"))));

        assertThat(reading.problems()).isEmpty();
        assertThat(reading.members()).containsOnlyKeys(1002L, 1003L, 1004L, 1005L);
        Member boris = reading.members().get(1002L);
        assertThat(boris.role()).isEqualTo(Role.EDITOR);
        assertThat(boris.name()).isEqualTo("Boris");
        assertThat(boris.blocked()).isFalse();
        assertThat(reading.members().get(1003L).role()).isEqualTo(Role.SELF_SERVICE);
        assertThat(reading.members().get(1004L).blocked())
                .as("not ticked as active")
                .isTrue();
        assertThat(reading.members().get(1005L).blocked()).isTrue();
    }

    @Test
    void aPersonListedTwiceIsNobodyAndTheAdminsAreToldWhichRow() {
        Table people = table("Bot People", "Telegram id", "Role");
        AirtableRecord second = row(people, Map.of("Telegram id", "1002", "Role", "admin"));
        var reading = read(people, List.of(row(people, Map.of("Telegram id", "1002", "Role", "viewer")), second));
        assertThat(reading.members()).isEmpty();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.record()).isEqualTo(second.id()))
                .satisfies(problem -> assertThat(problem.wrong()).contains("two rows"));
    }

    @Test
    void aPersonRowThatMeansNothingGivesNothing() {
        Table people = table("Bot People", "Telegram id", "Role");
        var reading = read(
                people,
                List.of(
                        row(people, Map.of("Telegram id", "@boris", "Role", "editor")),
                        row(people, Map.of("Telegram id", "-5", "Role", "editor")),
                        row(people, Map.of("Telegram id", "1002", "Role", "king")),
                        row(people, Map.of("Telegram id", "1003"))));
        assertThat(reading.members()).isEmpty();
        assertThat(reading.problems()).hasSize(4);
        assertThat(reading.problems().get(2).wrong()).contains("owner, admin, editor");
    }

    @Test
    void aPersonWithoutAnIdIsKnownByTheirNumberAlone() {
        Table people = table("Bot People", "Name", "Telegram id", "Role", "Phone");
        AirtableRecord national = row(people, Map.of("Name", "Clara", "Role", "editor", "Phone", "06 12 34 56 78"));
        AirtableRecord again = row(people, Map.of("Name", "Dora", "Role", "editor", "Phone", "0033699999999"));
        var reading = read(
                people,
                List.of(
                        row(people, Map.of("Name", "Anna", "Role", "editor", "Phone", "+33 6 12 34 56 78")),
                        row(people, Map.of("Name", "Boris", "Role", "viewer", "Phone", "+33 6 99 99 99 99")),
                        row(people, Map.of("Name", "Eve", "Phone", "+33 6 88 88 88 88")),
                        national,
                        again));
        assertThat(reading.members()).isEmpty();
        assertThat(reading.byPhone())
                .extracting(member -> member.phone().orElse(""))
                .containsExactly("+33612345678", "+33699999999", "+33699999999");
        assertThat(reading.problems()).extracting(RowProblem::row).containsExactly("Eve", "Clara", "Dora");
        assertThat(reading.problems().get(1).wrong()).contains("country code").contains("PHONE_COUNTRY");
        assertThat(reading.problems().get(2).wrong()).contains("same Phone");
        assertThat(reading.problems().get(1).link(new BaseId("appHeld0000000001")))
                .isEqualTo("https://airtable.com/appHeld0000000001/tblSettings000001/" + national.id());

        var settings = new BaseSettings(
                Optional.of(reading.members()), reading.byPhone(), Optional.empty(), reading.problems());
        assertThat(settings.withPhone("+33612345678")).map(Member::name).contains("Anna");
        assertThat(settings.withPhone("+33699999999")).isEmpty();
        assertThat(settings.isTwice("+33699999999")).isTrue();
    }

    @Test
    void aRuleIsReadByNamesOrIds() {
        Table rules = rules();
        var reading = RulesTable.read(
                schema(),
                rules,
                List.of(
                        row(
                                rules,
                                Map.of(
                                        "Table",
                                        "Orders",
                                        "Role",
                                        "editor",
                                        "See",
                                        true,
                                        "Edit",
                                        true,
                                        "Hidden",
                                        "Client",
                                        "Editable",
                                        "Status\n")),
                        row(
                                rules,
                                Map.of(
                                        "Table",
                                        ORDERS.value(),
                                        "Role",
                                        "self-service",
                                        "See",
                                        true,
                                        "Rows",
                                        "mine: Client")),
                        row(
                                rules,
                                Map.of(
                                        "Table",
                                        "Orders",
                                        "Role",
                                        "viewer",
                                        "See",
                                        true,
                                        "Rows",
                                        "formula: {Status} = 'Open'"))));

        assertThat(reading.problems()).isEmpty();
        Rule editor = of(reading, Role.EDITOR);
        assertThat(editor.see()).isTrue();
        assertThat(editor.add()).isFalse();
        assertThat(editor.hidden()).isEqualTo(Set.of(CLIENT));
        assertThat(editor.editable()).isEqualTo(Optional.of(Set.of(STATUS)));
        assertThat(of(reading, Role.SELF_SERVICE).rows()).isEqualTo(new RowRule.Mine(CLIENT));
        assertThat(of(reading, Role.VIEWER).rows()).isEqualTo(new RowRule.Matching("{Status} = 'Open'"));
    }

    @Test
    void aRuleThatMeansNothingDeniesAndSaysWhatToWrite() {
        Table rules = rules();
        var reading = RulesTable.read(
                schema(),
                rules,
                List.of(
                        row(rules, Map.of("Table", "Nowhere", "Role", "editor", "See", true)),
                        row(rules, Map.of("Table", "Orders", "Role", "owner", "See", true)),
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "Rows", "mine: Nothing")),
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "Rows", "mine: Status")),
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "Rows", "some of them")),
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "Hidden", "Gone field")),
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "Rows", "formula:  "))));
        assertThat(reading.rules()).isEmpty();
        assertThat(reading.problems())
                .hasSize(7)
                .allSatisfy(problem -> assertThat(problem.wrong()).isNotBlank());
        assertThat(reading.problems().get(0).wrong()).contains("Nowhere");
        assertThat(reading.problems().get(5).wrong()).contains("Gone field");
    }

    @Test
    void tablesThatSayMineOfEachOtherInACircleGiveNothing() {
        FieldId orders = new FieldId("fldOrdersOf000001");
        FieldId friend = new FieldId("fldFriend00000001");
        Table clients = new Table(
                CLIENTS,
                "Clients",
                null,
                orders,
                List.of(
                        new Field(orders, "Orders", null, new FieldType.RecordLinks(ORDERS, false, false, null, null)),
                        new Field(
                                friend, "Friend", null, new FieldType.RecordLinks(CLIENTS, false, false, null, null))),
                List.of());
        Schema both = new Schema(new BaseId("appHeld0000000001"), List.of(ORDER_TABLE, clients), NOW);
        Table rules = rules();
        var circle = RulesTable.read(
                both,
                rules,
                List.of(
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "See", true, "Rows", "mine: Client")),
                        row(rules, Map.of("Table", "Clients", "Role", "editor", "See", true, "Rows", "mine: Orders")),
                        row(rules, Map.of("Table", "Orders", "Role", "viewer", "See", true, "Rows", "mine: Client"))));
        assertThat(circle.rules()).singleElement().extracting(Rule::role).isEqualTo(Role.VIEWER);
        assertThat(circle.problems())
                .hasSize(2)
                .allSatisfy(problem -> assertThat(problem.wrong()).contains("circle"));

        var toItself = RulesTable.read(
                both,
                rules,
                List.of(
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "See", true, "Rows", "mine: Client")),
                        row(rules, Map.of("Table", "Clients", "Role", "editor", "See", true, "Rows", "mine: Friend"))));
        assertThat(toItself.problems()).isEmpty();
        assertThat(toItself.rules()).hasSize(2);
    }

    @Test
    void twoRulesForOneTableAndRoleCancelEachOther() {
        Table rules = rules();
        var reading = RulesTable.read(
                schema(),
                rules,
                List.of(
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "See", true)),
                        row(rules, Map.of("Table", "Orders", "Role", "editor", "See", true, "Delete", true))));
        assertThat(reading.rules()).isEmpty();
        assertThat(reading.problems())
                .singleElement()
                .satisfies(problem -> assertThat(problem.wrong()).contains("two rules"));
    }

    private static PeopleTable.Reading read(Table people, List<AirtableRecord> rows) {
        return PeopleTable.read(schema(), people, rows, PhoneNumbers.international());
    }

    private static Rule of(RulesTable.Reading reading, Role role) {
        return reading.rules().stream()
                .filter(rule -> rule.role() == role)
                .findFirst()
                .orElseThrow();
    }

    private static Schema schema() {
        return new Schema(new BaseId("appHeld0000000001"), List.of(ORDER_TABLE), NOW);
    }

    private static Table rules() {
        return table("Bot Rules", "Table", "Role", "See", "Add", "Edit", "Delete", "Rows", "Hidden", "Editable");
    }

    private static Table table(String name, String... columns) {
        List<Field> fields = new ArrayList<>();
        for (String column : columns) {
            fields.add(new Field(field(column), column, null, new FieldType.SingleLineText()));
        }
        return new Table(new TableId("tblSettings000001"), name, null, field(columns[0]), fields, List.of());
    }

    private static FieldId field(String column) {
        return new FieldId("fld" + column.replaceAll("[^A-Za-z]", ""));
    }

    private AirtableRecord row(Table table, Map<String, Object> cells) {
        Map<FieldId, CellValue> values = new HashMap<>();
        cells.forEach((column, value) -> values.put(
                table.fieldNamed(column).orElseThrow().id(),
                value instanceof Boolean ticked
                        ? new CellValue.Checkbox(ticked)
                        : new CellValue.Text(value.toString())));
        return new AirtableRecord(new RecordId("recRow%011d".formatted(++made)), NOW, values);
    }
}
