package dev.basegram.bot.airtable.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.airtable.ViewId;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the tables of a base ({@code airtable.com/developers/web/api/get-base-schema}). */
public final class SchemaReader {
    private SchemaReader() {}

    /** Returns the schema; empty where the answer is not one. What one table or field lacks costs that one only. */
    public static Optional<Schema> read(BaseId base, JsonNode answer, Instant now) {
        if (!answer.path("tables").isArray()) {
            return Optional.empty();
        }
        List<Table> tables = new ArrayList<>();
        for (JsonNode table : answer.path("tables")) {
            table(table).ifPresent(tables::add);
        }
        return Optional.of(new Schema(base, tables, now));
    }

    private static Optional<Table> table(JsonNode node) {
        String id = Json.text(node, "id", "");
        List<Field> fields = new ArrayList<>();
        for (JsonNode field : node.path("fields")) {
            field(field).ifPresent(fields::add);
        }
        if (!TableId.isValid(id) || fields.isEmpty()) {
            return Optional.empty();
        }
        List<View> views = new ArrayList<>();
        for (JsonNode view : node.path("views")) {
            view(view).ifPresent(views::add);
        }
        String primary = Json.text(node, "primaryFieldId", "");
        return Optional.of(new Table(
                new TableId(id),
                Json.text(node, "name", id),
                Json.text(node, "description"),
                FieldId.isValid(primary)
                        ? new FieldId(primary)
                        : fields.getFirst().id(),
                fields,
                views));
    }

    private static Optional<Field> field(JsonNode node) {
        String id = Json.text(node, "id", "");
        if (!FieldId.isValid(id)) {
            return Optional.empty();
        }
        return Optional.of(new Field(
                new FieldId(id),
                Json.text(node, "name", id),
                Json.text(node, "description"),
                FieldTypeReader.read(Json.text(node, "type", ""), node.get("options"))));
    }

    private static Optional<View> view(JsonNode node) {
        String id = Json.text(node, "id", "");
        if (!ViewId.isValid(id)) {
            return Optional.empty();
        }
        return Optional.of(new View(
                new ViewId(id),
                Json.text(node, "name", id),
                Json.text(node, "type", "grid"),
                visibleFields(node.get("visibleFieldIds"))));
    }

    private static @Nullable List<FieldId> visibleFields(@Nullable JsonNode ids) {
        if (ids == null || !ids.isArray()) {
            return null;
        }
        List<FieldId> fields = new ArrayList<>();
        for (JsonNode id : ids) {
            if (id.isTextual() && FieldId.isValid(id.textValue())) {
                fields.add(new FieldId(id.textValue()));
            }
        }
        return fields;
    }
}
