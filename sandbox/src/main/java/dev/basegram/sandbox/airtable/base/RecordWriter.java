package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Creates, changes and deletes records of one table within a transaction. */
public final class RecordWriter {
    private final Transaction transaction;
    private final Table table;
    private final CellReader cells;

    /** How a record is changed. */
    public enum Mode {
        /** PATCH: cells that are not named stay. */
        PATCH,
        /** PUT: cells that are not named are emptied. */
        PUT
    }

    /** A row and whether it is new. */
    public record Written(Row row, boolean created) {}

    /** Writes to a table; with {@code typecast} text is understood as far as the field types allow. */
    public RecordWriter(Transaction transaction, Table table, boolean typecast) {
        this.transaction = transaction;
        this.table = table;
        this.cells = new CellReader(transaction, typecast);
    }

    /**
     * Creates a record.
     *
     * @param fields by field name or id
     * @throws Refusal when a field is unknown or does not take its value
     */
    public Row create(JsonNode fields) {
        Row row = transaction.insert(table);
        write(row, fields);
        return row;
    }

    /**
     * Changes a record.
     *
     * @throws Refusal when there is no such record, a field is unknown or does not take its value
     */
    public Row update(String recordId, JsonNode fields, Mode mode) {
        Row row = existing(recordId);
        if (mode == Mode.PUT) {
            clearOthers(row, fields);
        }
        write(row, fields);
        return row;
    }

    /**
     * Changes the record whose key fields hold the given values, or creates one.
     *
     * @throws Refusal when several records match, or when a key is missing or cannot be one
     */
    public Written upsert(JsonNode fields, List<Field> keys, Mode mode) {
        Map<Field, @Nullable JsonNode> given = keyValues(fields, keys);
        List<Row> matches = given.containsValue(null)
                ? List.of()
                : table.rows().stream().filter(row -> matches(row, given)).toList();
        if (matches.size() > 1) {
            throw Refusal.invalid(
                    "INVALID_RECORDS",
                    "Cannot upsert: " + matches.size() + " records match the values of fieldsToMergeOn.");
        }
        return matches.isEmpty()
                ? new Written(create(fields), true)
                : new Written(update(matches.getFirst().id(), fields, mode), false);
    }

    /**
     * Deletes a record.
     *
     * @throws Refusal when there is no such record
     */
    public void delete(String recordId) {
        transaction.delete(table, existing(recordId));
    }

    private Row existing(String recordId) {
        return table.row(recordId)
                .orElseThrow(() -> Refusal.invalid(
                        "ROW_DOES_NOT_EXIST", "Record ID " + recordId + " does not exist in this table"));
    }

    private void write(Row row, JsonNode fields) {
        for (Map.Entry<String, JsonNode> entry : fields.properties()) {
            Field field = named(entry.getKey());
            JsonNode kept = cells.read(table, row, field, entry.getValue());
            transaction.set(table, row, table.field(field.id()), kept);
        }
    }

    private void clearOthers(Row row, JsonNode fields) {
        List<String> named = new ArrayList<>();
        fields.fieldNames().forEachRemaining(name -> named.add(named(name).id()));
        for (Field field : List.copyOf(table.fields())) {
            if (!field.type().isComputed() && !named.contains(field.id())) {
                transaction.set(table, row, field, null);
            }
        }
    }

    private Field named(String nameOrId) {
        return table.find(nameOrId)
                .orElseThrow(() -> Refusal.invalid("UNKNOWN_FIELD_NAME", "Unknown field name: \"" + nameOrId + "\""));
    }

    private Map<Field, @Nullable JsonNode> keyValues(JsonNode fields, List<Field> keys) {
        Map<Field, @Nullable JsonNode> given = new LinkedHashMap<>();
        Row nowhere = new Row("", transaction.now(), "", 0);
        for (Field key : keys) {
            Optional<JsonNode> value =
                    Optional.ofNullable(fields.get(key.name())).or(() -> Optional.ofNullable(fields.get(key.id())));
            if (value.isEmpty()) {
                throw Refusal.malformed();
            }
            given.put(key, cells.read(table, nowhere, key, value.get()));
        }
        return given;
    }

    private static boolean matches(Row row, Map<Field, @Nullable JsonNode> given) {
        return given.entrySet().stream()
                .allMatch(entry -> Objects.equals(row.cell(entry.getKey().id()), entry.getValue()));
    }
}
