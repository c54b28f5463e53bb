package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.formula.Coercion;
import dev.basegram.sandbox.airtable.formula.Value;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Cells as the API returns them (airtable.com/developers/web/api/field-model). Empty cells come as null. */
public final class CellJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private final Computation computation;
    private final AttachmentUrls urls;

    /** For one request. */
    public CellJson(Computation computation, AttachmentUrls urls) {
        this.computation = computation;
        this.urls = urls;
    }

    /** A cell; null when empty, which the API leaves out. */
    public @Nullable JsonNode cell(Table table, Row row, Field field) {
        return switch (field.type()) {
            case FORMULA, ROLLUP -> result(computation.value(table, row, field), field);
            case COUNT, AUTO_NUMBER, CREATED_TIME, LAST_MODIFIED_TIME ->
                result(computation.value(table, row, field), field);
            case MULTIPLE_LOOKUP_VALUES -> lookup(table, row, field);
            case CREATED_BY -> user(row.createdBy());
            case LAST_MODIFIED_BY ->
                user(computation.lastEdit(table, row, field).by());
            case BUTTON -> button(field);
            default -> kept(field, row.cell(field.id()));
        };
    }

    /** A cell that is kept, given as kept. */
    public @Nullable JsonNode kept(Field field, @Nullable JsonNode cell) {
        if (cell == null) {
            return null;
        }
        return switch (field.type()) {
            case SINGLE_SELECT ->
                field.choice(cell.asText())
                        .map(choice -> JSON.textNode(choice.name()))
                        .orElse(null);
            case MULTIPLE_SELECTS ->
                each(
                        cell,
                        id -> field.choice(id.asText())
                                .map(choice -> JSON.textNode(choice.name()))
                                .orElse(null));
            case SINGLE_COLLABORATOR -> user(cell.asText());
            case MULTIPLE_COLLABORATORS -> each(cell, id -> user(id.asText()));
            case MULTIPLE_ATTACHMENTS -> each(cell, this::attachment);
            default -> cell;
        };
    }

    private static @Nullable JsonNode each(JsonNode cell, Function<JsonNode, @Nullable JsonNode> shown) {
        ArrayNode result = JSON.arrayNode(cell.size());
        for (JsonNode element : cell) {
            JsonNode value = shown.apply(element);
            if (value != null) {
                result.add(value);
            }
        }
        return result.isEmpty() ? null : result;
    }

    private @Nullable JsonNode user(String userId) {
        return computation.base().user(userId).map(User::json).orElse(null);
    }

    private static JsonNode button(Field field) {
        ObjectNode button = JSON.objectNode().put("label", field.name());
        return field.option("url").isEmpty() ? button : button.put("url", field.option("url"));
    }

    /** Once the bytes are here the link leads to them; before that it is the one that was given. */
    private JsonNode attachment(JsonNode kept) {
        String id = kept.path("id").asText();
        String filename = kept.path("filename").asText();
        ObjectNode shown = JSON.objectNode().put("id", id);
        if (!kept.has("size")) {
            return shown.put("url", kept.path("url").asText()).put("filename", filename);
        }
        String url = urls.url(id, filename);
        shown.put("url", url).put("filename", filename);
        shown.set("size", kept.path("size"));
        shown.set("type", kept.path("type"));
        if (kept.has("width")) {
            shown.set("width", kept.path("width"));
            shown.set("height", kept.path("height"));
            ObjectNode thumbnails = shown.putObject("thumbnails");
            List.of("small", "large", "full").forEach(size -> thumbnail(thumbnails.putObject(size), url, kept));
        }
        return shown;
    }

    private static void thumbnail(ObjectNode thumbnail, String url, JsonNode kept) {
        thumbnail.put("url", url);
        thumbnail.set("width", kept.path("width"));
        thumbnail.set("height", kept.path("height"));
    }

    private @Nullable JsonNode lookup(Table table, Row row, Field field) {
        Field link = table.find(field.option("recordLinkFieldId")).orElse(null);
        if (link == null) {
            return null;
        }
        Table target = computation.base().table(link.linkedTableId());
        Field brought = target.find(field.option("fieldIdInLinkedTable")).orElse(null);
        if (brought == null) {
            return null;
        }
        ArrayNode values = JSON.arrayNode();
        for (Row other : computation.linkedRows(table, row, field)) {
            JsonNode value = cell(target, other, brought);
            if (value != null && value.isArray()) {
                value.forEach(values::add);
            } else if (value != null) {
                values.add(value);
            }
        }
        return values.isEmpty() ? null : values;
    }

    /** A formula's value in the type that the schema promises for it. */
    private static @Nullable JsonNode result(Value value, Field field) {
        FieldType type = field.shownAs().type();
        if (type.isText() && value instanceof Value.Num number) {
            return JSON.textNode(Coercion.text(number));
        }
        if (type == FieldType.DATE && value instanceof Value.Moment moment) {
            return JSON.textNode(Timestamps.date(moment.at()));
        }
        return json(value);
    }

    private static @Nullable JsonNode json(Value value) {
        return switch (value) {
            case Value.Blank() -> null;
            case Value.Text(String text) -> text.isEmpty() ? null : JSON.textNode(text);
            case Value.Num(double number) -> number(number);
            case Value.Flag(boolean on) -> on ? JSON.booleanNode(true) : null;
            case Value.Moment moment -> JSON.textNode(Timestamps.iso(moment.at()));
            case Value.Items(List<Value> values) -> {
                ArrayNode array = JSON.arrayNode();
                values.stream()
                        .map(CellJson::json)
                        .filter(java.util.Objects::nonNull)
                        .forEach(array::add);
                yield array.isEmpty() ? null : array;
            }
            case Value.Failure(String text) -> JSON.objectNode().put("error", text);
        };
    }

    /** Whole numbers without a fraction; what JSON has no number for as an object. */
    static JsonNode number(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return JSON.objectNode().put("specialValue", Coercion.text(number));
        }
        return number == Math.rint(number) && Math.abs(number) < 1e15
                ? JSON.numberNode((long) number)
                : JSON.numberNode(number);
    }
}
