package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.FieldType;
import dev.basegram.sandbox.airtable.base.RecordWriter;
import dev.basegram.sandbox.airtable.base.RecordWriter.Mode;
import dev.basegram.sandbox.airtable.base.RecordWriter.Written;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A batch of records of which those without an id are matched by key fields. The reference does not name the error for
 * several matches; {@code INVALID_RECORDS} stands in for it.
 */
record Upsert(Table table, RecordWriter writer, Mode mode) {
    private static final int MAX_KEYS = 3;
    private static final Set<FieldType> KEY_TYPES = Set.of(
            FieldType.SINGLE_LINE_TEXT,
            FieldType.MULTILINE_TEXT,
            FieldType.EMAIL,
            FieldType.URL,
            FieldType.PHONE_NUMBER,
            FieldType.NUMBER,
            FieldType.CURRENCY,
            FieldType.PERCENT,
            FieldType.SINGLE_SELECT,
            FieldType.MULTIPLE_SELECTS,
            FieldType.DATE,
            FieldType.DATE_TIME);

    ObjectNode run(ObjectNode body, RecordJson json) {
        List<Field> keys = keys(body.path("performUpsert").path("fieldsToMergeOn"));
        List<Row> rows = new ArrayList<>();
        List<String> created = new ArrayList<>();
        List<String> updated = new ArrayList<>();
        for (JsonNode record : Batches.upserts(body.path("records"))) {
            Written written = record.path("id").isTextual()
                    ? new Written(writer.update(record.path("id").textValue(), record.path("fields"), mode), false)
                    : writer.upsert(record.path("fields"), keys, mode);
            rows.add(written.row());
            (written.created() ? created : updated).add(written.row().id());
        }
        ObjectNode answer = WriteEndpoints.records(json, table, rows);
        ArrayNode createdIds = answer.putArray("createdRecords");
        created.forEach(createdIds::add);
        ArrayNode updatedIds = answer.putArray("updatedRecords");
        updated.forEach(updatedIds::add);
        return answer;
    }

    private List<Field> keys(JsonNode names) {
        if (!names.isArray() || names.isEmpty() || names.size() > MAX_KEYS) {
            throw Refusal.malformed();
        }
        List<Field> keys = new ArrayList<>();
        for (JsonNode name : names) {
            Field key = table.find(name.asText(""))
                    .orElseThrow(() ->
                            Refusal.invalid("UNKNOWN_FIELD_NAME", "Unknown field name: \"" + name.asText() + "\""));
            if (!KEY_TYPES.contains(key.type())) {
                throw Refusal.invalid(
                        "INVALID_VALUE_FOR_COLUMN", "Field \"" + key.name() + "\" cannot be used to merge records");
            }
            keys.add(key);
        }
        return keys;
    }
}
