package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates and changes tables and fields within a transaction (airtable.com/developers/web/api/create-table). */
public final class SchemaWriter {
    private static final int MAX_NAME = 255;

    private final Transaction transaction;
    private final Base base;

    /** Writes to the transaction's base. */
    public SchemaWriter(Transaction transaction) {
        this.transaction = transaction;
        this.base = transaction.base();
    }

    /**
     * Creates a table with a grid view; the first field becomes the primary one.
     *
     * @throws Refusal when the name is taken, a field is wrong, or there is no field
     */
    public Table createTable(JsonNode definition) {
        String name = definition.path("name").asText("");
        if (name.isBlank() || name.length() > MAX_NAME || base.find(name).isPresent()) {
            throw Refusal.invalid(
                    "DUPLICATE_TABLE_NAME", "Cannot create table because a table with that name already exists.");
        }
        if (definition.path("fields").isEmpty()) {
            throw Refusal.malformed();
        }
        Table table = new Table(base.ids().next("tbl"), name, description(definition));
        transaction.create(table);
        definition.path("fields").forEach(field -> createField(table, field));
        table.put(new View(base.ids().next("viw"), "Grid view", "grid", null, null, null, List.of()));
        return table;
    }

    /**
     * Renames a table or gives it another description.
     *
     * @throws Refusal when the name is taken
     */
    public void updateTable(Table table, JsonNode changes) {
        String name = changes.path("name").asText(table.name());
        if (name.isBlank() || (!name.equals(table.name()) && base.find(name).isPresent())) {
            throw Refusal.invalid("DUPLICATE_TABLE_NAME", "A table named \"" + name + "\" already exists.");
        }
        transaction.rename(table, name, changes.has("description") ? description(changes) : table.description());
    }

    /**
     * Creates a field; a link field gets its other side in the linked table.
     *
     * @throws Refusal when the name is taken, or the type or its options cannot be had
     */
    public Field createField(Table table, JsonNode definition) {
        String name = checkedName(table, definition.path("name").asText(""));
        String typeName = definition.path("type").asText("");
        FieldType type = FieldType.named(typeName)
                .orElseThrow(() -> Refusal.invalid(
                        "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE",
                        "Invalid options for " + table.name() + "." + name + ": Unknown field type \"" + typeName
                                + "\""));
        if (type.isComputed()) {
            throw Refusal.invalid(
                    "UNSUPPORTED_FIELD_TYPE_FOR_CREATE",
                    "Invalid options for " + table.name() + "." + name + ": Creating " + typeName
                            + " fields is not supported at this time");
        }
        ObjectNode options = FieldOptions.checked(base, table.name() + "." + name, type, definition.path("options"));
        Field field = Field.plain(base.ids().next("fld"), name, description(definition), type, options);
        if (type == FieldType.MULTIPLE_RECORD_LINKS) {
            return createLink(table, field);
        }
        transaction.define(table, field);
        return field;
    }

    private Field createLink(Table table, Field field) {
        Table linked = base.table(field.linkedTableId());
        ObjectNode back = JsonNodeFactory.instance.objectNode();
        back.put("linkedTableId", table.id())
                .put("isReversed", false)
                .put("prefersSingleRecordLink", false)
                .put("inverseLinkFieldId", field.id());
        Field inverse = Field.plain(
                base.ids().next("fld"), freeName(linked, table.name()), null, FieldType.MULTIPLE_RECORD_LINKS, back);
        ObjectNode options = field.options().deepCopy().put("inverseLinkFieldId", inverse.id());
        Field linking = field.withOptions(options);
        transaction.define(table, linking);
        transaction.define(linked, inverse);
        return linking;
    }

    /** The name, or with a number after it when the table has it already. */
    private static String freeName(Table table, String wanted) {
        String name = wanted;
        for (int i = 2; table.find(name).isPresent(); i++) {
            name = wanted + " " + i;
        }
        return name;
    }

    /**
     * Renames a field or gives it another description.
     *
     * @throws Refusal when the name is taken
     */
    public Field updateField(Table table, Field field, JsonNode changes) {
        String newName = changes.path("name").asText(field.name());
        String name = newName.equals(field.name()) ? newName : checkedName(table, newName);
        String description = changes.has("description") ? description(changes) : field.description();
        Field renamed = field.renamed(name, description);
        transaction.define(table, renamed);
        return renamed;
    }

    /**
     * Deletes a field, and with a link its other side; formulas that name it become invalid.
     *
     * @throws Refusal when it is the primary field
     */
    public void deleteField(Table table, Field field) {
        if (field.equals(table.primaryField())) {
            throw Refusal.invalid("CANNOT_DELETE_PRIMARY_FIELD", "The primary field cannot be deleted.");
        }
        transaction.drop(table, field);
        invalidate(field.id());
        if (field.type() == FieldType.MULTIPLE_RECORD_LINKS) {
            Table linked = base.table(field.linkedTableId());
            field.inverseFieldId().flatMap(linked::find).ifPresent(inverse -> {
                transaction.drop(linked, inverse);
                invalidate(inverse.id());
            });
        }
    }

    private void invalidate(String fieldId) {
        for (Table table : base.tables()) {
            for (Field field : List.copyOf(table.fields())) {
                boolean standsOnIt =
                        field.type().isComputed() && field.options().toString().contains("\"" + fieldId + "\"");
                if (standsOnIt && field.options().has("isValid")) {
                    ObjectNode options = field.options().deepCopy().put("isValid", false);
                    transaction.define(table, field.withOptions(options));
                }
            }
        }
    }

    private static String checkedName(Table table, String name) {
        if (name.isBlank() || name.length() > MAX_NAME || table.find(name).isPresent()) {
            throw Refusal.invalid(
                    "DUPLICATE_OR_EMPTY_FIELD_NAME", "Field names must be unique and not empty: \"" + name + "\"");
        }
        return name;
    }

    private static @Nullable String description(JsonNode definition) {
        return Optional.of(definition.path("description").asText(""))
                .filter(text -> !text.isEmpty())
                .orElse(null);
    }
}
