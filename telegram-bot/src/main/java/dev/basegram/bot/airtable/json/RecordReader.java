package dev.basegram.bot.airtable.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import java.time.Instant;
import java.util.Collections;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Reads records whose cells come by field id. */
public final class RecordReader {
    private static final FieldType UNKNOWN = new FieldType.Unknown("unknown", null);

    private final Map<String, Field> fields;

    /** Creates a reader for the records of one table. */
    public RecordReader(Table table) {
        Map<String, Field> byId = new HashMap<>();
        table.fields().forEach(field -> byId.put(field.id().value(), field));
        this.fields = Map.copyOf(byId);
    }

    /** Returns the record; empty for what is none. A field that the schema does not know yet is read as raw JSON. */
    public Optional<AirtableRecord> read(JsonNode node) {
        String id = Json.text(node, "id", "");
        if (!RecordId.isValid(id) || !node.path("fields").isObject()) {
            return Optional.empty();
        }
        Instant created = Json.instant(Json.text(node, "createdTime"));
        return Optional.of(new AirtableRecord(
                new RecordId(id), created == null ? Instant.EPOCH : created, cells(node.path("fields"))));
    }

    /** Returns the cells of an object that has them by field id. */
    public Map<FieldId, CellValue> cells(JsonNode object) {
        Map<FieldId, CellValue> cells = new HashMap<>();
        object.properties().forEach(entry -> {
            Field field = fields.get(entry.getKey());
            if (field == null && !FieldId.isValid(entry.getKey())) {
                return;
            }
            FieldId id = field == null ? new FieldId(entry.getKey()) : field.id();
            CellValue value = CellReader.read(field == null ? UNKNOWN : field.type(), entry.getValue());
            if (!(value instanceof CellValue.Empty)) {
                cells.put(id, value);
            }
        });
        return Collections.unmodifiableMap(cells);
    }
}
