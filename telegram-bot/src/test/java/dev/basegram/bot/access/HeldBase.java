package dev.basegram.bot.access;

import dev.basegram.bot.airtable.AccessCheck;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellChange;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Comment;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FileContent;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.RowScope;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.UpdateOutcome;
import dev.basegram.bot.airtable.ViewId;
import io.smallrye.mutiny.Uni;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** A base in memory that does whatever it is asked, with no rights of its own: what it let happen shows what the rights let through. */
final class HeldBase implements Airtable {
    private static final Instant READ_AT = Instant.parse("2026-11-25T10:00:00Z");

    private final Schema schema;
    private final Map<TableId, Map<RecordId, AirtableRecord>> rows = new LinkedHashMap<>();
    final List<String> effects = new ArrayList<>();

    HeldBase(List<Table> tables) {
        this.schema = new Schema(new BaseId("appHeld0000000001"), tables, READ_AT);
        tables.forEach(table -> rows.put(table.id(), new LinkedHashMap<>()));
    }

    void put(TableId table, AirtableRecord record) {
        rows.get(table).put(record.id(), record);
    }

    List<AirtableRecord> all(TableId table) {
        return List.copyOf(rows.get(table).values());
    }

    @Override
    public BaseId base() {
        return schema.base();
    }

    @Override
    public Uni<Answer<Schema>> schema(Caller caller) {
        return ok(schema);
    }

    @Override
    public Uni<Answer<Schema>> refreshSchema(Caller caller) {
        return ok(schema);
    }

    @Override
    public Uni<Answer<Snapshot>> table(Caller caller, TableId table) {
        return ok(new Snapshot(table, null, all(table), READ_AT, false, false, null));
    }

    @Override
    public Uni<Answer<Snapshot>> view(Caller caller, TableId table, ViewId view) {
        return table(caller, table);
    }

    @Override
    public Uni<Answer<Snapshot>> refresh(Caller caller, TableId table, Optional<ViewId> view) {
        return table(caller, table);
    }

    @Override
    public Uni<Answer<AirtableRecord>> record(Caller caller, TableId table, RecordId record, Freshness freshness) {
        AirtableRecord found = rows.get(table).get(record);
        return found == null ? failed(new AirtableFailure.RecordGone(record)) : ok(found);
    }

    @Override
    public Uni<Answer<Map<RecordId, AirtableRecord>>> records(
            Caller caller, TableId table, Collection<RecordId> records, Freshness freshness) {
        return ok(records.stream()
                .filter(rows.get(table)::containsKey)
                .collect(Collectors.toMap(id -> id, rows.get(table)::get)));
    }

    @Override
    public Uni<Answer<SearchResult>> search(Caller caller, SearchQuery query) {
        List<AirtableRecord> hits = all(query.table()).stream()
                .filter(record -> record.cells().entrySet().stream()
                        .filter(cell -> query.fields() == null || query.fields().contains(cell.getKey()))
                        .anyMatch(cell -> cell.getValue().toString().contains(query.words())))
                .filter(query.filter())
                .toList();
        Snapshot searched = new Snapshot(query.table(), null, all(query.table()), READ_AT, false, false, null);
        return ok(
                SearchResult.held(hits.stream().limit(query.limit()).toList(), hits.size() > query.limit(), searched));
    }

    @Override
    public Uni<Answer<Set<RecordId>>> matching(Caller caller, TableId table, String adminFormula) {
        throw new UnsupportedOperationException("the rights under test are told what matches");
    }

    @Override
    public Uni<Answer<AirtableRecord>> create(Caller caller, NewRecord record) {
        var made = new AirtableRecord(new RecordId("recMade0000000001"), READ_AT, record.cells());
        effects.add("create " + record.table() + " " + new TreeMap<>(byName(record.cells())));
        return ok(made);
    }

    @Override
    public Uni<Answer<Set<RecordId>>> within(
            Caller caller, TableId table, RowScope scope, Collection<RecordId> records) {
        return ok(Set.of());
    }

    @Override
    public Uni<Answer<Optional<AirtableRecord>>> made(Caller caller, NewRecord record) {
        return ok(Optional.empty());
    }

    @Override
    public Uni<Answer<UpdateOutcome>> update(Caller caller, RecordChange change) {
        AirtableRecord before = rows.get(change.table()).get(change.record());
        Map<FieldId, CellValue> cells = new HashMap<>(before.cells());
        change.cells().forEach((field, to) -> {
            if (to instanceof CellChange.Put(CellValue value)) {
                cells.put(field, value);
            }
        });
        effects.add("update " + change.record() + " " + change.cells().keySet());
        return ok(new UpdateOutcome.Saved(new AirtableRecord(before.id(), READ_AT, cells), before));
    }

    @Override
    public Uni<Answer<RecordId>> delete(Caller caller, TableId table, RecordId record) {
        effects.add("delete " + record);
        return ok(record);
    }

    @Override
    public Uni<Answer<AirtableRecord>> upload(
            Caller caller, TableId table, RecordId record, FieldId field, NewFile file) {
        effects.add("upload " + record + " " + field);
        return record(caller, table, record, Freshness.HELD);
    }

    @Override
    public Uni<Answer<FileContent>> download(
            Caller caller, TableId table, RecordId record, FieldId field, String attachment, long mostBytes) {
        effects.add("download " + record + " " + field);
        return failed(new AirtableFailure.AttachmentGone(attachment));
    }

    @Override
    public Uni<Answer<List<Comment>>> comments(Caller caller, TableId table, RecordId record) {
        return ok(List.of());
    }

    @Override
    public Uni<Answer<Comment>> comment(Caller caller, TableId table, RecordId record, String text) {
        throw new UnsupportedOperationException("no test writes comments");
    }

    @Override
    public Uni<Answer<AccessCheck>> checkAccess(Caller caller) {
        throw new UnsupportedOperationException("no test checks the token");
    }

    @Override
    public void changed(TableId table, Collection<RecordId> records) {}

    @Override
    public AirtableStatus status() {
        throw new UnsupportedOperationException("no test asks for the status");
    }

    private static Map<String, CellValue> byName(Map<FieldId, CellValue> cells) {
        return cells.entrySet().stream()
                .collect(Collectors.toMap(entry -> entry.getKey().toString(), Map.Entry::getValue));
    }

    private static <T> Uni<Answer<T>> ok(T value) {
        return Uni.createFrom().item(Answer.ok(value));
    }

    private static <T> Uni<Answer<T>> failed(AirtableFailure failure) {
        return Uni.createFrom().item(Answer.failed(failure));
    }
}
