package dev.basegram.bot.access.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.access.AccessParts;
import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.LocalAirtableServer;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.RowScope;
import dev.basegram.bot.airtable.SandboxAirtable;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.client.CappedAirtable;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.rest.ListRequest;
import dev.basegram.bot.airtable.rest.Page;
import dev.basegram.bot.airtable.rest.RecordBody;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.Written;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/**
 * Rules made up by the hundred, over rows and field names that nobody would choose, asked twice: of the test that memory is filtered
 * by, and of Airtable by formula. Both have to say the same, and the formula alone must never leave out what the test lets through.
 */
@QuarkusTest
@WithTestResource(SandboxAirtable.class)
class RulesOnTheWireTest {
    private static final int RULES = 600;
    private static final int ROWS = 90;
    private static final int CAP = 12;
    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final Caller ME = Caller.person("me").patient(Duration.ofMinutes(1));
    private static final String PHONE = "+33612345678";
    private static final String TEXT_NAME = "Owner's \"id\" \\ (a, b)";
    private static final String LINES_NAME = "Note}s {x";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final List<String> TEXTS = List.of(
            "1002",
            " 1002 ",
            "1002\n",
            "\t1002",
            "\u20031002",
            "\u00a01002",
            "11002",
            "10022",
            "id 1002",
            "١٠٠٢",
            "+33 6 12 34 56 78",
            "0033612345678",
            PHONE,
            "06 12 34 56 78",
            "(+33) 612-345-678",
            "+٣٣٦١٢٣٤٥٦٧٨",
            "＋３３６１２３４５６７８",
            "+33 612 345 678 x9",
            "+4915112345678",
            "7",
            "Café crème",
            "CAFE\u0301",
            "O'Hara",
            "end\\",
            "say \"hi\"",
            "x') , TRUE(), ('",
            "{Name}",
            "two\nlines",
            "Straße 12",
            "ΣΊΣΥΦΟΣ",
            "Ёлка",
            "مُحَمَّد",
            "한국어",
            "smile 😀",
            "100%",
            "a.b*c[d]^$");

    private static final List<String> WORDS = List.of(
            "cafe",
            "CAFÉ",
            "creme",
            "o'hara",
            "end\\",
            "\"hi\"",
            "strasse",
            "straße",
            "σισυφος",
            "елка",
            "ёлка",
            "محمد",
            "한국",
            "😀",
            "100%",
            "c[d]",
            "1002",
            "row",
            "row 1",
            "12 34",
            "true(), (",
            "{name}",
            "33612345678",
            "1002.5",
            "lines two",
            ".",
            "\\");

    @Inject
    RecordsApi api;

    @Inject
    Airtable airtable;

    @Inject
    CappedAirtable capped;

    private final LocalAirtableServer server = SandboxAirtable.server();
    private final Random random = new Random(16);
    private Schema schema;
    private Table rows;
    private List<AirtableRecord> all;
    private List<RecordId> people;
    private RowMatches matches;

    @BeforeEach
    void fill() throws Exception {
        Assumptions.assumeTrue(LocalAirtableServer.isBuilt(), "build the sandbox first: mvn -pl sandbox compile");
        server.rateLimit(false);
        String suffix = Long.toString(System.nanoTime(), 36);
        String persons = make("""
                {"name":"Persons %s","fields":[{"name":"Name","type":"singleLineText"}]}""".formatted(suffix));
        ObjectNode table = JSON.createObjectNode().put("name", "Rows " + suffix);
        var fields = table.putArray("fields");
        fields.addObject().put("name", "Name").put("type", "singleLineText");
        fields.addObject().put("name", TEXT_NAME).put("type", "singleLineText");
        fields.addObject().put("name", LINES_NAME).put("type", "multilineText");
        fields.addObject().put("name", "Ph{one").put("type", "phoneNumber");
        fields.addObject()
                .put("name", "№ 'n'")
                .put("type", "number")
                .putObject("options")
                .put("precision", 1);
        fields.addObject()
                .put("name", "Whose, \"?\"")
                .put("type", "multipleRecordLinks")
                .putObject("options")
                .put("linkedTableId", persons);
        TableId made = new TableId(make(table.toString()));
        schema = get(airtable.refreshSchema(ME));
        rows = schema.table(made).orElseThrow();
        Table personTable = schema.table(new TableId(persons)).orElseThrow();
        // Two of one name, and one without any.
        people = create(
                personTable,
                List.of(
                        Map.of(personTable.primaryField(), NODES.textNode("Anna, K.")),
                        Map.of(personTable.primaryField(), NODES.textNode("Anna, K.")),
                        Map.of()));
        List<Map<FieldId, JsonNode>> cells = new ArrayList<>();
        for (int i = 0; i < ROWS; i++) {
            cells.add(row(i));
        }
        create(rows, cells);
        all = get(airtable.refresh(ME, rows.id(), Optional.empty())).records();
        assertThat(all).hasSize(ROWS);
        matches = new AskedMatches(airtable, Clock.systemUTC());
    }

