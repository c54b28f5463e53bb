package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Comment;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.FieldType;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import dev.basegram.sandbox.airtable.base.Timestamps;
import dev.basegram.sandbox.airtable.base.View;
import org.jspecify.annotations.Nullable;

/** Describes a base so that {@link BaseReader} builds the same again, with cells as they are kept. */
final class BaseWriter {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private BaseWriter() {}

    static ObjectNode describe(Base base) {
        ObjectNode description = JSON.objectNode().put("name", base.name());
        ArrayNode users = description.putArray("users");
        base.users().forEach(user -> users.add(user.json()));
        ArrayNode tables = description.putArray("tables");
        base.tables().forEach(table -> tables.add(table(table)));
        return description;
    }

    private static ObjectNode table(Table table) {
        ObjectNode json = JSON.objectNode()
                .put("id", table.id())
                .put("name", table.name())
                .put("description", table.description());
        ArrayNode fields = json.putArray("fields");
        table.fields().forEach(field -> fields.add(field(field)));
        ArrayNode views = json.putArray("views");
        table.views().forEach(view -> views.add(view(view)));
        ArrayNode records = json.putArray("records");
        table.rows().forEach(row -> records.add(record(row)));
        return json;
    }

    private static ObjectNode field(Field field) {
        ObjectNode json = JSON.objectNode()
                .put("id", field.id())
                .put("name", field.name())
                .put("description", field.description())
                .put("type", field.type().apiName());
        json.set("options", field.options());
        return field.type() == FieldType.ROLLUP || field.type() == FieldType.FORMULA
                ? json.put("formula", field.formulaText())
                : json;
    }

    private static ObjectNode view(View view) {
        ObjectNode json = JSON.objectNode()
                .put("id", view.id())
                .put("name", view.name())
                .put("type", view.type())
                .put("filter", view.filterText());
        ArrayNode sorts = json.putArray("sorts");
        view.sorts()
                .forEach(sort -> sorts.addObject()
                        .put("field", sort.fieldId())
                        .put("direction", sort.descending() ? "desc" : "asc"));
        if (view.visibleFieldIds() != null) {
            ArrayNode visible = json.putArray("visibleFieldIds");
            view.visibleFieldIds().forEach(visible::add);
        }
        return json;
    }

    private static ObjectNode record(Row row) {
        ObjectNode json = JSON.objectNode()
                .put("id", row.id())
                .put("createdTime", Timestamps.iso(row.createdTime()))
                .put("createdBy", row.createdBy())
                .put("number", row.number());
        ObjectNode cells = json.putObject("cells");
        row.cells().forEach((fieldId, cell) -> cells.set(fieldId, cell));
        ObjectNode edits = json.putObject("edits");
        row.edits()
                .forEach((fieldId, edit) -> edits.putObject(fieldId)
                        .put("at", Timestamps.iso(edit.at()))
                        .put("by", edit.by()));
        ArrayNode comments = json.putArray("comments");
        row.comments().forEach(comment -> comments.add(comment(comment)));
        return json;
    }

    private static JsonNode comment(Comment comment) {
        return JSON.objectNode()
                .put("id", comment.id())
                .put("text", comment.text())
                .put("author", comment.author().id())
                .put("createdTime", Timestamps.iso(comment.created()))
                .put("lastUpdatedTime", time(comment))
                .put("parentCommentId", comment.parentId());
    }

    private static @Nullable String time(Comment comment) {
        return comment.lastUpdated() == null ? null : Timestamps.iso(comment.lastUpdated());
    }
}
