package dev.basegram.bot.chat;

import dev.basegram.bot.airtable.AccessCheck;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellChange;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.Comment;
import dev.basegram.bot.airtable.DateFormat;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.FileContent;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.LinkedFile;
import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.NewTable;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.RowScope;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SchemaEdits;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.UpdateOutcome;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.snapshot.WordSearch;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A base in memory that keeps the contract of {@link Airtable}: keys create once, expectations are checked, links are merged. */
public class FakeAirtable implements Airtable, SchemaEdits {
    private static final Instant DAWN = Instant.parse("2026-11-01T00:00:00Z");

    private static final Set<String> WRITES = Set.of("create", "update", "delete", "upload");

    private AirtableFailure away;
    private AirtableFailure schemaFailure;
    private List<Table> tables;
    private final Map<TableId, Map<RecordId, AirtableRecord>> rows = new LinkedHashMap<>();
    private final Map<String, RecordId> keys = new HashMap<>();
    private final Deque<AirtableFailure> failures = new ArrayDeque<>();
    private final Deque<AirtableFailure> writeFailures = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private int made;
    private int callsUntil;
    private AirtableFailure later;
    private final Set<ViewId> droppedViews = new HashSet<>();
    private final Map<RecordId, AirtableRecord> held = new HashMap<>();
    private final List<RecordChange> changes = new ArrayList<>();
    private AccessCheck access = new AccessCheck(
            "usrOwner000000001",
            "create",
            "Workshop",
            Stream.of(Scope.values()).collect(Collectors.toMap(scope -> scope, _ -> AccessCheck.State.GRANTED)));

    public FakeAirtable(List<Table> tables) {
        this.tables = List.copyOf(tables);
    }

    /** Puts a record in behind everybody's back. */
    public synchronized RecordId put(TableId table, Map<FieldId, CellValue> cells) {
        RecordId id = new RecordId("rec%014d".formatted(++made));
        rowsOf(table).put(id, new AirtableRecord(id, DAWN, Map.copyOf(cells)));
        return id;
    }

    /** Changes a cell behind everybody's back. */
    public synchronized void set(TableId table, RecordId record, FieldId field, CellValue value) {
        Map<FieldId, CellValue> cells = new HashMap<>(rowsOf(table).get(record).cells());
        cells.put(field, value);
        rowsOf(table).put(record, new AirtableRecord(record, DAWN, Map.copyOf(cells)));
    }

    /** Takes a record away behind everybody's back. */
    public synchronized void drop(TableId table, RecordId record) {
        rowsOf(table).remove(record);
    }

    /** Puts a table back to what it held once. */
    public synchronized void restore(TableId table, List<AirtableRecord> records) {
        Map<RecordId, AirtableRecord> now = rowsOf(table);
        now.clear();
        records.forEach(record -> now.put(record.id(), record));
    }

    /** Changes the schema behind everybody's back. */
    public synchronized void replaceTables(List<Table> other) {
        tables = List.copyOf(other);
    }

    /** Takes a view away so that only Airtable knows: the schema in memory still has it. */
    public synchronized void dropView(ViewId view) {
        droppedViews.add(view);
    }

    /** Keeps a record in memory as it is now, whatever becomes of it in the base, until it is read anew. */
    public synchronized void holdAsItIs(TableId table, RecordId record) {
        held.put(record, rowsOf(table).get(record));
    }

    /** Returns the changes of records that were asked for, the oldest first. */
    public synchronized List<RecordChange> changes() {
        return List.copyOf(changes);
    }

    /** Lets one call fail after so many have gone well; reading the schema is not counted. */
    public synchronized void failAfter(int calls, AirtableFailure failure) {
        callsUntil = calls;
        later = failure;
    }

    /** Lets no schema be had, as after a restart while Airtable is away; null ends it. */
    public synchronized void hideSchema(AirtableFailure why) {
        schemaFailure = why;
    }

    /** Lets the next call fail. */
    public synchronized void failNext(AirtableFailure failure) {
        failures.add(failure);
    }

    /** Changes what the token may do. */
    public void allow(AccessCheck other) {
        access = other;
    }

    /** Lets the next write fail, whatever is read before it. */
    public synchronized void failNextWrite(AirtableFailure failure) {
        writeFailures.add(failure);
    }

    public synchronized List<AirtableRecord> records(TableId table) {
        return List.copyOf(rowsOf(table).values());
    }

