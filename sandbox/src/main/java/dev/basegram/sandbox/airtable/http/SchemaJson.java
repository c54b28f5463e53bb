package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.View;
import org.jspecify.annotations.Nullable;

/** Tables, fields and views as the schema endpoints return them. */
final class SchemaJson {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private SchemaJson() {}

    /** A table; with {@code visible} its grid views name the fields they show. */
    static ObjectNode table(Table table, boolean visible) {
        ObjectNode json = JSON.objectNode().put("id", table.id()).put("name", table.name());
        describe(json, table.description());
        json.put("primaryFieldId", table.primaryField().id());
        ArrayNode fields = json.putArray("fields");
        table.fields().forEach(field -> fields.add(field(field)));
        ArrayNode views = json.putArray("views");
        table.views().forEach(view -> views.add(view(view, visible, table)));
        return json;
    }

    static ObjectNode field(Field field) {
        ObjectNode json = JSON.objectNode()
                .put("id", field.id())
                .put("name", field.name())
                .put("type", field.type().apiName());
        describe(json, field.description());
        if (!field.options().isEmpty()) {
            json.set("options", field.options());
        }
        return json;
    }

    private static void describe(ObjectNode json, @Nullable String description) {
        if (description != null) {
            json.put("description", description);
        }
    }

    private static ObjectNode view(View view, boolean visible, Table table) {
        ObjectNode json =
                JSON.objectNode().put("id", view.id()).put("name", view.name()).put("type", view.type());
        if (visible && view.type().equals("grid")) {
            ArrayNode fields = json.putArray("visibleFieldIds");
            if (view.visibleFieldIds() == null) {
                table.fields().forEach(field -> fields.add(field.id()));
            } else {
                view.visibleFieldIds().forEach(fields::add);
            }
        }
        return json;
    }
}
