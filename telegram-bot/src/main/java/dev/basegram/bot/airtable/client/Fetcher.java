package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.ListRequest;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.Page;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.snapshot.Snapshots;
import io.smallrye.mutiny.Uni;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * Single records as they are now, many of them with one call.
 *
 * <p>By a listing with a filter even for one of them: Airtable's get answers with records of other tables too, and tells a record
 * that is gone by an error that may mean many things. A read joins only those that have not left yet, so that it never gives what
 * was before a write that is done.
 */
final class Fetcher {
    private final RecordsApi api;
    private final Snapshots snapshots;
    private final BaseId base;
    private final Joiner<RecordId, Optional<AirtableRecord>> joiner;

    Fetcher(Flights flights, RecordsApi api, Snapshots snapshots, BaseId base) {
        this.api = api;
        this.snapshots = snapshots;
        this.base = base;
        this.joiner = new Joiner<>(flights, JoinRules.GETS, this::call);
    }

    private Call<List<Optional<AirtableRecord>>> call(Table table, List<RecordId> ids) {
        return api.list(table, ListRequest.where(Condition.isOneOf(ids))).map(page -> inOrder(page, ids));
    }

    private static List<Optional<AirtableRecord>> inOrder(Page page, List<RecordId> ids) {
        Map<RecordId, AirtableRecord> found = page.records().stream()
                .collect(Collectors.toMap(AirtableRecord::id, record -> record, (first, _) -> first));
        return ids.stream().map(id -> Optional.ofNullable(found.get(id))).toList();
    }

    /** Returns a record; empty where the table has none with this id. */
    Uni<Answer<Optional<AirtableRecord>>> one(Caller caller, Table table, RecordId record) {
        Asked asked = Asked.of(base, Scope.READ_RECORDS, table);
        return joiner.join(caller, table, record, record)
                .map(reply -> Meaning.of(reply, asked))
                .invoke(answer -> answer.found().ifPresent(found -> remember(table, record, found)));
    }

    private void remember(Table table, RecordId id, Optional<AirtableRecord> found) {
        found.ifPresentOrElse(
                record -> snapshots.absorb(table.id(), List.of(record)), () -> snapshots.remove(table.id(), id));
    }

    /** Returns those of the records that exist. */
    Uni<Answer<Map<RecordId, AirtableRecord>>> many(Caller caller, Table table, Collection<RecordId> records) {
        var wanted = new LinkedHashSet<>(records);
        if (wanted.isEmpty()) {
            return Uni.createFrom().item(Answer.ok(Map.of()));
        }
        List<Uni<Answer<Optional<AirtableRecord>>>> reads =
                wanted.stream().map(id -> one(caller, table, id)).toList();
        return Uni.join().all(reads).andFailFast().map(Fetcher::together);
    }

    private static Answer<Map<RecordId, AirtableRecord>> together(List<Answer<Optional<AirtableRecord>>> answers) {
        Map<RecordId, AirtableRecord> found = new HashMap<>();
        for (Answer<Optional<AirtableRecord>> answer : answers) {
            if (answer.reason().isPresent()) {
                return answer.map(_ -> Map.of());
            }
            answer.found().flatMap(record -> record).ifPresent(record -> found.put(record.id(), record));
        }
        return Answer.ok(Map.copyOf(found));
    }
}
