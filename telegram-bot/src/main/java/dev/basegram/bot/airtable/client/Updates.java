package dev.basegram.bot.airtable.client;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.UpdateOutcome;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.ApiError;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.RecordBody;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.Written;
import dev.basegram.bot.airtable.snapshot.Snapshots;
import io.smallrye.mutiny.Uni;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Changes to records: the touched fields only, one change of a record after the other, and none over a value the person has not
 * seen.
 *
 * <p>Airtable has no versions: between our look and our write others may still slip in.
 */
final class Updates {
    private final SchemaCache schemas;
    private final Fetcher fetcher;
    private final Snapshots snapshots;
    private final Serial<RecordId> serial = new Serial<>();
    private final Joiner<RecordBody, AirtableRecord> joiner;

    Updates(Flights flights, RecordsApi api, SchemaCache schemas, Fetcher fetcher, Snapshots snapshots) {
        this.schemas = schemas;
        this.fetcher = fetcher;
        this.snapshots = snapshots;
        this.joiner = new Joiner<>(
                flights,
                JoinRules.WRITES,
                (table, bodies) -> api.update(table, bodies).map(Written::records));
    }

    Uni<Answer<UpdateOutcome>> update(Caller caller, RecordChange change) {
        return serial.run(change.record(), () -> attempt(caller, change, false));
    }

    private Uni<Answer<UpdateOutcome>> attempt(Caller caller, RecordChange change, boolean again) {
        return schemas.table(caller, change.table())
                .chain(answer -> Chains.then(
                        answer,
                        table -> before(caller, table, change)
                                .chain(read -> Chains.then(
                                        read, before -> write(caller, table, change, before.orElse(null), again)))));
    }

    private Uni<Answer<Optional<AirtableRecord>>> before(Caller caller, Table table, RecordChange change) {
        if (!CellChanges.needsRecord(change)) {
            return Uni.createFrom().item(Answer.ok(snapshots.held(table.id(), change.record())));
        }
        return fetcher.one(caller, table, change.record())
                .map(answer -> answer.then(found -> found.isPresent()
                        ? Answer.ok(found)
                        : Answer.failed(new AirtableFailure.RecordGone(change.record()))));
    }

    private Uni<Answer<UpdateOutcome>> write(
            Caller caller, Table table, RecordChange change, @Nullable AirtableRecord before, boolean again) {
        Set<FieldId> conflicts = before == null ? Set.of() : CellChanges.conflicts(change, before);
        if (before != null && !conflicts.isEmpty()) {
            return done(new UpdateOutcome.Conflict(before, conflicts));
        }
        return Chains.then(CellChanges.write(table, change.cells(), before), cells -> {
            if (cells.isEmpty() && before != null) {
                return done(new UpdateOutcome.Saved(before, before));
            }
            return send(caller, table, change, cells)
                    .chain(reply -> settle(caller, table, change, before, reply, again));
        });
    }

    private Uni<Reply<AirtableRecord>> send(
            Caller caller, Table table, RecordChange change, Map<FieldId, JsonNode> cells) {
        return joiner.join(caller, table, change.record(), new RecordBody(change.record(), cells));
    }

    private Uni<Answer<UpdateOutcome>> settle(
            Caller caller,
            Table table,
            RecordChange change,
            @Nullable AirtableRecord before,
            Reply<AirtableRecord> reply,
            boolean again) {
        if (reply instanceof Reply.Got<AirtableRecord>(AirtableRecord saved)) {
            snapshots.absorb(table.id(), List.of(saved));
            return done(new UpdateOutcome.Saved(saved, before));
        }
        if (!again && Meaning.maySchemaBeOld(reply)) {
            return schemas.refresh(caller).chain(fresh -> Chains.then(fresh, _ -> attempt(caller, change, true)));
        }
        if (reply instanceof Reply.Refused<AirtableRecord>(ApiError error)
                && (error.status() == 403 || error.status() == 404)
                && !error.type().equals("INVALID_PERMISSIONS")) {
            return goneOrForbidden(caller, table, change);
        }
        return Uni.createFrom().item(Answer.failed(WriteFailure.of(reply, asked(table, change))));
    }

    /** Airtable gives one error for a record that is gone and for one that may not be changed; a look tells them apart. */
    private Uni<Answer<UpdateOutcome>> goneOrForbidden(Caller caller, Table table, RecordChange change) {
        return fetcher.one(caller, table, change.record())
                .map(answer -> answer.then(found -> Answer.failed(
                        found.isEmpty()
                                ? new AirtableFailure.RecordGone(change.record())
                                : new AirtableFailure.MissingScope(Scope.WRITE_RECORDS))));
    }

    private Asked asked(Table table, RecordChange change) {
        return Asked.of(schemas.base(), Scope.WRITE_RECORDS, table).about(change.record());
    }

    private static Uni<Answer<UpdateOutcome>> done(UpdateOutcome outcome) {
        return Uni.createFrom().item(Answer.ok(outcome));
    }
}
