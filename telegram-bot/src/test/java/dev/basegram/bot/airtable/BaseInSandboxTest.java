package dev.basegram.bot.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CellValue.Choice;
import dev.basegram.bot.airtable.CellValue.Links;
import dev.basegram.bot.airtable.CellValue.Numeric;
import dev.basegram.bot.airtable.CellValue.Text;
import dev.basegram.bot.airtable.client.CappedAirtable;
import dev.basegram.bot.store.Database;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The whole client against the sandbox with its limits on, through the one interface callers have. */
@QuarkusTest
@WithTestResource(SandboxAirtable.class)
class BaseInSandboxTest {
    private static final Caller ME = Caller.person("me").patient(Duration.ofSeconds(60));

    @Inject
    Airtable airtable;

    @Inject
    CappedAirtable capped;

    @Inject
    Database database;

    private final LocalAirtableServer server = SandboxAirtable.server();

    @BeforeEach
    void sandboxIsBuilt() {
        Assumptions.assumeTrue(LocalAirtableServer.isBuilt(), "build the sandbox first: mvn -pl sandbox compile");
    }

    private static <T> Answer<T> ask(Uni<Answer<T>> uni) {
        return uni.await().atMost(Duration.ofSeconds(90));
    }

    private static <T> T get(Uni<Answer<T>> uni) {
        Answer<T> answer = ask(uni);
        return answer.found().orElseThrow(() -> new AssertionError(answer.toString()));
    }

    private Table table(String name) {
        return get(airtable.schema(ME)).tableNamed(name).orElseThrow();
    }

    private static FieldId field(Table table, String name) {
        return table.fieldNamed(name).orElseThrow().id();
    }

    private long writes() {
        return server.calls().stream()
                .filter(c -> c.method().equals("PATCH") || isCreate(c))
                .count();
    }

    private static boolean isCreate(LocalAirtableServer.Answered call) {
        return call.method().equals("POST") && !call.path().endsWith("listRecords");
    }

    @Test
    void shouldReadTheSchemaAndEveryCellOfTheDemoBase() {
        Schema schema = get(airtable.schema(ME));
        for (Table table : schema.tables()) {
            Snapshot snapshot = get(airtable.table(ME, table.id()));
            assertThat(snapshot.records()).isNotEmpty();
            assertThat(snapshot.truncated()).isFalse();
            assertThat(snapshot.records())
                    .allSatisfy(record ->
                            assertThat(record.cells().values()).noneMatch(value -> value instanceof CellValue.Raw));
        }
        Table orders = table("Orders");
        AirtableRecord first = get(airtable.table(ME, orders.id())).records().getFirst();
        assertThat(first.cell(field(orders, "Total"))).isEqualTo(new Numeric(new BigDecimal("4650")));
        assertThat(first.cell(field(orders, "Status"))).isEqualTo(new Choice("Shipped"));
        assertThat(first.cell(field(orders, "Client"))).isInstanceOf(Links.class);
        assertThat(first.cell(field(orders, "Hours"))).isEqualTo(new CellValue.Length(Duration.ofHours(26)));
        assertThat(first.cell(field(orders, "Due date"))).isInstanceOf(CellValue.Date.class);
        assertThat(first.cell(field(orders, "Client phone"))).isInstanceOf(CellValue.Values.class);
    }

    @Test
    void shouldTurnPagesAndSearchWithoutACall() {
        Table clients = table("Clients");
        get(airtable.table(ME, clients.id()));
        int before = server.calls().size();
        for (int i = 0; i < 50; i++) {
            get(airtable.table(ME, clients.id()));
        }
        SearchResult found = get(airtable.search(ME, SearchQuery.everywhere(clients.id(), "KARLSSON anna", 10)));
        assertThat(found.hits()).isNotEmpty();
        assertThat(get(airtable.search(ME, SearchQuery.everywhere(clients.id(), "Bjork", 10)))
                        .searched()
                        .records())
                .isNotEmpty();
        assertThat(server.calls()).hasSize(before);
    }

