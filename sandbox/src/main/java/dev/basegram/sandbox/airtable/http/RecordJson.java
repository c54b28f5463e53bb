package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.AttachmentUrls;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.CellJson;
import dev.basegram.sandbox.airtable.base.CellText;
import dev.basegram.sandbox.airtable.base.Computation;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.FieldType;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Timestamps;
import java.time.Clock;
import java.util.Collection;
import org.jspecify.annotations.Nullable;

/** Records as the API returns them, for one request. */
final class RecordJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Output output;
    private final CellJson cells;
    private final CellText texts;
    private final Computation computation;

    RecordJson(Base base, Clock clock, AttachmentUrls urls, Output output) {
        this.output = output;
        this.computation = new Computation(base, clock);
        this.cells = new CellJson(computation, urls);
        this.texts = new CellText(computation, cells, output.zone(), output.locale());
    }

    Computation computation() {
        return computation;
    }

    /** A record with all its fields. */
    ObjectNode record(Table table, Row row) {
        return record(table, row, table.fields());
    }

    /** A record with some fields; empty cells are left out. */
    ObjectNode record(Table table, Row row, Collection<Field> fields) {
        ObjectNode record = JSON.objectNode().put("id", row.id()).put("createdTime", Timestamps.iso(row.createdTime()));
        ObjectNode values = record.putObject("fields");
        for (Field field : fields) {
            JsonNode value = cell(table, row, field);
            if (value != null) {
                values.set(output.byFieldId() ? field.id() : field.name(), value);
            }
        }
        return record;
    }

    private @Nullable JsonNode cell(Table table, Row row, Field field) {
        if (!output.asText()) {
            JsonNode cell = cells.cell(table, row, field);
            boolean link = field.type() == FieldType.MULTIPLE_RECORD_LINKS;
            return link && cell != null && output.linksAsObjects() ? objects(cell) : cell;
        }
        String text = texts.text(table, row, field);
        return text == null ? null : JSON.textNode(text);
    }

    private static JsonNode objects(JsonNode recordIds) {
        var objects = JSON.arrayNode();
        recordIds.forEach(id -> objects.addObject().set("id", id));
        return objects;
    }
}
