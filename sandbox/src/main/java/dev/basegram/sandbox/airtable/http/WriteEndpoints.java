package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Origin;
import dev.basegram.sandbox.airtable.base.RecordWriter;
import dev.basegram.sandbox.airtable.base.RecordWriter.Mode;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Transaction;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/** Creates, changes and deletes records, one or up to ten at a time, all or nothing. */
final class WriteEndpoints {
    /** Records in one request. */
    static final int MAX_BATCH = 10;

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final LiveBase live;
    private final AttachmentLinks links;

    WriteEndpoints(LiveBase live, AttachmentLinks links) {
        this.live = live;
        this.links = links;
    }

    private <T> T write(ApiRequest request, Function<Transaction, T> writing) {
        request.token().mayWrite();
        return live.write(base -> Origin.publicApi(base.owner()), writing);
    }

    private RecordJson json(ApiRequest request, Base base) {
        ObjectNode given = JSON.objectNode().put("returnFieldsByFieldId", request.flag("returnFieldsByFieldId"));
        return new RecordJson(base, live.clock(), links.from(request.root()), Output.of(given));
    }

    private static RecordWriter writer(ApiRequest request, Transaction transaction, Table table) {
        return new RecordWriter(transaction, table, request.flag("typecast"));
    }

    /** airtable.com/developers/web/api/create-records. */
    Answer create(ApiRequest request) {
        return write(request, transaction -> {
            Table table = request.table(transaction.base());
            RecordWriter writer = writer(request, transaction, table);
            RecordJson json = json(request, transaction.base());
            if (!request.body().has("records")) {
                return Answer.ok(json.record(table, writer.create(fields(request.body()))));
            }
            List<Row> rows = new ArrayList<>();
            for (JsonNode record : Batches.creates(request.body().path("records"))) {
                rows.add(writer.create(record.path("fields")));
            }
            return Answer.ok(records(json, table, rows));
        });
    }

    /** airtable.com/developers/web/api/update-record; the record must be one of this table. */
    Answer update(ApiRequest request, Mode mode) {
        return write(request, transaction -> {
            Table table = request.table(transaction.base());
            String recordId = request.param("record");
            if (table.row(recordId).isEmpty()) {
                throw ReadEndpoints.missing(recordId);
            }
            Row row = writer(request, transaction, table).update(recordId, fields(request.body()), mode);
            return Answer.ok(json(request, transaction.base()).record(table, row));
        });
    }

    /** airtable.com/developers/web/api/update-multiple-records, upserts included. */
    Answer updateSeveral(ApiRequest request, Mode mode) {
        return write(request, transaction -> {
            Table table = request.table(transaction.base());
            RecordWriter writer = writer(request, transaction, table);
            RecordJson json = json(request, transaction.base());
            JsonNode upsert = request.body().path("performUpsert");
            if (upsert.isObject()) {
                return Answer.ok(new Upsert(table, writer, mode).run(request.body(), json));
            }
            List<Row> rows = new ArrayList<>();
            for (JsonNode record : Batches.updates(request.body().path("records"))) {
                rows.add(writer.update(record.path("id").textValue(), record.path("fields"), mode));
            }
            return Answer.ok(records(json, table, rows));
        });
    }

    /** airtable.com/developers/web/api/delete-record. */
    Answer delete(ApiRequest request) {
        return write(request, transaction -> {
            Table table = request.table(transaction.base());
            String recordId = request.param("record");
            if (table.row(recordId).isEmpty()) {
                throw ReadEndpoints.missing(recordId);
            }
            new RecordWriter(transaction, table, false).delete(recordId);
            return Answer.ok(deleted(recordId));
        });
    }

    /** airtable.com/developers/web/api/delete-multiple-records. */
    Answer deleteSeveral(ApiRequest request) {
        return write(request, transaction -> {
            Table table = request.table(transaction.base());
            RecordWriter writer = new RecordWriter(transaction, table, false);
            ObjectNode answer = JSON.objectNode();
            ArrayNode records = answer.putArray("records");
            for (String recordId : Batches.deletes(request.query().path("records"))) {
                writer.delete(recordId);
                records.add(deleted(recordId));
            }
            return Answer.ok(answer);
        });
    }

    private static ObjectNode deleted(String recordId) {
        return JSON.objectNode().put("deleted", true).put("id", recordId);
    }

    private static JsonNode fields(ObjectNode body) {
        JsonNode fields = body.path("fields");
        if (!fields.isObject()) {
            throw Refusal.invalid(
                    "INVALID_REQUEST_MISSING_FIELDS", "Could not find field \"fields\" in the request body");
        }
        return fields;
    }

    static ObjectNode records(RecordJson json, Table table, List<Row> rows) {
        ObjectNode answer = JSON.objectNode();
        ArrayNode records = answer.putArray("records");
        rows.forEach(row -> records.add(json.record(table, row)));
        return answer;
    }
}