    @Test
    void shouldListAViewInItsOrder() {
        Table orders = table("Orders");
        View open = orders.views().stream()
                .filter(v -> v.name().equals("Open"))
                .findFirst()
                .orElseThrow();
        Snapshot snapshot = get(airtable.view(ME, orders.id(), open.id()));
        FieldId due = field(orders, "Due date");
        List<LocalDate> dates = snapshot.records().stream()
                .map(r -> r.cell(due))
                .filter(CellValue.Date.class::isInstance)
                .map(value -> ((CellValue.Date) value).date())
                .toList();
        assertThat(dates).isSorted().isNotEmpty();
        assertThat(snapshot.records())
                .noneMatch(r -> r.cell(field(orders, "Status")).equals(new Choice("Shipped")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "cut-before", "cut-after", "cut-within", "502", "503", "garbage", "empty"})
    void shouldCreateOnceInATableWithAKeyFieldWhateverIsCut(String fault) {
        Table orders = table("Orders");
        createOnce(orders, field(orders, "Notes"), fault, "update");
    }

    @ParameterizedTest
    @ValueSource(strings = {"none", "cut-before", "cut-after", "cut-within", "502", "garbage"})
    void shouldCreateOnceInATableWithoutAKeyFieldWhateverIsCut(String fault) {
        Table clients = table("Clients");
        createOnce(clients, field(clients, "Name"), fault, "create");
    }

    private void createOnce(Table table, FieldId text, String fault, String operation) {
        String mark = "Only once " + fault + " " + table.name();
        if (!fault.equals("none")) {
            server.fault(1, operation, fault);
        }
        var record = new NewRecord(table.id(), Map.of(text, new Text(mark)), "once-" + fault + "-" + table.id());
        assertThat(get(airtable.made(ME, record))).as("looking makes nothing").isEmpty();
        AirtableRecord made = get(airtable.create(ME, record));
        assertThat(made.cell(text)).isEqualTo(new Text(mark));
        assertThat(get(airtable.made(ME, record))).map(AirtableRecord::id).contains(made.id());
        // A process that died before it could note which record it had made, and the one after it.
        database.writeNow(
                handle -> handle.execute("UPDATE airtable_creation SET record_id = NULL WHERE key = ?", record.key()));
        assertThat(get(capped.of(1_000).made(ME, record)))
                .map(AirtableRecord::id)
                .contains(made.id());
        AirtableRecord again = get(airtable.create(ME, record));
        assertThat(again.id()).isEqualTo(made.id());
        Snapshot now = get(airtable.refresh(ME, table.id(), Optional.empty()));
        assertThat(now.records().stream().filter(r -> r.cell(text).equals(new Text(mark))))
                .hasSize(1);
    }

    @Test
    void shouldJoinWritesOfManyPeopleIntoFewCalls() {
        Table clients = table("Clients");
        FieldId name = field(clients, "Name");
        long before = writes();
        List<Uni<Answer<AirtableRecord>>> creations = IntStream.range(0, 20)
                .mapToObj(i -> airtable.create(
                        Caller.person("p" + i).patient(Duration.ofSeconds(60)),
                        new NewRecord(clients.id(), Map.of(name, new Text("Joined " + i)), "joined-" + i)))
                .toList();
        List<Answer<AirtableRecord>> made =
                Uni.join().all(creations).andFailFast().await().atMost(Duration.ofSeconds(90));
        assertThat(made).allSatisfy(answer -> assertThat(answer.isOk()).isTrue());
        for (int i = 0; i < 20; i++) {
            assertThat(made.get(i).found().orElseThrow().cell(name)).isEqualTo(new Text("Joined " + i));
        }
        assertThat(writes() - before).isBetween(2L, 4L);
    }

    @Test
    void shouldSplitABatchSoThatOnlyTheGuiltyOneFails() {
        Table orders = table("Orders");
        List<AirtableRecord> records = get(airtable.table(ME, orders.id())).records();
        FieldId client = field(orders, "Client");
        FieldId notes = field(orders, "Notes");
        var guilty = RecordChange.put(
                orders.id(),
                records.get(0).id(),
                Map.of(client, new Links(List.of(new RecordId("recNoSuchRecord00")))));
        var innocent = RecordChange.put(orders.id(), records.get(1).id(), Map.of(notes, new Text("Innocent")));
        var answers = Uni.join()
                .all(airtable.update(ME, guilty), airtable.update(ME, innocent))
                .andFailFast()
                .await()
                .atMost(Duration.ofSeconds(90));
        assertThat(answers.get(0).isOk()).isFalse();
        assertThat(answers.get(1).found().orElseThrow())
                .isInstanceOfSatisfying(
                        UpdateOutcome.Saved.class,
                        saved -> assertThat(saved.record().cell(notes)).isEqualTo(new Text("Innocent")));
    }

    @Test
    void shouldTellAConflictRatherThanOverwriteAndMergeWhatIsAdded() {
        Table orders = table("Orders");
        AirtableRecord order = get(airtable.table(ME, orders.id())).records().get(3);
        FieldId notes = field(orders, "Notes");
        var seen = Map.of(notes, order.cell(notes));
        assertThat(get(airtable.update(ME, put(orders, order, notes, "Mine").expecting(seen))))
                .isInstanceOf(UpdateOutcome.Saved.class);
        assertThat(get(airtable.update(ME, put(orders, order, notes, "Theirs").expecting(seen))))
                .isInstanceOfSatisfying(UpdateOutcome.Conflict.class, conflict -> {
                    assertThat(conflict.fields()).containsExactly(notes);
                    assertThat(conflict.current().cell(notes)).isEqualTo(new Text("Mine"));
                });
        FieldId items = field(orders, "Items");
        Table products = table("Products");
        RecordId added =
                get(airtable.table(ME, products.id())).records().getLast().id();
        int linked = order.cell(items) instanceof Links(List<RecordId> held) ? held.size() : 0;
        var merge = new RecordChange(
                orders.id(), order.id(), Map.of(items, new CellChange.Links(List.of(added), Set.of())), Map.of());
        get(airtable.update(ME, merge));
        get(airtable.update(ME, merge));
        AirtableRecord now = get(airtable.record(ME, orders.id(), order.id(), Freshness.NOW));
        assertThat(((Links) now.cell(items)).records()).hasSize(linked + 1).endsWith(added);
    }

    private static RecordChange put(Table table, AirtableRecord record, FieldId field, String text) {
        return RecordChange.put(table.id(), record.id(), Map.of(field, new Text(text)));
    }

    @Test
    void shouldShowOwnWritesInTheTableAtOnce() {
        Table clients = table("Clients");
        FieldId name = field(clients, "Name");
        get(airtable.table(ME, clients.id()));
        AirtableRecord made = get(
                airtable.create(ME, new NewRecord(clients.id(), Map.of(name, new Text("Åsa Öberg")), "own-write-1")));
        assertThat(get(airtable.table(ME, clients.id())).records()).contains(made);
        assertThat(get(airtable.search(ME, SearchQuery.everywhere(clients.id(), "asa oberg", 5)))
                        .hits())
                .extracting(AirtableRecord::id)
                .containsExactly(made.id());
        assertThat(get(airtable.delete(ME, clients.id(), made.id()))).isEqualTo(made.id());
        assertThat(get(airtable.delete(ME, clients.id(), made.id()))).isEqualTo(made.id());
        assertThat(get(airtable.table(ME, clients.id())).records())
                .extracting(AirtableRecord::id)
                .doesNotContain(made.id());
        assertThat(ask(airtable.record(ME, clients.id(), made.id(), Freshness.NOW))
                        .reason())
                .contains(new AirtableFailure.RecordGone(made.id()));
    }

    @Test
    void shouldFailBeforeTheWireWhatCannotBeStored() {
        Table orders = table("Orders");
        AirtableRecord order = get(airtable.table(ME, orders.id())).records().getFirst();
        int before = server.calls().size();
        Map<String, CellValue> wrong = Map.of(
                "Order", new Text("computed"),
                "Total", new Text("a text"),
                "Priority", Numeric.of(9),
                "Status", new Choice("No such status"),
                "Paid", new Text("yes"),
                "Notes", new Text("x".repeat(100_001)));
        wrong.forEach((name, value) -> {
            var change = RecordChange.put(orders.id(), order.id(), Map.of(field(orders, name), value));
            assertThat(ask(airtable.update(ME, change)).reason().orElseThrow())
                    .isInstanceOfSatisfying(AirtableFailure.ValueRefused.class, refused -> {
                        assertThat(refused.name()).isEqualTo(name);
                        assertThat(refused.forPerson()).contains(name);
                    });
        });
        var unknown =
                RecordChange.put(orders.id(), order.id(), Map.of(new FieldId("fldNoSuchField000"), new Text("x")));
        assertThat(ask(airtable.update(ME, unknown)).reason().orElseThrow())
                .isInstanceOf(AirtableFailure.FieldGone.class);
        assertThat(server.calls()).hasSize(before);
    }

    @Test
    void shouldKeepShowingWhatItHasWhileAirtableIsDown() {
        Table products = table("Products");
        Snapshot before = get(airtable.table(ME, products.id()));
        server.fault(3, "list", "503");
        assertThat(ask(airtable.refresh(ME, products.id(), Optional.empty()))
                        .reason()
                        .orElseThrow())
                .isInstanceOf(AirtableFailure.Unavailable.class);
        Snapshot stale = get(airtable.table(ME, products.id()));
        assertThat(stale.records()).isEqualTo(before.records());
        assertThat(stale.stale()).isTrue();
        assertThat(stale.refreshFailure()).isPresent();
        assertThat(stale.age(Instant.now())).isPositive();
    }

    @Test
    void shouldNeverBeLimitedByTheSandbox() {
        assertThat(server.calls()).noneMatch(call -> call.status() == 429);
        assertThat(airtable.status().gate()).isInstanceOf(GateState.Open.class);
    }
}
