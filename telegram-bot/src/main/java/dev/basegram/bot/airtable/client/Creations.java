package dev.basegram.bot.airtable.client;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellChange;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.RecordBody;
import dev.basegram.bot.airtable.rest.RecordsApi;
import dev.basegram.bot.airtable.rest.Reply;
import dev.basegram.bot.airtable.rest.Written;
import dev.basegram.bot.airtable.snapshot.Snapshots;
import io.smallrye.mutiny.Uni;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Creates each record once, whatever is cut off or crashes in between.
 *
 * <p>A table with a text field for the key gets the key written there, and a repeat finds it (upsert). Another table's creations are
 * kept in a journal on disk, and what may have been sent is looked for before it is sent again ({@link KeylessCreation}).
 */
final class Creations {
    private final SchemaCache schemas;
    private final Snapshots snapshots;
    private final List<String> keyFieldNames;
    private final KeyLookup lookup;
    private final KeylessCreation keyless;
    private final Serial<String> serial = new Serial<>();
    private final Joiner<RecordBody, AirtableRecord> upserts;

    Creations(
            Flights flights,
            RecordsApi api,
            SchemaCache schemas,
            Snapshots snapshots,
            List<String> keyFieldNames,
            KeylessCreation keyless) {
        this.schemas = schemas;
        this.snapshots = snapshots;
        this.keyFieldNames = keyFieldNames;
        this.keyless = keyless;
        this.lookup = new KeyLookup(flights, api);
        this.upserts = new Joiner<>(
                flights,
                JoinRules.WRITES,
                (table, bodies) -> api.upsert(
                                table, keyField(table).orElseThrow().id(), bodies)
                        .map(Written::records));
    }

    Uni<Answer<AirtableRecord>> create(Caller caller, NewRecord record) {
        return serial.run(record.key(), () -> attempt(caller, record, false));
    }

    private Uni<Answer<AirtableRecord>> attempt(Caller caller, NewRecord record, boolean again) {
        return schemas.table(caller, record.table())
                .chain(answer -> Chains.then(
                        answer,
                        table -> Chains.then(
                                cells(table, record),
                                cells -> keyField(table)
                                        .filter(key -> !record.cells().containsKey(key.id()))
                                        .map(key -> upsert(caller, table, record, cells, key, again))
                                        .orElseGet(() -> plain(caller, table, record, cells, again)))));
    }

    /** Looks for what a creation has made: by its key where the table has a place for it, and by the journal. */
    Uni<Answer<Optional<AirtableRecord>>> made(Caller caller, Table table, NewRecord record) {
        Optional<Field> key = keyField(table).filter(field -> !record.cells().containsKey(field.id()));
        Uni<Reply<Optional<AirtableRecord>>> byKey = key.isPresent()
                ? lookup.look(caller, table, key.get(), record.key())
                : Uni.createFrom().item(new Reply.Got<>(Optional.empty()));
        return byKey.chain(reply -> reply instanceof Reply.Got<Optional<AirtableRecord>>(var found) && found.isEmpty()
                        ? keyless.made(caller, table, record)
                        : Uni.createFrom().item(reply))
                .map(reply -> Meaning.of(reply, Asked.of(schemas.base(), Scope.READ_RECORDS, table)));
    }

    private static Answer<Map<FieldId, JsonNode>> cells(Table table, NewRecord record) {
        Map<FieldId, CellChange> changes = new HashMap<>();
        record.cells().forEach((field, value) -> {
            if (!(value instanceof CellValue.Empty)) {
                changes.put(field, new CellChange.Put(value));
            }
        });
        return CellChanges.write(table, changes, null);
    }

    private Optional<Field> keyField(Table table) {
        return keyFieldNames.stream()
                .flatMap(name -> table.fieldNamed(name).stream())
                .filter(field -> field.type() instanceof FieldType.SingleLineText
                        || field.type() instanceof FieldType.MultilineText)
                .findFirst();
    }

    private Uni<Answer<AirtableRecord>> upsert(
            Caller caller, Table table, NewRecord record, Map<FieldId, JsonNode> cells, Field key, boolean again) {
        Map<FieldId, JsonNode> keyed = new HashMap<>(cells);
        keyed.put(key.id(), TextNode.valueOf(record.key()));
        return upserts.join(caller, table, record.key(), new RecordBody(null, keyed))
                .chain(reply -> {
                    if (reply instanceof Reply.Refused<AirtableRecord>) {
                        // Two records with one key, which only people can make, refuse every upsert: the older one
                        // counts.
                        return lookup.oldest(caller, table, key, record.key())
                                .chain(found -> found.map(Uni.createFrom()::item)
                                        .map(Creations::known)
                                        .orElseGet(() -> settle(caller, table, record, reply, again)));
                    }
                    return settle(caller, table, record, reply, again);
                });
    }

    private static Uni<Answer<AirtableRecord>> known(Uni<AirtableRecord> record) {
        return record.map(Answer::ok);
    }

    private Uni<Answer<AirtableRecord>> plain(
            Caller caller, Table table, NewRecord record, Map<FieldId, JsonNode> cells, boolean again) {
        return keyless.create(caller, table, record, cells).chain(reply -> settle(caller, table, record, reply, again));
    }

    private Uni<Answer<AirtableRecord>> settle(
            Caller caller, Table table, NewRecord record, Reply<AirtableRecord> reply, boolean again) {
        if (reply instanceof Reply.Got<AirtableRecord>(AirtableRecord made)) {
            snapshots.absorb(table.id(), List.of(made));
            return Uni.createFrom().item(Answer.ok(made));
        }
        if (!again && Meaning.maySchemaBeOld(reply)) {
            return schemas.refresh(caller).chain(fresh -> Chains.then(fresh, _ -> attempt(caller, record, true)));
        }
        return Uni.createFrom()
                .item(Answer.failed(WriteFailure.of(reply, Asked.of(schemas.base(), Scope.WRITE_RECORDS, table))));
    }
}
