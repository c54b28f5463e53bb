package dev.basegram.bot.access;

import static dev.basegram.bot.access.Waiting.await;

import dev.basegram.bot.access.rules.RowFilter;
import dev.basegram.bot.access.tables.RowWrite;
import dev.basegram.bot.access.tables.SettingsTables;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FileContent;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.LinkedFile;
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
import dev.basegram.bot.store.StoreWrite;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * The base as one person may see it: tables hold only the fields, lists only the rows that are theirs to see, and a guessed id
 * gives the same answer as one that does not exist. Blocks its thread, which should be a virtual one.
 */
public final class PermittedBase {
    private final Airtable airtable;
    private final Rights rights;
    private final Caller caller;
    private final Set<String> ownFields;
    private final LinkGuard links;
    private final SentRecords sent;
    private final Trail trail;
    private final BaseWriter writer;

    /**
     * Opens a base.
     *
     * @param trail the account of what is written
     * @param ownFields names of the fields that are the bot's own book-keeping, which nobody gets to see
     */
    PermittedBase(
            Airtable airtable, Rights rights, Caller caller, SentRecords sent, Trail trail, Set<String> ownFields) {
        this.trail = trail;
        this.writer = new BaseWriter(airtable, caller, trail);
        this.ownFields = ownFields;
        this.airtable = airtable;
        this.rights = rights;
        this.caller = caller;
        this.sent = sent;
        this.links = new LinkGuard(this);
    }

    /** Returns the person's role. */
    public Role role() {
        return rights.role();
    }

    /** Returns the tables the person may see, each with the fields they may see. */
    public Answer<List<Table>> tables() throws InterruptedException {
        return await(airtable.schema(caller)).map(this::permitted);
    }

    /** Reads the tables anew, for when the base has changed under our feet. */
    public Answer<List<Table>> refreshTables() throws InterruptedException {
        return await(airtable.refreshSchema(caller)).map(this::permitted);
    }

    private List<Table> permitted(Schema schema) {
        return schema.tables().stream()
                // The bot's own settings are no rule's to show: who can write there can make themselves anything.
                .filter(table -> rights.role().isAdmin() || !SettingsTables.isSettings(table))
                .filter(rights::maySee)
                .map(this::withVisibleFields)
                .toList();
    }

    /** Tells whether the person sees of a table only what is theirs. */
    public boolean onlyOwn(Table table) {
        return rights.onlyOwn(table);
    }

    /** Tells whether some rule speaks of the person's own record or number, and neither is known. */
    public boolean lacksIdentity() {
        return rights.lacksIdentity();
    }

    /** Returns a table with the fields the person may see; {@link AirtableFailure.TableGone} when it is not for them. */
    public Answer<Table> table(TableId id) throws InterruptedException {
        return tables().then(tables -> tables.stream()
                .filter(table -> table.id().equals(id))
                .findFirst()
                .map(Answer::ok)
                .orElseGet(() -> Answer.failed(new AirtableFailure.TableGone(id))));
    }

    private Table withVisibleFields(Table table) {
        List<Field> visible = table.fields().stream()
                .filter(field -> !ownFields.contains(field.name()) || field.id().equals(table.primaryField()))
                .filter(field -> rights.maySee(table, field))
                .toList();
        return new Table(table.id(), table.name(), table.description(), table.primaryField(), visible, table.views());
    }

    /** Tells whether the person may create records in a table. */
    public boolean mayAdd(Table table) {
        return rights.mayAdd(table) && table.fields().stream().anyMatch(field -> mayEdit(table, field));
    }

    /** Tells whether the person may change a field. */
    public boolean mayEdit(Table table, Field field) {
        return field.isEditable() && rights.mayEdit(table, field);
    }

    /** Returns the fields of a table that the person may change, in the table's order. */
    public List<Field> editable(Table table) {
        return table.fields().stream().filter(field -> mayEdit(table, field)).toList();
    }

    /** Returns the fields that the person may change in rows that are there already, in the table's order. */
    public List<Field> changeable(Table table) {
        return rights.mayChange(table) ? editable(table) : List.of();
    }

    /** Returns the fields that a form asks for, in its order. */
    public List<Field> form(Table table) {
        return rights.formOrder(table).stream()
                .filter(field -> mayEdit(table, field))
                .toList();
    }

    /** Tells whether the person may delete records of a table. */
    public boolean mayDelete(Table table) {
        return rights.mayDelete(table);
    }