    /** Returns what was asked, by name, and forgets it. */
    public synchronized List<String> takeCalls() {
        List<String> taken = List.copyOf(calls);
        calls.clear();
        return taken;
    }

    private Map<RecordId, AirtableRecord> rowsOf(TableId table) {
        return rows.computeIfAbsent(table, _ -> new LinkedHashMap<>());
    }

    private <T> Uni<Answer<T>> answer(String call, Supplier<Answer<T>> work) {
        return Uni.createFrom().item(() -> {
            synchronized (this) {
                calls.add(call);
                AirtableFailure failure = call.equals("schema") ? schemaFailure : failures.poll();
                if (later != null && !call.equals("schema") && --callsUntil == 0) {
                    failure = later;
                    later = null;
                }
                if (failure == null && WRITES.contains(call)) {
                    failure = writeFailures.poll();
                }
                return failure == null ? work.get() : Answer.failed(failure);
            }
        });
    }

    @Override
    public BaseId base() {
        return new BaseId("appSandbox0000001");
    }

    @Override
    public Uni<Answer<Schema>> schema(Caller caller) {
        return answer("schema", () -> Answer.ok(new Schema(base(), tables, DAWN)));
    }

    @Override
    public Uni<Answer<Schema>> refreshSchema(Caller caller) {
        return away == null ? schema(caller) : Uni.createFrom().item(() -> Answer.failed(away));
    }

    @Override
    public Uni<Answer<Snapshot>> table(Caller caller, TableId table) {
        return answer("table", () -> Answer.ok(snapshot(table, null)));
    }

    @Override
    public Uni<Answer<Snapshot>> view(Caller caller, TableId table, ViewId view) {
        return answer(
                "view",
                () -> droppedViews.contains(view)
                        ? Answer.failed(new AirtableFailure.ViewGone(view))
                        : Answer.ok(snapshot(table, view)));
    }

    /** Lets refreshes fail from now on, until null: what memory holds is all there is. */
    public void goAway(AirtableFailure why) {
        away = why;
    }

    private Snapshot snapshot(TableId table, ViewId view) {
        return new Snapshot(table, view, records(table), DAWN, false, away != null, away);
    }

    @Override
    public Uni<Answer<Snapshot>> refresh(Caller caller, TableId table, Optional<ViewId> view) {
        return table(caller, table);
    }

    @Override
    public Uni<Answer<AirtableRecord>> record(Caller caller, TableId table, RecordId record, Freshness freshness) {
        return answer("record", () -> {
            if (freshness == Freshness.NOW) {
                held.remove(record);
            }
            AirtableRecord known = held.get(record);
            return known == null ? found(table, record) : Answer.ok(known);
        });
    }

    private Answer<AirtableRecord> found(TableId table, RecordId record) {
        AirtableRecord found = rowsOf(table).get(record);
        return found == null ? Answer.failed(new AirtableFailure.RecordGone(record)) : Answer.ok(found);
    }

    @Override
    public Uni<Answer<Map<RecordId, AirtableRecord>>> records(
            Caller caller, TableId table, Collection<RecordId> records, Freshness freshness) {
        return answer("records", () -> {
            Map<RecordId, AirtableRecord> found = new HashMap<>(rowsOf(table));
            found.keySet().retainAll(records);
            return Answer.ok(found);
        });
    }

    @Override
    public Uni<Answer<SearchResult>> search(Caller caller, SearchQuery query) {
        return answer("search", () -> {
            FieldId primary = tables.stream()
                    .filter(table -> table.id().equals(query.table()))
                    .map(Table::primaryField)
                    .filter(field -> query.fields() == null || query.fields().contains(field))
                    .findFirst()
                    .orElse(null);
            return Answer.ok(WordSearch.search(snapshot(query.table(), null), query, primary));
        });
    }

    @Override
    public Uni<Answer<Set<RecordId>>> matching(Caller caller, TableId table, String adminFormula) {
        return answer(
                "matching",
                () -> adminFormula.contains("Nowhere")
                        ? Answer.failed(new AirtableFailure.RequestRefused(
                                422, "INVALID_FILTER_BY_FORMULA", "Unknown field names: nowhere"))
                        : Answer.ok(Set.copyOf(rowsOf(table).keySet())));
    }

