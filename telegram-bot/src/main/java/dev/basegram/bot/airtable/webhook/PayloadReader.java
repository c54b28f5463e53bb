package dev.basegram.bot.airtable.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.airtable.json.RecordReader;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Reads payloads of version 0 ({@code airtable.com/developers/web/api/model/webhooks-payload}). */
final class PayloadReader {
    private final Schema schema;

    PayloadReader(Schema schema) {
        this.schema = schema;
    }

    Optional<PayloadPage> page(JsonNode answer) {
        if (!answer.path("payloads").isArray() || !answer.path("cursor").canConvertToLong()) {
            return Optional.empty();
        }
        List<BaseChange> changes = new ArrayList<>();
        answer.path("payloads").forEach(payload -> changes.add(change(payload)));
        return Optional.of(new PayloadPage(
                changes,
                answer.path("cursor").longValue(),
                answer.path("mightHaveMore").asBoolean()));
    }

    private BaseChange change(JsonNode payload) {
        if (payload.path("error").asBoolean()) {
            return new BaseChange.Broken(Json.text(payload, "code", "UNKNOWN"));
        }
        Instant at = Json.instant(Json.text(payload, "timestamp"));
        JsonNode action = payload.path("actionMetadata");
        List<BaseChange.TableChange> tables = new ArrayList<>();
        boolean[] schemaChanged = {
            !payload.path("createdTablesById").isEmpty()
                    || !payload.path("destroyedTableIds").isEmpty()
        };
        payload.path("changedTablesById").properties().forEach(entry -> {
            if (TableId.isValid(entry.getKey())) {
                tables.add(table(new TableId(entry.getKey()), entry.getValue()));
                schemaChanged[0] |= touchesSchema(entry.getValue());
            }
        });
        return new BaseChange.Action(
                at == null ? Instant.EPOCH : at,
                payload.path("baseTransactionNumber").asLong(),
                Json.text(action, "source", "unknown"),
                Json.text(action.path("sourceMetadata").path("user"), "id"),
                tables,
                schemaChanged[0]);
    }

    private static boolean touchesSchema(JsonNode table) {
        return !table.path("createdFieldsById").isEmpty()
                || !table.path("changedFieldsById").isEmpty()
                || !table.path("destroyedFieldIds").isEmpty()
                || !table.path("changedMetadata").isEmpty();
    }

    private BaseChange.TableChange table(TableId id, JsonNode node) {
        RecordReader reader = new RecordReader(schema.table(id)
                .orElseGet(() -> new Table(id, id.value(), null, new FieldId("fldUnknown"), List.of(), List.of())));
        Map<RecordId, Map<FieldId, CellValue>> created = new HashMap<>();
        node.path("createdRecordsById").properties().forEach(entry -> {
            if (RecordId.isValid(entry.getKey())) {
                created.put(new RecordId(entry.getKey()), cells(reader, entry.getValue()));
            }
        });
        Map<RecordId, BaseChange.RecordDelta> changed = new HashMap<>();
        node.path("changedRecordsById").properties().forEach(entry -> {
            if (RecordId.isValid(entry.getKey())) {
                changed.put(
                        new RecordId(entry.getKey()),
                        new BaseChange.RecordDelta(
                                cells(reader, entry.getValue().path("current")),
                                cells(reader, entry.getValue().path("previous"))));
            }
        });
        Set<RecordId> destroyed = new HashSet<>();
        node.path("destroyedRecordIds").forEach(record -> {
            if (RecordId.isValid(record.asText())) {
                destroyed.add(new RecordId(record.asText()));
            }
        });
        return new BaseChange.TableChange(id, created, changed, destroyed);
    }

    /** Unlike in records, a cell that is named here and empty was cleared. */
    private static Map<FieldId, CellValue> cells(RecordReader reader, JsonNode record) {
        JsonNode values = record.path("cellValuesByFieldId");
        Map<FieldId, CellValue> cells = new HashMap<>(reader.cells(values));
        values.fieldNames().forEachRemaining(name -> {
            if (FieldId.isValid(name)) {
                cells.putIfAbsent(new FieldId(name), CellValue.empty());
            }
        });
        return cells;
    }
}
