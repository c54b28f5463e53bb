package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.snapshot.Snapshots;
import io.smallrye.mutiny.Uni;

/** Deletes records; whatever Airtable says, one that is not there afterwards counts as deleted. */
final class Deletions {
    private final SchemaCache schemas;
    private final Fetcher fetcher;
    private final Snapshots snapshots;
    private final Joiner<RecordId, RecordId> joiner;

    Deletions(Flights flights, RecordsApi api, SchemaCache schemas, Fetcher fetcher, Snapshots snapshots) {
        this.schemas = schemas;
        this.fetcher = fetcher;
        this.snapshots = snapshots;
        this.joiner = new Joiner<>(flights, JoinRules.WRITES, (table, ids) -> api.delete(table.id(), ids));
    }

    Uni<Answer<RecordId>> delete(Caller caller, TableId tableId, RecordId record) {
        return schemas.table(caller, tableId)
                .chain(answer -> Chains.then(answer, table -> attempt(caller, table, record, true)));
    }

    private Uni<Answer<RecordId>> attempt(Caller caller, Table table, RecordId record, boolean mayRepeat) {
        return joiner.join(caller, table, record, record).chain(reply -> switch (reply) {
            case Reply.Got<RecordId> _ -> deleted(table, record);
            case Reply.Unfit<RecordId> _, Reply.Spent<RecordId> _, Reply.TooMany<RecordId> _ ->
                failed(reply, table, record);
            case Reply.Down<RecordId> down when !down.sent() -> failed(reply, table, record);
            case Reply.Refused<RecordId> _ -> look(caller, table, record, reply, false);
            case Reply.Down<RecordId> _, Reply.Garbled<RecordId> _ -> look(caller, table, record, reply, mayRepeat);
        });
    }

    private Uni<Answer<RecordId>> look(
            Caller caller, Table table, RecordId record, Reply<RecordId> reply, boolean mayRepeat) {
        return fetcher.one(caller, table, record).chain(answer -> {
            if (answer.found().filter(found -> found.isEmpty()).isPresent()) {
                return deleted(table, record);
            }
            return answer.isOk() && mayRepeat ? attempt(caller, table, record, false) : failed(reply, table, record);
        });
    }

    private Uni<Answer<RecordId>> deleted(Table table, RecordId record) {
        snapshots.remove(table.id(), record);
        return Uni.createFrom().item(Answer.ok(record));
    }

    private Uni<Answer<RecordId>> failed(Reply<RecordId> reply, Table table, RecordId record) {
        Asked asked = Asked.of(schemas.base(), Scope.WRITE_RECORDS, table).about(record);
        return Uni.createFrom().item(Answer.failed(WriteFailure.of(reply, asked)));
    }
}
