package dev.basegram.bot.access;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.access.rules.CompiledRules;
import dev.basegram.bot.access.rules.Me;
import dev.basegram.bot.access.rules.RowMatches;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.access.rules.RuledRights;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import java.time.Instant;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Generated rules, rows and people, every operation on every row: what gets through is what the rules say, worked out here a second
 * time in the plainest way, and what is refused looks the same whether or not the record exists.
 */
class RightsMatrixTest {
    private static final Instant MADE = Instant.parse("2026-11-01T00:00:00Z");
    private static final TableId ORDERS = new TableId("tblOrders00000001");
    private static final TableId PEOPLE = new TableId("tblPeople00000001");
    private static final FieldId NAME = new FieldId("fldName0000000001");
    private static final FieldId WHOSE = new FieldId("fldWhose000000001");
    private static final FieldId PHONE = new FieldId("fldPhone000000001");
    private static final FieldId NOTE = new FieldId("fldNote0000000001");
    private static final FieldId FILES = new FieldId("fldFiles000000001");
    private static final FieldId TOTAL = new FieldId("fldTotal000000001");
    private static final FieldId PERSON_NAME = new FieldId("fldPersonName0001");
    private static final RecordId NO_SUCH = new RecordId("recNoSuch00000001");

    private static final Table ORDER_TABLE = new Table(
            ORDERS,
            "Orders",
            null,
            NAME,
            List.of(
                    new Field(NAME, "Name", null, new FieldType.SingleLineText()),
                    new Field(WHOSE, "Whose", null, new FieldType.RecordLinks(PEOPLE, false, false, null, null)),
                    new Field(PHONE, "Phone", null, new FieldType.PhoneNumber()),
                    new Field(NOTE, "Note", null, new FieldType.MultilineText()),
                    new Field(FILES, "Files", null, new FieldType.Attachments(false)),
                    new Field(TOTAL, "Total", null, new FieldType.AutoNumber())),
            List.of());
    private static final Table PEOPLE_TABLE = new Table(
            PEOPLE,
            "People",
            null,
            PERSON_NAME,
            List.of(new Field(PERSON_NAME, "Name", null, new FieldType.SingleLineText())),
            List.of());

    private static final Optional<Schema> SCHEMA =
            Optional.of(new Schema(new BaseId("appHeld0000000001"), List.of(ORDER_TABLE, PEOPLE_TABLE), MADE));