    /** Returns the fields that a new record must have, in the order in which to ask for them. */
    public List<Field> required(Table table) {
        return rights.required(table).stream()
                .filter(field -> mayEdit(table, field))
                .toList();
    }

    /** Returns the rows of a table or a view that the person may see. */
    public Answer<Snapshot> rows(Table table, Optional<ViewId> view) throws InterruptedException {
        var asked = view.map(id -> airtable.view(caller, table.id(), id))
                .orElseGet(() -> airtable.table(caller, table.id()));
        return await(asked).map(snapshot -> permitted(table, snapshot));
    }

    private Snapshot permitted(Table table, Snapshot all) {
        RowFilter rows = rights.rows(table);
        return rows.isEverything()
                ? all
                : new Snapshot(
                        all.table(),
                        all.view(),
                        all.records().stream().filter(rows::admits).toList(),
                        all.readAt(),
                        all.truncated(),
                        all.stale(),
                        all.trouble());
    }

    /** Returns a record; {@link AirtableFailure.RecordGone} when there is none or it is not for this person. */
    public Answer<AirtableRecord> record(Table table, RecordId id, Freshness freshness) throws InterruptedException {
        return switch (await(airtable.record(caller, table.id(), id, freshness))) {
            case Answer.Ok<AirtableRecord>(AirtableRecord record)
            when !mayBeSeen(table, List.of(record)).contains(id) -> Answer.failed(new AirtableFailure.RecordGone(id));
            case Answer<AirtableRecord> answer -> answer;
        };
    }

    /** Returns those of some records that the person may see; where memory does not know, Airtable is asked, and its silence means no. */
    private Set<RecordId> mayBeSeen(Table table, Collection<AirtableRecord> records) throws InterruptedException {
        RowFilter rows = rights.rows(table);
        Set<RecordId> seen = new HashSet<>();
        Set<RecordId> unknown = new HashSet<>();
        records.forEach(record -> (rows.admits(record) ? seen : unknown).add(record.id()));
        if (rows.isCut() && !unknown.isEmpty()) {
            await(airtable.within(caller, table.id(), rows.scope(), unknown))
                    .found()
                    .ifPresent(seen::addAll);
        }
        return seen;
    }

    /** Returns those of the records that exist and that the person may see. */
    public Answer<Map<RecordId, AirtableRecord>> records(Table table, Collection<RecordId> ids)
            throws InterruptedException {
        Answer<Map<RecordId, AirtableRecord>> answer = await(airtable.records(caller, table.id(), ids, Freshness.HELD));
        if (!(answer instanceof Answer.Ok<Map<RecordId, AirtableRecord>>(Map<RecordId, AirtableRecord> found))) {
            return answer;
        }
        Map<RecordId, AirtableRecord> shown = new HashMap<>(found);
        shown.keySet().retainAll(mayBeSeen(table, found.values()));
        return Answer.ok(Map.copyOf(shown));
    }

    /** Looks for words in the fields and rows that the person may see. */
    public Answer<SearchResult> search(Table table, String words, int limit) throws InterruptedException {
        Set<FieldId> fields = table.fields().stream().map(Field::id).collect(Collectors.toUnmodifiableSet());
        RowFilter rows = rights.rows(table);
        return await(
                airtable.search(caller, new SearchQuery(table.id(), words, fields, rows::admits, rows.scope(), limit)));
    }

    /** Creates a record, once for each key. */
    public Answer<AirtableRecord> create(Table table, Map<FieldId, CellValue> cells, String key)
            throws InterruptedException {
        if (!rights.mayAdd(table)) {
            return Answer.failed(new AirtableFailure.TableGone(table.id()));
        }
        Optional<AirtableFailure> refused = links.check(table, cells.keySet(), cells.values());
        if (refused.isPresent()) {
            return Answer.failed(refused.get());
        }
        Map<FieldId, CellValue> whole = new HashMap<>(cells);
        whole.putAll(rights.presets(table));
        Answer<AirtableRecord> made = writer.create(new NewRecord(table.id(), whole, key));
        made.found().ifPresent(record -> {
            sent.note(table.id(), record.id());
            rights.made(table);
        });
        return made;
    }

    /** Changes a record that the person may see, in fields that they may change. */
    public Answer<UpdateOutcome> update(Table table, RecordChange change) throws InterruptedException {
        if (!rights.mayChange(table)) {
            return Answer.failed(new AirtableFailure.RecordGone(change.record()));
        }
        return switch (record(table, change.record(), Freshness.HELD)) {
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> Answer.failed(failure);
            case Answer.Ok<AirtableRecord>(AirtableRecord current) -> update(table, current, change);
        };
    }

