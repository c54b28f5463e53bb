package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Cells as webhook payloads show them, the "V2" format: choices and links as objects, lookups by linked record
 * (airtable.com/developers/web/api/model/cell-value-v2).
 */
public final class WebhookCells {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Base base;
    private final Computation computation;
    private final CellJson json;

    /** For one payload. */
    public WebhookCells(Base base, Computation computation, CellJson json) {
        this.base = base;
        this.computation = computation;
        this.json = json;
    }

    /** A cell as it is; JSON null when empty. */
    public JsonNode cell(Table table, Row row, Field field) {
        JsonNode value = switch (field.type()) {
            case MULTIPLE_LOOKUP_VALUES -> lookup(table, row, field);
            case SINGLE_SELECT, MULTIPLE_SELECTS, MULTIPLE_RECORD_LINKS -> kept(field, row.cell(field.id()));
            default -> json.cell(table, row, field);
        };
        return value == null ? JSON.nullNode() : value;
    }

    /** A cell as it was, given as kept; JSON null when it was empty. */
    public JsonNode kept(Field field, @Nullable JsonNode cell) {
        if (cell == null) {
            return JSON.nullNode();
        }
        JsonNode value = switch (field.type()) {
            case SINGLE_SELECT -> field.choice(cell.asText()).map(Choice::json).orElse(null);
            case MULTIPLE_SELECTS -> choices(field, cell);
            case MULTIPLE_RECORD_LINKS -> links(field, cell);
            default -> json.kept(field, cell);
        };
        return value == null ? JSON.nullNode() : value;
    }

    private static JsonNode choices(Field field, JsonNode cell) {
        ArrayNode choices = JSON.arrayNode();
        cell.forEach(id -> field.choice(id.asText()).ifPresent(choice -> choices.add(choice.json())));
        return choices;
    }

    private JsonNode links(Field field, JsonNode cell) {
        Optional<Table> linked = base.find(field.linkedTableId());
        ArrayNode links = JSON.arrayNode();
        for (JsonNode recordId : cell) {
            String name = linked.flatMap(table -> table.row(recordId.asText()).map(row -> computation.name(table, row)))
                    .orElse("");
            links.addObject().put("id", recordId.asText()).put("name", name);
        }
        return links;
    }

    private @Nullable JsonNode lookup(Table table, Row row, Field field) {
        Optional<Table> linked =
                table.find(field.option("recordLinkFieldId")).flatMap(link -> base.find(link.linkedTableId()));
        Optional<Field> brought = linked.flatMap(target -> target.find(field.option("fieldIdInLinkedTable")));
        if (linked.isEmpty() || brought.isEmpty()) {
            return null;
        }
        ObjectNode value = JSON.objectNode();
        ArrayNode ids = value.putArray("linkedRecordIds");
        ObjectNode byRecord = value.putObject("valuesByLinkedRecordId");
        for (Row other : computation.linkedRows(table, row, field)) {
            ids.add(other.id());
            JsonNode cell = cell(linked.get(), other, brought.get());
            byRecord.set(other.id(), cell.isArray() ? cell : JSON.arrayNode().add(cell));
        }
        return value;
    }
}
