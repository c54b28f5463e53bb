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
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FileContent;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.UpdateOutcome;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.text.SearchText;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;

/** A base in memory that keeps the contract of {@link Airtable}: keys create once, expectations are checked, links are merged. */
public class FakeAirtable implements Airtable {
    private static final Instant DAWN = Instant.parse("2026-11-01T00:00:00Z");

    private AirtableFailure away;
    private List<Table> tables;
    private final Map<TableId, Map<RecordId, AirtableRecord>> rows = new LinkedHashMap<>();
    private final Map<String, RecordId> keys = new HashMap<>();
    private final Deque<AirtableFailure> failures = new ArrayDeque<>();
    private final List<String> calls = new ArrayList<>();
    private int made;

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

    /** Changes the schema behind everybody's back. */
    public synchronized void replaceTables(List<Table> other) {
        tables = List.copyOf(other);
    }

    /** Lets the next call fail. */
    public synchronized void failNext(AirtableFailure failure) {
        failures.add(failure);
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
                AirtableFailure failure = call.equals("schema") ? null : failures.poll();
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
        return schema(caller);
    }

    @Override
    public Uni<Answer<Snapshot>> table(Caller caller, TableId table) {
        return answer("table", () -> Answer.ok(snapshot(table, null)));
    }

    @Override
    public Uni<Answer<Snapshot>> view(Caller caller, TableId table, ViewId view) {
        return answer("view", () -> Answer.ok(snapshot(table, view)));
    }

    /** Lets refreshes fail from now on: what memory holds is all there is. */
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
        return answer("record", () -> found(table, record));
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
            List<AirtableRecord> hits = records(query.table()).stream()
                    .filter(record -> record.cells().entrySet().stream()
                            .filter(cell ->
                                    query.fields() == null || query.fields().contains(cell.getKey()))
                            .anyMatch(
                                    cell -> SearchText.contains(cell.getValue().toString(), query.words())))
                    .filter(query.filter())
                    .toList();
            return Answer.ok(new SearchResult(
                    hits.stream().limit(query.limit()).toList(),
                    hits.size() > query.limit(),
                    snapshot(query.table(), null)));
        });
    }

    @Override
    public Uni<Answer<Set<RecordId>>> matching(Caller caller, TableId table, String adminFormula) {
        throw new UnsupportedOperationException("no chat test has a rule with a formula");
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
    public Uni<Answer<UpdateOutcome>> update(Caller caller, RecordChange change) {
        return answer(
                "update",
                () -> found(change.table(), change.record()).map(before -> {
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

    private static CellValue applied(CellValue before, CellChange change) {
        return switch (change) {
            case CellChange.Put(CellValue value) -> value;
            case CellChange.Links(List<RecordId> add, Set<RecordId> remove) ->
                new CellValue.Links(merged(before instanceof CellValue.Links(var had) ? had : List.of(), add, remove));
            case CellChange.Choices(List<String> add, Set<String> remove) ->
                new CellValue.Choices(
                        merged(before instanceof CellValue.Choices(var had) ? had : List.of(), add, remove));
            case CellChange.People(List<String> add, Set<String> remove) -> people(before, add, remove);
            case CellChange.RemoveFiles _ -> before;
        };
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
        throw new UnsupportedOperationException("no test checks access");
    }

    @Override
    public void changed(TableId table, Collection<RecordId> records) {}

    @Override
    public AirtableStatus status() {
        throw new UnsupportedOperationException("no test asks for the status");
    }
}