    private Answer<UpdateOutcome> update(Table table, AirtableRecord current, RecordChange change)
            throws InterruptedException {
        Optional<AirtableFailure> refused = links.check(
                table, change.cells().keySet(), LinkGuard.values(change.cells().values()));
        return refused.isPresent() ? Answer.failed(refused.get()) : writer.update(current, change);
    }

    /** Deletes a record that the person may see and delete. */
    public Answer<RecordId> delete(Table table, RecordId id) throws InterruptedException {
        if (!rights.mayDelete(table)) {
            return Answer.failed(new AirtableFailure.RecordGone(id));
        }
        return switch (record(table, id, Freshness.HELD)) {
            case Answer.Ok<AirtableRecord>(AirtableRecord current) -> writer.delete(table.id(), current);
            // Gone already is as good as deleted, whoever asks: it tells nothing.
            case Answer.Failed<AirtableRecord>(AirtableFailure.RecordGone _) -> Answer.ok(id);
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> Answer.failed(failure);
        };
    }

    /** Adds a file to a cell that the person may change. */
    public Answer<AirtableRecord> upload(Table table, RecordId id, Field field, NewFile file)
            throws InterruptedException {
        if (!mayEdit(table, field)) {
            return Answer.failed(new AirtableFailure.FieldGone(field.id(), field.name()));
        }
        return mayGiveFiles(table, id)
                ? writer.upload(table.id(), id, field.id(), file)
                : Answer.failed(new AirtableFailure.RecordGone(id));
    }

    /** Adds files, which Airtable will fetch by their links, to a cell that the person may change. */
    public Answer<AirtableRecord> link(Table table, RecordId id, Field field, List<LinkedFile> files)
            throws InterruptedException {
        if (!mayEdit(table, field)) {
            return Answer.failed(new AirtableFailure.FieldGone(field.id(), field.name()));
        }
        if (!mayGiveFiles(table, id)) {
            return Answer.failed(new AirtableFailure.RecordGone(id));
        }
        return writer.link(table.id(), id, field.id(), files);
    }

    /** Who may add a record may give it its files, which can only follow once it is there, without the right to change others. */
    private boolean mayGiveFiles(Table table, RecordId id) throws InterruptedException {
        return rights.mayComplete(table, id)
                || (rights.mayChange(table) && record(table, id, Freshness.HELD).isOk());
    }

    /** Fetches a file from a record and a field that the person may see. */
    public Answer<FileContent> download(Table table, RecordId id, Field field, String attachment, long mostBytes)
            throws InterruptedException {
        if (!rights.maySee(table, field)) {
            return Answer.failed(new AirtableFailure.FieldGone(field.id(), field.name()));
        }
        return switch (record(table, id, Freshness.HELD)) {
            case Answer.Failed<AirtableRecord>(AirtableFailure failure) -> Answer.failed(failure);
            case Answer.Ok<AirtableRecord> _ ->
                await(airtable.download(caller, table.id(), id, field.id(), attachment, mostBytes));
        };
    }

    /** Returns in whose name Airtable is asked. */
    Caller caller() {
        return caller;
    }

    /** Writes a row of the bot's own settings tables, for those who run the bot and for nobody else. */
    Answer<AirtableRecord> settings(RowWrite write) throws InterruptedException {
        return switch (write) {
            case RowWrite.Nothing _ -> throw new IllegalArgumentException("there is nothing to write");
            case RowWrite.Create(NewRecord record) -> settings(List.of(record)).getFirst();
            case RowWrite.Change(RecordChange change) ->
                rights.role().isAdmin()
                        ? writer.update(change).map(BaseWriter::recordOf)
                        : Answer.failed(new AirtableFailure.TableGone(change.table()));
        };
    }

    /** Makes rows of the bot's own settings tables together, for those who run the bot and for nobody else. */
    List<Answer<AirtableRecord>> settings(List<NewRecord> rows) throws InterruptedException {
        return rights.role().isAdmin()
                ? writer.create(rows)
                : rows.stream()
                        .map(row -> Answer.<AirtableRecord>failed(new AirtableFailure.TableGone(row.table())))
                        .toList();
    }

    /** Returns the account of what was written through this, to be saved in the commit that marks the occasion as done. */
    public List<StoreWrite> audit() {
        return trail.toSave();
    }

    /** Saves the account now, when what was written will not be marked as done: it has happened all the same. */
    public void auditNow() {
        trail.saveNow();
    }
}
