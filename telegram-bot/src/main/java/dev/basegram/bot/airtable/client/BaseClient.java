package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AccessCheck;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.AirtableStatus;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Comment;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FileContent;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.RowScope;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.SearchQuery;
import dev.basegram.bot.airtable.SearchResult;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.UpdateOutcome;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.Reply;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;

/** One base; each method is a sentence about its parts. */
final class BaseClient implements Airtable {
    private final Parts parts;
    private final Troubles troubles;

    BaseClient(Parts parts, Troubles troubles) {
        this.parts = parts;
        this.troubles = troubles;
    }

    @Override
    public BaseId base() {
        return parts.schemas().base();
    }

    @Override
    public Uni<Answer<Schema>> schema(Caller caller) {
        return troubles.watch(parts.schemas().get(caller));
    }

    @Override
    public Uni<Answer<Schema>> refreshSchema(Caller caller) {
        return troubles.watch(parts.schemas().refresh(caller));
    }

    @Override
    public Uni<Answer<Snapshot>> table(Caller caller, TableId table) {
        return listing(caller, table, Optional.empty(), false);
    }

    @Override
    public Uni<Answer<Snapshot>> view(Caller caller, TableId table, ViewId view) {
        return listing(caller, table, Optional.of(view), false);
    }

    @Override
    public Uni<Answer<Snapshot>> refresh(Caller caller, TableId table, Optional<ViewId> view) {
        return listing(caller, table, view, true);
    }

    private Uni<Answer<Snapshot>> listing(Caller caller, TableId id, Optional<ViewId> view, boolean anew) {
        return in(caller, id, table -> {
            if (view.isPresent() && table.view(view.get()).isEmpty()) {
                return Uni.createFrom().item(Answer.failed(new AirtableFailure.ViewGone(view.get())));
            }
            return anew
                    ? parts.snapshots().refresh(caller, table, view)
                    : parts.snapshots().get(caller, table, view);
        });
    }

    @Override
    public Uni<Answer<AirtableRecord>> record(Caller caller, TableId table, RecordId record, Freshness freshness) {
        return records(caller, table, List.of(record), freshness)
                .map(answer -> answer.then(found -> Optional.ofNullable(found.get(record))
                        .map(Answer::ok)
                        .orElseGet(() -> Answer.failed(new AirtableFailure.RecordGone(record)))));
    }

    @Override
    public Uni<Answer<Map<RecordId, AirtableRecord>>> records(
            Caller caller, TableId id, Collection<RecordId> records, Freshness freshness) {
        return in(caller, id, table -> {
            Map<RecordId, AirtableRecord> held = new HashMap<>();
            Set<RecordId> missing = new LinkedHashSet<>(records);
            if (freshness == Freshness.HELD) {
                records.forEach(
                        record -> parts.snapshots().held(id, record).ifPresent(found -> held.put(record, found)));
                missing.removeAll(held.keySet());
            }
            return parts.fetcher()
                    .many(caller, table, missing)
                    .map(answer -> answer.map(read -> {
                        held.putAll(read);
                        return Map.copyOf(held);
                    }));
        });
    }

    @Override
    public Uni<Answer<SearchResult>> search(Caller caller, SearchQuery query) {
        return in(
                caller,
                query.table(),
                table -> parts.snapshots()
                        .get(caller, table, Optional.empty())
                        .chain(answer ->
                                Chains.then(answer, held -> parts.search().search(caller, table, query, held))));
    }

    @Override
    public Uni<Answer<Set<RecordId>>> matching(Caller caller, TableId id, String adminFormula) {
        RowScope scope = RowScope.where(Condition.writtenByAdmin(adminFormula));
        return in(caller, id, table -> parts.matching().ids(caller, table, scope, Condition.always()));
    }

    @Override
    public Uni<Answer<Set<RecordId>>> within(Caller caller, TableId id, RowScope scope, Collection<RecordId> records) {
        return in(caller, id, table -> parts.matching().ids(caller, table, scope, Condition.isOneOf(records)));
    }

    @Override
    public Uni<Answer<AirtableRecord>> create(Caller caller, NewRecord record) {
        return troubles.watch(parts.creations().create(caller, record));
    }

    @Override
    public Uni<Answer<Optional<AirtableRecord>>> made(Caller caller, NewRecord record) {
        return in(caller, record.table(), table -> parts.creations().made(caller, table, record));
    }

    @Override
    public Uni<Answer<UpdateOutcome>> update(Caller caller, RecordChange change) {
        return troubles.watch(parts.updates().update(caller, change));
    }

    @Override
    public Uni<Answer<RecordId>> delete(Caller caller, TableId table, RecordId record) {
        return troubles.watch(parts.deletions().delete(caller, table, record));
    }

    @Override
    public Uni<Answer<List<Comment>>> comments(Caller caller, TableId table, RecordId record) {
        return in(
                caller,
                table,
                held -> parts.flights()
                        .send(caller, parts.commentsApi().list(table, record))
                        .map(reply -> about(reply, Scope.READ_COMMENTS, held, record)));
    }

    @Override
    public Uni<Answer<Comment>> comment(Caller caller, TableId table, RecordId record, String text) {
        return in(
                caller,
                table,
                held -> parts.flights()
                        .send(caller, parts.commentsApi().create(table, record, text))
                        .map(reply -> reply instanceof Reply.Got<Comment>(Comment written)
                                ? Answer.ok(written)
                                : Answer.failed(parts.writeFailure(reply, Scope.WRITE_COMMENTS, held, record))));
    }

    private <T> Answer<T> about(Reply<T> reply, Scope scope, Table table, RecordId record) {
        return Meaning.of(reply, Asked.of(base(), scope, table).about(record));
    }

    @Override
    public Uni<Answer<AirtableRecord>> upload(
            Caller caller, TableId table, RecordId record, FieldId field, NewFile file) {
        return withField(caller, table, field, held -> parts.files().upload(caller, held, record, field, file));
    }

    @Override
    public Uni<Answer<FileContent>> download(
            Caller caller, TableId table, RecordId record, FieldId field, String attachment, long mostBytes) {
        return withField(
                caller,
                table,
                field,
                held -> parts.files().download(caller, held, record, field, attachment, mostBytes));
    }

    @Override
    public Uni<Answer<AccessCheck>> checkAccess(Caller caller) {
        return troubles.watch(parts.access().check(caller));
    }

    @Override
    public void changed(TableId table, Collection<RecordId> records) {
        parts.snapshots().touch(table);
    }

    @Override
    public AirtableStatus status() {
        return parts.status(troubles);
    }

    private <T> Uni<Answer<T>> in(Caller caller, TableId id, Function<Table, Uni<Answer<T>>> work) {
        return troubles.watch(parts.schemas().table(caller, id).chain(answer -> Chains.then(answer, work)));
    }

    private <T> Uni<Answer<T>> withField(
            Caller caller, TableId id, FieldId field, Function<Table, Uni<Answer<T>>> work) {
        return in(caller, id, table -> {
            Optional<Field> held = table.field(field);
            return held.isPresent()
                    ? work.apply(table)
                    : Uni.createFrom().item(Answer.failed(new AirtableFailure.FieldGone(field, field.value())));
        });
    }
}
