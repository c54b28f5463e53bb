package dev.basegram.sandbox.airtable.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.AttachmentUrls;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.CellJson;
import dev.basegram.sandbox.airtable.base.Change;
import dev.basegram.sandbox.airtable.base.Computation;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Timestamps;
import dev.basegram.sandbox.airtable.base.WebhookCells;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Writes what one webhook hears of a change (airtable.com/developers/web/api/model/webhooks-payload). */
final class PayloadWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Base base;
    private final Change change;
    private final WebhookFilter filter;
    private final WebhookCells cells;

    PayloadWriter(Base base, Change change, WebhookFilter filter, Clock clock, AttachmentUrls urls) {
        this.base = base;
        this.change = change;
        this.filter = filter;
        Computation computation = new Computation(base, clock);
        this.cells = new WebhookCells(base, computation, new CellJson(computation, urls));
    }

    /** The payload; empty when the webhook has no interest in the change. */
    Optional<ObjectNode> write() {
        ObjectNode tables = JSON.objectNode();
        ObjectNode created = JSON.objectNode();
        if (filter.hears(change)) {
            change.tables().forEach((tableId, part) -> {
                if (filter.hears(base, tableId) && !change.createdTableIds().contains(tableId)) {
                    ObjectNode json = table(base.table(tableId), part);
                    if (!json.isEmpty()) {
                        tables.set(tableId, json);
                    }
                }
            });
            if (filter.wants("tableMetadata")
                    && filter.wantsChange("add")
                    && filter.scope().isEmpty()) {
                change.createdTableIds().forEach(tableId -> created.set(tableId, newTable(base.table(tableId))));
            }
        }
        if (tables.isEmpty() && created.isEmpty()) {
            return Optional.empty();
        }
        ObjectNode payload = head();
        setUnlessEmpty(payload, "changedTablesById", tables);
        setUnlessEmpty(payload, "createdTablesById", created);
        return Optional.of(payload);
    }

    private ObjectNode head() {
        ObjectNode payload = JSON.objectNode()
                .put("timestamp", Timestamps.iso(change.at()))
                .put("baseTransactionNumber", change.number())
                .put("payloadFormat", "v0");
        ObjectNode action = payload.putObject("actionMetadata")
                .put("source", change.origin().source());
        ObjectNode source = action.putObject("sourceMetadata");
        base.user(change.origin().userId())
                .ifPresent(user -> source.set("user", user.json().put("permissionLevel", "create")));
        return payload;
    }

    private ObjectNode table(Table table, Change.OfTable part) {
        ObjectNode json = JSON.objectNode();
        if (filter.wants("tableData")) {
            rows(json, table, part);
        }
        if (filter.wants("tableFields")) {
            fields(json, table, part);
        }
        String previousName = part.previousName();
        if (filter.wants("tableMetadata") && filter.wantsChange("update") && previousName != null) {
            ObjectNode metadata = json.putObject("changedMetadata");
            metadata.putObject("current").put("name", table.name()).put("description", table.description());
            metadata.putObject("previous").put("name", previousName);
        }
        return json;
    }

    private void rows(ObjectNode json, Table table, Change.OfTable part) {
        ObjectNode created = JSON.objectNode();
        ObjectNode changed = JSON.objectNode();
        ArrayNode destroyed = JSON.arrayNode();
        if (filter.wantsChange("add")) {
            part.createdRows().forEach(id -> table.row(id).ifPresent(row -> created.set(id, createdRow(table, row))));
        }
        if (filter.wantsChange("update")) {
            part.previousCells()
                    .forEach((id, previous) -> table.row(id)
                            .map(row -> changedRow(table, row, previous))
                            .ifPresent(record -> changed.set(id, record)));
        }
        if (filter.wantsChange("remove")) {
            part.destroyedRows().forEach(destroyed::add);
        }
        setUnlessEmpty(json, "createdRecordsById", created);
        setUnlessEmpty(json, "changedRecordsById", changed);
        setUnlessEmpty(json, "destroyedRecordIds", destroyed);
    }

    private ObjectNode createdRow(Table table, Row row) {
        ObjectNode record = JSON.objectNode().put("createdTime", Timestamps.iso(row.createdTime()));
        ObjectNode values = record.putObject("cellValuesByFieldId");
        for (Field field : table.fields()) {
            JsonNode cell = cells.cell(table, row, field);
            if (!cell.isNull() && filter.watches(field.id())) {
                values.set(field.id(), cell);
            }
        }
        return record;
    }

    /** Null when none of the changed cells is watched. */
    private @Nullable ObjectNode changedRow(Table table, Row row, Map<String, @Nullable JsonNode> previous) {
        ObjectNode now = JSON.objectNode();
        ObjectNode before = JSON.objectNode();
        previous.forEach((fieldId, cell) -> table.find(fieldId).ifPresent(field -> {
            if (filter.watches(fieldId)) {
                now.set(fieldId, cells.cell(table, row, field));
                before.set(fieldId, cells.kept(field, cell));
            }
        }));
        if (now.isEmpty()) {
            return null;
        }
        ObjectNode record = JSON.objectNode();
        record.putObject("current").set("cellValuesByFieldId", now);
        if (filter.includes().path("includePreviousCellValues").asBoolean(false)) {
            record.putObject("previous").set("cellValuesByFieldId", before);
        }
        ObjectNode others = unchanged(table, row, now);
        if (!others.isEmpty()) {
            record.putObject("unchanged").set("cellValuesByFieldId", others);
        }
        return record;
    }

    private ObjectNode unchanged(Table table, Row row, ObjectNode changed) {
        JsonNode wanted = filter.includes().path("includeCellValuesInFieldIds");
        ObjectNode values = JSON.objectNode();
        for (Field field : table.fields()) {
            boolean asked = wanted.asText("").equals("all") || wanted.toString().contains("\"" + field.id() + "\"");
            if (asked && !changed.has(field.id())) {
                values.set(field.id(), cells.cell(table, row, field));
            }
        }
        return values;
    }

    private void fields(ObjectNode json, Table table, Change.OfTable part) {
        ObjectNode created = JSON.objectNode();
        ObjectNode changed = JSON.objectNode();
        ArrayNode destroyed = JSON.arrayNode();
        if (filter.wantsChange("add")) {
            part.createdFields().forEach(id -> created.set(id, field(table.field(id))));
        }
        if (filter.wantsChange("update")) {
            part.previousFields()
                    .forEach((id, previous) -> table.find(id)
                            .filter(field -> filter.watchesSchema(id))
                            .ifPresent(field -> changed.set(id, changedField(field, previous))));
        }
        if (filter.wantsChange("remove")) {
            part.destroyedFields().forEach(destroyed::add);
        }
        setUnlessEmpty(json, "createdFieldsById", created);
        setUnlessEmpty(json, "changedFieldsById", changed);
        setUnlessEmpty(json, "destroyedFieldIds", destroyed);
    }

    private ObjectNode changedField(Field field, Field previous) {
        ObjectNode json = JSON.objectNode();
        json.set("current", field(field));
        if (filter.includes().path("includePreviousFieldDefinitions").asBoolean(false)) {
            json.set("previous", field(previous));
        }
        return json;
    }

    private static ObjectNode field(Field field) {
        return JSON.objectNode()
                .put("name", field.name())
                .put("type", field.type().apiName());
    }

    private static ObjectNode newTable(Table table) {
        ObjectNode json = JSON.objectNode();
        json.putObject("metadata").put("name", table.name()).put("description", table.description());
        ObjectNode fields = json.putObject("fieldsById");
        table.fields().forEach(field -> fields.set(field.id(), field(field)));
        json.putObject("recordsById");
        return json;
    }

    private static void setUnlessEmpty(ObjectNode json, String key, JsonNode value) {
        if (!value.isEmpty()) {
            json.set(key, value);
        }
    }
}