    @Override
    public Uni<Answer<AirtableRecord>> create(Caller caller, NewRecord record) {
        return answer("create", () -> {
            RecordId known = keys.get(record.key());
            if (known == null) {
                Map<FieldId, CellValue> cells = new HashMap<>(record.cells());
                cells.values().removeIf(CellValue::isEmpty);
                known = put(record.table(), cells);
                keys.put(record.key(), known);
            }
            return found(record.table(), known);
        });
    }

    @Override
    public Uni<Answer<Set<RecordId>>> within(
            Caller caller, TableId table, RowScope scope, Collection<RecordId> records) {
        // Asked only where a snapshot was cut by the cap, which none is here: RulesOnTheWireTest has such.
        throw new UnsupportedOperationException("nothing is cut here");
    }

    @Override
    public Uni<Answer<Optional<AirtableRecord>>> made(Caller caller, NewRecord record) {
        return answer(
                "made",
                () -> Answer.ok(Optional.ofNullable(keys.get(record.key()))
                        .map(id -> rowsOf(record.table()).get(id))));
    }

    @Override
    public Uni<Answer<UpdateOutcome>> update(Caller caller, RecordChange change) {
        return answer(
                "update",
                () -> found(change.table(), change.record()).map(before -> {
                    changes.add(change);
                    Set<FieldId> clashes = new LinkedHashSet<>();
                    change.expected().forEach((field, seen) -> {
                        if (!before.cell(field).equals(seen)
                                && !(before.cell(field).isEmpty() && seen.isEmpty())) {
                            clashes.add(field);
                        }
                    });
                    if (!clashes.isEmpty()) {
                        return new UpdateOutcome.Conflict(before, clashes);
                    }
                    change.cells()
                            .forEach((field, what) ->
                                    set(change.table(), change.record(), field, applied(before.cell(field), what)));
                    return new UpdateOutcome.Saved(rowsOf(change.table()).get(change.record()), before);
                }));
    }

    private CellValue applied(CellValue before, CellChange change) {
        return switch (change) {
            case CellChange.Put(CellValue value) -> value;
            case CellChange.Links(List<RecordId> add, Set<RecordId> remove) ->
                new CellValue.Links(merged(before instanceof CellValue.Links(var had) ? had : List.of(), add, remove));
            case CellChange.Choices(List<String> add, Set<String> remove) ->
                new CellValue.Choices(
                        merged(before instanceof CellValue.Choices(var had) ? had : List.of(), add, remove));
            case CellChange.AddFiles(List<LinkedFile> add) -> arriving(before, add);
            case CellChange.People(List<String> add, Set<String> remove) -> people(before, add, remove);
            case CellChange.RemoveFiles _ -> before;
        };
    }

    /** As at Airtable: the link is there at once, the file some time later. */
    private CellValue arriving(CellValue before, List<LinkedFile> add) {
        List<Attachment> files = new ArrayList<>(before instanceof CellValue.Attachments(var had) ? had : List.of());
        add.stream()
                .filter(file -> files.stream().noneMatch(had -> had.filename().equals(file.filename())))
                .forEach(file -> files.add(new Attachment(
                        "att%014d".formatted(++made),
                        file.filename(),
                        "",
                        0,
                        null,
                        null,
                        file.url().toString())));
        return new CellValue.Attachments(files);
    }

    private static CellValue people(CellValue before, List<String> add, Set<String> remove) {
        List<Collaborator> now = new ArrayList<>(before instanceof CellValue.People(var had) ? had : List.of());
        now.removeIf(person -> remove.contains(person.id()));
        add.stream()
                .filter(id -> now.stream().noneMatch(person -> person.id().equals(id)))
                .forEach(id -> now.add(new Collaborator(id, null, null)));
        return new CellValue.People(now);
    }

    private static <T> List<T> merged(List<T> had, List<T> add, Set<T> remove) {
        List<T> now = new ArrayList<>(had);
        now.removeAll(remove);
        add.stream().filter(each -> !now.contains(each)).forEach(now::add);
        return now;
    }

    @Override
    public Uni<Answer<RecordId>> delete(Caller caller, TableId table, RecordId record) {
        return answer("delete", () -> {
            rowsOf(table).remove(record);
            return Answer.ok(record);
        });
    }

    @Override
    public Uni<Answer<List<Comment>>> comments(Caller caller, TableId table, RecordId record) {
        return answer("comments", () -> Answer.ok(List.of()));
    }

    @Override
    public Uni<Answer<Comment>> comment(Caller caller, TableId table, RecordId record, String text) {
        throw new UnsupportedOperationException("no test comments");
    }