    private static final int ROWS = 12;
    private static final int PERSONS = 4;

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12, 13, 14, 15, 16, 17, 18, 19, 20})
    void whatGetsThroughIsWhatTheRulesSay(long seed) throws InterruptedException {
        for (int round = 0; round < 20; round++) {
            new World(new Random(seed * 1_000 + round)).check();
        }
    }

    @ParameterizedTest
    @EnumSource(
            value = Role.class,
            names = {"OWNER", "ADMIN"},
            mode = EnumSource.Mode.EXCLUDE)
    void withoutARuleThereIsNothing(Role role) throws InterruptedException {
        HeldBase base = new HeldBase(List.of(ORDER_TABLE, PEOPLE_TABLE));
        var me = new Me(7, Optional.empty(), Optional.empty(), Set.of(), PhoneNumbers.international());
        var permitted = new PermittedBase(
                base,
                new RuledRights(role, me, Map.of(), (_, _) -> Set.of(), SCHEMA),
                Caller.person("7"),
                (_, _) -> {},
                Trail.NONE,
                Set.of());
        assertThat(permitted.tables().found().orElseThrow()).isEmpty();
        assertThat(permitted.table(ORDERS).reason()).get().isInstanceOf(AirtableFailure.TableGone.class);
        assertThat(permitted.create(ORDER_TABLE, Map.of(), "k").reason()).isPresent();
        assertThat(base.effects).isEmpty();
    }

    /** The rows of the one formula and of the one view there are. */
    private record Matches(Set<RecordId> byFormula, Set<RecordId> byView) implements RowMatches {
        @Override
        public Set<RecordId> matching(TableId table, String formula) {
            return byFormula;
        }

        @Override
        public Shown inView(TableId table, ViewId view) {
            return new Shown(byView, false);
        }
    }

    private static final ViewId VIEW = new ViewId("viwOpen0000000001");

    /** One base, one rule, one person, and the same questions answered twice. */
    private static final class World {
        private final Random random;
        private final HeldBase base = new HeldBase(List.of(ORDER_TABLE, PEOPLE_TABLE));
        private final Me me;
        private final Optional<Rule> rule;
        private final boolean seesPeople;
        private final Set<RecordId> matching = new HashSet<>();
        private final Set<RecordId> shown = new HashSet<>();
        private final PermittedBase permitted;

        World(Random random) {
            this.random = random;
            for (int i = 0; i < PERSONS; i++) {
                base.put(PEOPLE, record(person(i), Map.of(PERSON_NAME, new CellValue.Text("Person " + i))));
            }
            for (int i = 0; i < ROWS; i++) {
                base.put(ORDERS, order(i));
            }
            this.me = new Me(
                    7,
                    coin() ? Optional.of("+33612345678") : Optional.empty(),
                    coin() ? Optional.of(person(0)) : Optional.empty(),
                    Set.of(row(1), row(3)),
                    PhoneNumbers.international());
            this.rule = random.nextInt(8) == 0 ? Optional.empty() : Optional.of(anyRule());
            this.seesPeople = coin();
            Map<TableId, Rule> rules = new HashMap<>();
            rule.ifPresent(one -> rules.put(ORDERS, one));
            if (seesPeople) {
                rules.put(PEOPLE, Rule.usual(PEOPLE, Role.VIEWER, Optional.empty()));
            }
            this.permitted = new PermittedBase(
                    base,
                    new RuledRights(
                            Role.EDITOR,
                            me,
                            new CompiledRules().of(rules.values(), SCHEMA),
                            new Matches(matching, shown),
                            SCHEMA),
                    Caller.person("7"),
                    (_, _) -> {},
                    Trail.NONE,
                    Set.of());
        }

        private boolean coin() {
            return random.nextBoolean();
        }

        private AirtableRecord order(int i) {
            Map<FieldId, CellValue> cells = new HashMap<>();
            cells.put(NAME, new CellValue.Text("Order " + i));
            cells.put(NOTE, new CellValue.Text("secret" + i));
            if (coin()) {
                cells.put(WHOSE, new CellValue.Links(List.of(person(random.nextInt(PERSONS)))));
            }
            if (coin()) {
                cells.put(PHONE, new CellValue.Text(coin() ? "+33 6 12 34 56 78" : "0612345678"));
            }
            cells.put(
                    FILES,
                    new CellValue.Attachments(List.of(
                            new Attachment("att" + i, "f.jpg", "image/jpeg", 10, null, null, "http://localhost/f"))));
            if (coin()) {
                matching.add(row(i));
            }
            if (coin()) {
                shown.add(row(i));
            }
            return record(row(i), cells);
        }

        private Rule anyRule() {
            RowRule rows = switch (random.nextInt(6)) {
                case 0 -> new RowRule.All();
                case 1 -> new RowRule.Mine(WHOSE);
                case 2 -> new RowRule.Mine(PHONE);
                case 3 -> new RowRule.Sent();
                case 4 -> new RowRule.InView(VIEW);
                default -> new RowRule.Matching("{Status} = 'Open'");
            };
            return new Rule(
                    ORDERS,
                    Role.EDITOR,
                    random.nextInt(4) != 0,
                    coin(),
                    coin(),
                    coin(),
                    rows,
                    someOf(NOTE, PHONE, FILES, WHOSE),
                    coin() ? Optional.empty() : Optional.of(someOf(NAME, NOTE, PHONE, WHOSE, FILES)),
                    someOf(NAME, NOTE),
                    List.of(NOTE, NAME));
        }

        private Set<FieldId> someOf(FieldId... fields) {
            return Arrays.stream(fields).filter(_ -> coin()).collect(Collectors.toSet());
        }

        void check() throws InterruptedException {
            tablesAndFields();
            rows();
            search();
            for (int i = 0; i < ROWS; i++) {
                one(row(i));
            }
            one(NO_SUCH);
            creating();
        }

        // The plainest reading of the rule
        // -----------------------------------------------------------------------------

        private boolean table() {
            return rule.filter(r -> r.see() || r.add()).isPresent();
        }

        private boolean sees(RecordId id) {
            AirtableRecord record = base.all(ORDERS).stream()
                    .filter(row -> row.id().equals(id))
                    .findFirst()
                    .orElse(null);
            if (record == null || rule.isEmpty() || !rule.get().see()) {
                return false;
            }
            return switch (rule.get().rows()) {
                case RowRule.All _ -> true;
                case RowRule.Sent _ -> id.equals(row(1)) || id.equals(row(3));
                case RowRule.Matching _ -> matching.contains(id);
                case RowRule.InView _ -> shown.contains(id);
                case RowRule.Mine(FieldId field) ->
                    field.equals(WHOSE)
                            ? me.record().isPresent()
                                    && record.cell(WHOSE).equals(new CellValue.Links(List.of(person(0))))
                            : me.phone().isPresent()
                                    && record.cell(PHONE).equals(new CellValue.Text("+33 6 12 34 56 78"));
            };
        }

        private boolean fieldShown(FieldId field) {
            return table() && !rule.orElseThrow().hidden().contains(field);
        }

        private boolean writable(FieldId field) {
            if (!fieldShown(field) || field.equals(TOTAL)) {
                return false;
            }
            Rule r = rule.orElseThrow();
            return r.editable().map(only -> only.contains(field)).orElse(true)
                    && !(r.rows() instanceof RowRule.Mine(FieldId mine) && mine.equals(field));
        }

        private boolean edits(RecordId id, FieldId field) {
            return sees(id) && rule.orElseThrow().edit() && writable(field);
        }

        private boolean adds() {
            return rule.filter(Rule::add)
                    .filter(r -> !(r.rows() instanceof RowRule.Mine(FieldId mine))
                            || (mine.equals(WHOSE)
                                    ? me.record().isPresent()
                                    : me.phone().isPresent()))
                    .isPresent();
        }

        // The same questions, asked at the checkpoint
        // ------------------------------------------------------------------

        private void tablesAndFields() throws InterruptedException {
            List<Table> shown = permitted.tables().found().orElseThrow();
            assertThat(shown.stream().map(Table::id).anyMatch(ORDERS::equals)).isEqualTo(table());
            assertThat(shown.stream().map(Table::id).anyMatch(PEOPLE::equals)).isEqualTo(seesPeople);
            assertThat(permitted.table(ORDERS).isOk()).isEqualTo(table());
            if (table()) {
                Set<FieldId> fields = permitted.table(ORDERS).found().orElseThrow().fields().stream()
                        .map(Field::id)
                        .collect(Collectors.toSet());
                for (Field field : ORDER_TABLE.fields()) {
                    assertThat(fields.contains(field.id())).as(field.name()).isEqualTo(fieldShown(field.id()));
                }
            }
        }

        private Table shownTable() throws InterruptedException {
            return permitted.table(ORDERS).found().orElse(ORDER_TABLE);
        }

        private void rows() throws InterruptedException {
            List<RecordId> given =
                    permitted.rows(shownTable(), Optional.empty()).found().orElseThrow().records().stream()
                            .map(AirtableRecord::id)
                            .toList();
            List<RecordId> expected = base.all(ORDERS).stream()
                    .map(AirtableRecord::id)
                    .filter(this::sees)
                    .toList();
            assertThat(given).isEqualTo(expected);
        }

        private void search() throws InterruptedException {
            List<RecordId> hits = permitted.search(shownTable(), "secret", 100).found().orElseThrow().hits().stream()
                    .map(AirtableRecord::id)
                    .toList();
            List<RecordId> expected = fieldShown(NOTE)
                    ? base.all(ORDERS).stream()
                            .map(AirtableRecord::id)
                            .filter(this::sees)
                            .toList()
                    : List.of();
            assertThat(hits).as("a hidden field cannot be guessed by searching").isEqualTo(expected);
        }

        private void one(RecordId id) throws InterruptedException {
            Answer<AirtableRecord> got = permitted.record(shownTable(), id, Freshness.HELD);
            assertThat(got.isOk()).as("see " + id).isEqualTo(sees(id));
            if (!sees(id)) {
                assertThat(got.reason()).contains(new AirtableFailure.RecordGone(id));
            }
            changing(id);
            linking(id);
            files(id);
            deleting(id);
        }

        private void changing(RecordId id) throws InterruptedException {
            for (Field field : ORDER_TABLE.fields()) {
                if (field.id().equals(WHOSE) || field.id().equals(FILES)) {
                    continue;
                }
                base.effects.clear();
                CellValue value = field.id().equals(TOTAL) ? CellValue.Numeric.of(1) : new CellValue.Text("changed");
                permitted.update(shownTable(), RecordChange.put(ORDERS, id, Map.of(field.id(), value)));
                assertThat(!base.effects.isEmpty())
                        .as("edit " + field.name() + " of " + id + " under " + rule)
                        .isEqualTo(edits(id, field.id()));
            }
        }

        private void linking(RecordId id) throws InterruptedException {
            for (RecordId target : List.of(person(1), NO_SUCH)) {
                base.effects.clear();
                permitted.update(
                        shownTable(),
                        RecordChange.put(ORDERS, id, Map.of(WHOSE, new CellValue.Links(List.of(target)))));
                boolean may = edits(id, WHOSE) && seesPeople && !target.equals(NO_SUCH);
                assertThat(!base.effects.isEmpty())
                        .as("link " + id + " to " + target)
                        .isEqualTo(may);
            }
        }

        private void files(RecordId id) throws InterruptedException {
            Field field = ORDER_TABLE.field(FILES).orElseThrow();
            base.effects.clear();
            permitted.upload(shownTable(), id, field, new NewFile("f.txt", "text/plain", new byte[] {1}));
            assertThat(!base.effects.isEmpty())
                    .as("upload to " + id)
                    .isEqualTo(edits(id, FILES)
                            || rule.filter(Rule::add).isPresent()
                                    && writable(FILES)
                                    && Set.of(row(1), row(3)).contains(id));
            base.effects.clear();
            permitted.download(shownTable(), id, field, "att0", 10);
            assertThat(!base.effects.isEmpty()).as("download from " + id).isEqualTo(sees(id) && fieldShown(FILES));
        }

        private void deleting(RecordId id) throws InterruptedException {
            base.effects.clear();
            permitted.delete(shownTable(), id);
            assertThat(!base.effects.isEmpty())
                    .as("delete " + id)
                    .isEqualTo(sees(id) && rule.orElseThrow().delete());
        }

        private void creating() throws InterruptedException {
            for (FieldId field : List.of(NAME, NOTE, PHONE)) {
                base.effects.clear();
                permitted.create(shownTable(), Map.of(field, new CellValue.Text("new")), "key");
                assertThat(!base.effects.isEmpty())
                        .as("create with " + field + " under " + rule)
                        .isEqualTo(adds() && writable(field));
                if (!base.effects.isEmpty() && rule.orElseThrow().rows() instanceof RowRule.Mine(FieldId mine)) {
                    assertThat(base.effects.getFirst())
                            .as("a row made under «mine» is mine")
                            .contains(mine.toString());
                }
            }
        }
    }

    private static RecordId row(int i) {
        return new RecordId("recOrder%09d".formatted(i));
    }

    private static RecordId person(int i) {
        return new RecordId("recPerson%08d".formatted(i));
    }

    private static AirtableRecord record(RecordId id, Map<FieldId, CellValue> cells) {
        return new AirtableRecord(id, MADE, Map.copyOf(cells));
    }
}
