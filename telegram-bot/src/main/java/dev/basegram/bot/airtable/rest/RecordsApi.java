package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.airtable.json.RecordReader;
import dev.basegram.bot.config.BotSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/**
 * Records ({@code airtable.com/developers/web/api/list-records} and its neighbours).
 *
 * <p>Lists always go by POST, so that no URL grows too long; writes always by PATCH, never PUT; ids everywhere, names nowhere.
 */
@Singleton
public final class RecordsApi {
    /** The longest formula sent; Airtable documents no limit of its own for those in a body. */
    public static final int LONGEST_FORMULA = 50_000;

    private final ApiRest rest;
    private final Wire wire;
    private final String base;

    RecordsApi(@RestClient ApiRest rest, Wire wire, BotSettings settings) {
        this.rest = rest;
        this.wire = wire;
        this.base = settings.airtable().baseId();
    }

    /** Lists a page. */
    public Call<Page> list(Table table, ListRequest request) {
        int formula = request.filter() == null ? 0 : request.filter().toString().length();
        if (formula > LONGEST_FORMULA) {
            return Call.unfit("list", new AirtableFailure.TooLarge("A filter", LONGEST_FORMULA, formula));
        }
        byte[] body = Json.bytes(listBody(request));
        var reader = new RecordReader(table);
        return wire.read("list", () -> rest.list(base, table.id().value(), body), answer -> page(answer, reader));
    }

    private static ObjectNode listBody(ListRequest request) {
        ObjectNode body = Json.object().put("returnFieldsByFieldId", true).put("pageSize", request.pageSize());
        if (request.view() != null) {
            body.put("view", request.view().value());
        }
        if (request.filter() != null) {
            body.put("filterByFormula", request.filter().toString());
        }
        if (request.offset() != null) {
            body.put("offset", request.offset());
        }
        if (request.commentCount()) {
            body.putArray("recordMetadata").add("commentCount");
        }
        if (!request.fields().isEmpty()) {
            ArrayNode fields = body.putArray("fields");
            request.fields().forEach(field -> fields.add(field.value()));
        }
        if (!request.sort().isEmpty()) {
            ArrayNode sort = body.putArray("sort");
            request.sort()
                    .forEach(key -> sort.addObject()
                            .put("field", key.field().value())
                            .put("direction", key.descending() ? "desc" : "asc"));
        }
        return body;
    }

    private static Optional<Page> page(JsonNode answer, RecordReader reader) {
        return records(answer, reader).map(records -> new Page(records, Json.text(answer, "offset")));
    }

    /** Reads one record. Airtable answers with a record of another table too, if the id is one: check where it matters. */
    public Call<AirtableRecord> get(Table table, RecordId record) {
        var reader = new RecordReader(table);
        return wire.read(
                "get", () -> rest.get(base, table.id().value(), record.value(), true), answer -> reader.read(answer));
    }

    /** Creates 1–10 records; sent twice, it creates them twice. */
    public Call<Written> create(Table table, List<RecordBody> records) {
        return write(
                "create",
                Safety.ONCE,
                table,
                records,
                body(records),
                body -> rest.create(base, table.id().value(), body));
    }

    /** Changes the given fields of 1–10 records. */
    public Call<Written> update(Table table, List<RecordBody> records) {
        return write(
                "update",
                Safety.REPEATABLE,
                table,
                records,
                body(records),
                body -> rest.update(base, table.id().value(), body));
    }

    /** Creates 1–10 records, or changes those that hold the same in the key field already. */
    public Call<Written> upsert(Table table, FieldId key, List<RecordBody> records) {
        ObjectNode body = body(records);
        body.putObject("performUpsert").putArray("fieldsToMergeOn").add(key.value());
        return write(
                "upsert",
                Safety.REPEATABLE,
                table,
                records,
                body,
                bytes -> rest.update(base, table.id().value(), bytes));
    }

    private Call<Written> write(
            String operation,
            Safety safety,
            Table table,
            List<RecordBody> records,
            ObjectNode body,
            Function<byte[], Uni<Response>> send) {
        if (records.isEmpty() || records.size() > RecordBody.MOST) {
            return Call.unfit(
                    operation, new AirtableFailure.TooLarge("The number of records", RecordBody.MOST, records.size()));
        }
        byte[] bytes = Json.bytes(body);
        var reader = new RecordReader(table);
        return wire.call(
                operation,
                safety,
                () -> send.apply(bytes),
                answer -> records(answer, reader)
                        .filter(written -> written.size() == records.size())
                        .map(written -> new Written(written, ids(answer.path("createdRecords")))));
    }

    private static ObjectNode body(List<RecordBody> records) {
        ObjectNode body = Json.object().put("returnFieldsByFieldId", true);
        ArrayNode array = body.putArray("records");
        records.forEach(record -> array.add(record.json()));
        return body;
    }

    /** Deletes 1–10 records and returns which. */
    public Call<List<RecordId>> delete(TableId table, List<RecordId> records) {
        if (records.isEmpty() || records.size() > RecordBody.MOST) {
            return Call.unfit(
                    "delete", new AirtableFailure.TooLarge("The number of records", RecordBody.MOST, records.size()));
        }
        List<String> ids = records.stream().map(RecordId::value).toList();
        return wire.call("delete", Safety.ONCE, () -> rest.delete(base, table.value(), ids), answer -> {
            List<RecordId> deleted = new ArrayList<>();
            for (JsonNode record : answer.path("records")) {
                if (record.path("deleted").asBoolean()) {
                    String id = Json.text(record, "id", "");
                    deleted.add(new RecordId(id));
                }
            }
            return deleted.size() == records.size() ? Optional.of(deleted) : Optional.empty();
        });
    }

    private static Optional<List<AirtableRecord>> records(JsonNode answer, RecordReader reader) {
        if (!answer.path("records").isArray()) {
            return Optional.empty();
        }
        List<AirtableRecord> records = new ArrayList<>();
        for (JsonNode node : answer.path("records")) {
            Optional<AirtableRecord> record = reader.read(node);
            if (record.isEmpty()) {
                return Optional.empty();
            }
            records.add(record.get());
        }
        return Optional.of(records);
    }

    private static List<RecordId> ids(JsonNode array) {
        List<RecordId> ids = new ArrayList<>();
        array.forEach(id -> {
            if (RecordId.isValid(id.asText())) {
                ids.add(new RecordId(id.asText()));
            }
        });
        return ids;
    }
}