    @AfterEach
    void asItWas() {
        server.reset();
        get(airtable.refreshSchema(ME));
        server.rateLimit(true);
    }

    private String make(String table) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            HttpResponse<String> answer = http.send(
                    HttpRequest.newBuilder(URI.create(server.url() + "/v0/meta/bases/appSandbox0000001/tables"))
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer patRules000000000." + "0".repeat(64))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(table))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
            return JSON.readTree(answer.body()).path("id").asText();
        }
    }

    private List<RecordId> create(Table table, List<Map<FieldId, JsonNode>> cells) {
        List<RecordId> made = new ArrayList<>();
        for (int i = 0; i < cells.size(); i += 10) {
            List<RecordBody> bodies = cells.subList(i, Math.min(i + 10, cells.size())).stream()
                    .map(row -> new RecordBody(null, row))
                    .toList();
            Written written = got(api.create(table, bodies).send().get().await().atMost(PATIENCE));
            written.records().forEach(record -> made.add(record.id()));
        }
        return made;
    }

    private Map<FieldId, JsonNode> row(int i) {
        Map<FieldId, JsonNode> cells = new HashMap<>();
        cells.put(
                field("Name"),
                NODES.textNode("Row " + i + (coin() ? " " + any(TEXTS).strip() : "")));
        for (String name : List.of(TEXT_NAME, LINES_NAME, "Ph{one")) {
            if (random.nextInt(5) > 0) {
                cells.put(field(name), NODES.textNode(any(TEXTS)));
            }
        }
        switch (random.nextInt(6)) {
            case 0 -> cells.put(field("№ 'n'"), NODES.numberNode(1002));
            case 1 -> cells.put(field("№ 'n'"), NODES.numberNode(1002.5));
            case 2 -> cells.put(field("№ 'n'"), NODES.numberNode(-1002));
            case 3 -> cells.put(field("№ 'n'"), NODES.numberNode(0));
            case 4 -> cells.put(field("№ 'n'"), NODES.numberNode(7));
            default -> {
                // Empty.
            }
        }
        var links = NODES.arrayNode();
        people.stream().filter(_ -> random.nextInt(3) == 0).forEach(person -> links.add(person.value()));
        cells.put(field("Whose, \"?\""), links);
        return cells;
    }

    private FieldId field(String name) {
        return rows.fieldNamed(name).orElseThrow().id();
    }

    private boolean coin() {
        return random.nextBoolean();
    }

    private <T> T any(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    private static <T> T got(Reply<T> reply) {
        assertThat(reply).isInstanceOf(Reply.Got.class);
        return ((Reply.Got<T>) reply).value();
    }

    private static <T> T get(Uni<Answer<T>> asked) {
        Answer<T> answer = asked.await().atMost(PATIENCE);
        return answer.found().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private Me anybody() {
        Set<RecordId> sent = all.stream()
                .map(AirtableRecord::id)
                .filter(_ -> random.nextInt(6) == 0)
                .collect(Collectors.toSet());
        return new Me(
                any(List.of(1002L, 7L, 33612345678L, 2L)),
                any(List.of(Optional.<String>empty(), Optional.of(PHONE), Optional.of("+4915112345678"))),
                any(List.of(Optional.<RecordId>empty(), Optional.of(people.getFirst()), Optional.of(people.getLast()))),
                sent,
                coin() ? PhoneNumbers.international() : PhoneNumbers.of("FR"));
    }

    private List<String> formulas() {
        String text = "{Owner's \"id\" \\\\ (a, b)}";
        String lines = "{Note\\}s {x}";
        return List.of(
                text + "='1002'",
                text + "=\"O'Hara\"",
                text + "='end\\\\'",
                lines + "='two\\nlines'",
                "OR(" + text + "='1002'," + lines + "='1002')",
                "{№ 'n'}>=1002",
                "NOT({№ 'n'})",
                "{Ph{one}&''=''",
                "FIND('33'," + text + "&" + lines + ")",
                "{Whose, \"?\"}='Anna, K.'",
                "FALSE()",
                "1",
                "'x'",
                "{" + field("Ph{one") + "}='+33612345678'",
                "SEARCH('ROW 1',UPPER({Name}))");
    }

    private Rule anyRule(List<String> formulas) {
        RowRule which = switch (random.nextInt(8)) {
            case 0 -> new RowRule.All();
            case 1 -> new RowRule.Sent();
            case 2 -> new RowRule.Mine(field(TEXT_NAME));
            case 3 -> new RowRule.Mine(field(LINES_NAME));
            case 4 -> new RowRule.Mine(field("Ph{one"));
            case 5 -> new RowRule.Mine(field("№ 'n'"));
            case 6 -> new RowRule.Mine(field("Whose, \"?\""));
            default -> new RowRule.Matching(any(formulas));
        };
        return new Rule(
                rows.id(),
                Role.EDITOR,
                random.nextInt(20) > 0,
                coin(),
                coin(),
                coin(),
                which,
                Set.of(),
                Optional.empty(),
                Set.of(),
                List.of());
    }

    /** Asks Airtable itself, past the client: by the formula alone. */
    private List<AirtableRecord> byFormula(RowScope scope) {
        var request = new ListRequest(
                scope.view().orElse(null),
                (Condition) scope.condition().orElse(null),
                List.of(),
                List.of(),
                ListRequest.MOST,
                null,
                false);
        Page page = got(api.list(rows, request).send().get().await().atMost(PATIENCE));
        assertThat(page.offset()).isNull();
        return page.records();
    }

    private static Set<RecordId> ids(List<AirtableRecord> records) {
        return records.stream().map(AirtableRecord::id).collect(Collectors.toSet());
    }

    @Test
    void theFormulaAndTheTestAgreeOnEveryRule() {
        List<String> formulas = formulas();
        int narrow = 0;
        int rowsSeen = 0;
        for (int i = 0; i < RULES; i++) {
            Me me = anybody();
            Rule rule = anyRule(formulas);
            RowFilter filter = CompiledRule.of(rule, Optional.of(schema)).rows(me, matches);
            Set<RecordId> inMemory = ids(all.stream().filter(filter::admits).toList());
            List<AirtableRecord> answered = byFormula(filter.scope());
            Set<RecordId> onTheWire =
                    ids(answered.stream().filter(filter.scope().rest()).toList());
            assertThat(all.stream()
                            .filter(filter::admits)
                            .filter(row -> !ids(answered).contains(row.id())))
                    .as("left out by %s, which says %s of %s", filter.scope().condition(), rule.rows(), me)
                    .isEmpty();
            assertThat(onTheWire).as("%s of %s", rule, me).isEqualTo(inMemory);
            if (isSaidByFormula(rule)) {
                assertThat(ids(answered))
                        .as("the formula alone says it: %s of %s", rule, me)
                        .isEqualTo(inMemory);
            }
            narrow += answered.size() < ROWS ? 1 : 0;
            rowsSeen += inMemory.size();
        }
        assertThat(narrow).as("formulas that do narrow").isGreaterThan(RULES / 2);
        assertThat(rowsSeen).as("rows that were let through").isGreaterThan(RULES * 5);
    }

    private boolean isSaidByFormula(Rule rule) {
        return switch (rule.rows()) {
            case RowRule.All _, RowRule.Sent _, RowRule.Matching _, RowRule.InView _ -> true;
            case RowRule.Mine(FieldId mine) -> mine.equals(field("№ 'n'"));
        };
    }

    @Test
    void theSameRuleIsCompiledOnceAndAChangedOneAnew() {
        var compiler = new CompiledRules();
        Rule rule = Rule.usual(rows.id(), Role.SELF_SERVICE, Optional.of(field("Ph{one")));
        CompiledRule first = compiler.of(List.of(rule), Optional.of(schema)).get(rows.id());
        assertThat(compiler.of(List.of(rule), Optional.of(get(airtable.refreshSchema(ME))))
                        .get(rows.id()))
                .isSameAs(first);
        assertThat(compiler.of(List.of(rule.withoutAccess()), Optional.of(schema))
                        .get(rows.id()))
                .isNotSameAs(first);
        assertThat(compiler.of(List.of(rule), Optional.empty()).get(rows.id())).isNotSameAs(first);
    }

    /** A table of which memory holds a part: what a person finds is what they would find if it held it all. */
    @Test
    void findReachesEverythingInATableThatIsCutByTheCap() throws Exception {
        List<String> formulas = formulas();
        int beyond = 0;
        for (int i = 0; i < WORDS.size(); i++) {
            Me me = anybody();
            Rule rule = anyRule(formulas);
            var rights = new RuledRights(
                    Role.EDITOR,
                    me,
                    new CompiledRules().of(List.of(rule), Optional.of(schema)),
                    matches,
                    Optional.of(schema));
            Airtable small = capped.of(CAP);
            assertThat(get(small.refresh(ME, rows.id(), Optional.empty())).truncated())
                    .isTrue();
            PermittedBase base = AccessParts.base(small, rights);
            SearchResult found =
                    base.search(rows, WORDS.get(i), ROWS + 1).found().orElseThrow();
            RowFilter filter = CompiledRule.of(rule, Optional.of(schema)).rows(me, matches);
            SearchResult expected = get(airtable.search(
                    ME, new SearchQuery(rows.id(), WORDS.get(i), null, filter::admits, RowScope.EVERYTHING, ROWS + 1)));
            assertThat(expected.searched().truncated()).isFalse();
            assertThat(ids(found.hits()))
                    .as("«%s» under %s of %s", WORDS.get(i), rule, me)
                    .isEqualTo(ids(expected.hits()));
            assertThat(found.whole()).isTrue();
            Set<RecordId> held = ids(get(small.table(ME, rows.id())).records());
            for (AirtableRecord hit : found.hits()) {
                if (!held.contains(hit.id())) {
                    beyond++;
                }
            }
            for (AirtableRecord hit : found.hits().stream().limit(2).toList()) {
                assertThat(base.record(rows, hit.id(), Freshness.HELD).isOk())
                        .as("what was found opens")
                        .isTrue();
            }
        }
        assertThat(beyond).as("hits that memory does not hold").isGreaterThan(WORDS.size());
    }

    /** A view is asked for as a view; one that memory holds in part is asked about the record that somebody opens. */
    @Test
    void aViewThatIsCutByTheCapStillDecides() throws Exception {
        Table orders = schema.tableNamed("Orders").orElseThrow();
        for (var view : orders.views()) {
            Snapshot whole = get(airtable.refresh(ME, orders.id(), Optional.of(view.id())));
            Set<RecordId> shown = ids(whole.records());
            Airtable small = capped.of(5);
            get(small.refresh(ME, orders.id(), Optional.of(view.id())));
            PermittedBase base = AccessParts.base(small, inView(orders, view.id(), small));
            Set<RecordId> opened = new HashSet<>();
            for (AirtableRecord order : get(airtable.table(ME, orders.id())).records().stream()
                    .limit(25)
                    .toList()) {
                boolean isShown =
                        base.record(orders, order.id(), Freshness.HELD).isOk();
                assertThat(isShown).as("%s in «%s»", order.id(), view.name()).isEqualTo(shown.contains(order.id()));
                opened.add(order.id());
            }
            assertThat(base.records(orders, opened).found().orElseThrow().keySet())
                    .isEqualTo(opened.stream().filter(shown::contains).collect(Collectors.toSet()));
            SearchResult found = base.search(orders, "a", 1_000).found().orElseThrow();
            assertThat(shown).containsAll(ids(found.hits()));
            SearchResult expected = get(airtable.search(
                    ME,
                    new SearchQuery(
                            orders.id(),
                            "a",
                            orders.fields().stream().map(each -> each.id()).collect(Collectors.toSet()),
                            record -> shown.contains(record.id()),
                            RowScope.EVERYTHING,
                            1_000)));
            assertThat(ids(found.hits())).isEqualTo(ids(expected.hits()));
        }
    }

    private RuledRights inView(Table table, ViewId view, Airtable asked) {
        Rule rule = Rule.usual(table.id(), Role.VIEWER, Optional.empty()).about(new RowRule.InView(view));
        return new RuledRights(
                Role.VIEWER,
                new Me(2, Optional.empty(), Optional.empty(), Set.of(), PhoneNumbers.international()),
                new CompiledRules().of(List.of(rule), Optional.of(schema)),
                new AskedMatches(asked, Clock.systemUTC()),
                Optional.of(schema));
    }

    @Test
    void whatAirtableCannotAnswerLeavesWhatMemoryHoldsAndSaysSo() {
        Airtable small = capped.of(CAP);
        get(small.refresh(ME, rows.id(), Optional.empty()));
        server.fault(1, "list", "refused");
        SearchResult found = get(small.search(ME, SearchQuery.everywhere(rows.id(), "row", ROWS)));
        assertThat(found.hits()).hasSize(CAP);
        assertThat(found.whole()).isFalse();
    }
}