    @Override
    public Uni<Answer<AirtableRecord>> upload(
            Caller caller, TableId table, RecordId record, FieldId field, NewFile file) {
        return answer(
                "upload",
                () -> found(table, record).then(before -> {
                    List<Attachment> files = new ArrayList<>(
                            before.cell(field) instanceof CellValue.Attachments(var had) ? had : List.of());
                    files.add(new Attachment(
                            "att%014d".formatted(++made),
                            file.filename(),
                            file.contentType(),
                            file.bytes().length,
                            null,
                            null,
                            "https://content.example/x"));
                    set(table, record, field, new CellValue.Attachments(files));
                    return found(table, record);
                }));
    }

    @Override
    public Uni<Answer<FileContent>> download(
            Caller caller, TableId table, RecordId record, FieldId field, String attachment, long mostBytes) {
        return answer(
                "download",
                () -> found(table, record).then(row -> {
                    List<Attachment> files =
                            row.cell(field) instanceof CellValue.Attachments(var had) ? had : List.of();
                    return files.stream()
                            .filter(file -> file.id().equals(attachment))
                            .findFirst()
                            .map(file -> Answer.ok(new FileContent(file, new byte[] {1, 2, 3})))
                            .orElseGet(() -> Answer.failed(new AirtableFailure.AttachmentGone(attachment)));
                }));
    }

    @Override
    public Uni<Answer<AccessCheck>> checkAccess(Caller caller) {
        return answer("checkAccess", () -> Answer.ok(access));
    }

    @Override
    public Uni<Answer<Table>> createTable(Caller caller, NewTable table) {
        return answer("createTable", () -> {
            if (tables.stream().noneMatch(each -> each.name().equals(table.name()))) {
                List<Field> fields = new ArrayList<>();
                table.fields().forEach(field -> fields.add(field(field)));
                List<Table> all = new ArrayList<>(tables);
                all.add(new Table(
                        new TableId("tbl%014d".formatted(++made)),
                        table.name(),
                        table.description(),
                        fields.getFirst().id(),
                        fields,
                        List.of()));
                tables = List.copyOf(all);
            }
            return named(table.name());
        });
    }

    private Answer<Table> named(String name) {
        return Answer.ok(tables.stream()
                .filter(each -> each.name().equals(name))
                .findFirst()
                .orElseThrow());
    }

    private Field field(NewField field) {
        FieldType type = switch (field.kind()) {
            case NewField.Kind.Line _ -> new FieldType.SingleLineText();
            case NewField.Kind.Lines _ -> new FieldType.MultilineText();
            case NewField.Kind.Phone _ -> new FieldType.PhoneNumber();
            case NewField.Kind.Tick _ -> new FieldType.Checkbox("check", "greenBright");
            case NewField.Kind.Moment _ -> new FieldType.DateTime(DateFormat.ISO, "HH:mm", "utc");
            case NewField.Kind.Choice(var names) ->
                new FieldType.SingleSelect(names.stream()
                        .map(name -> new SelectChoice("sel" + name, name, "blue"))
                        .toList());
            case NewField.Kind.Link(TableId linked) -> new FieldType.RecordLinks(linked, false, false, null, null);
        };
        return new Field(new FieldId("fld%014d".formatted(++made)), field.name(), null, type);
    }

    @Override
    public Uni<Answer<Table>> addField(Caller caller, TableId id, NewField field) {
        return answer(
                "addField",
                () -> Answer.ok(replace(id, table -> {
                    List<Field> fields = new ArrayList<>(table.fields());
                    if (table.fieldNamed(field.name()).isEmpty()) {
                        fields.add(field(field));
                    }
                    return new Table(id, table.name(), null, table.primaryField(), fields, table.views());
                })));
    }

    @Override
    public Uni<Answer<Table>> rename(Caller caller, TableId id, String name) {
        return answer(
                "rename",
                () -> Answer.ok(replace(
                        id, table -> new Table(id, name, null, table.primaryField(), table.fields(), table.views()))));
    }

    private Table replace(TableId id, UnaryOperator<Table> change) {
        tables = tables.stream()
                .map(table -> table.id().equals(id) ? change.apply(table) : table)
                .toList();
        return tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .orElseThrow();
    }

    public synchronized List<Table> tables() {
        return tables;
    }

    @Override
    public void changed(TableId table, Collection<RecordId> records) {}

    @Override
    public AirtableStatus status() {
        throw new UnsupportedOperationException("no test asks for the status");
    }
}
