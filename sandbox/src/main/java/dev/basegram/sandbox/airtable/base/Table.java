package dev.basegram.sandbox.airtable.base;

import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One table with its fields, views and rows. */
public final class Table {
    private final String id;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final Map<String, View> views = new LinkedHashMap<>();
    private final Map<String, Row> rows = new LinkedHashMap<>();
    private String name;
    private @Nullable String description;
    private String primaryFieldId = "";
    private long lastNumber;

    /** A table without fields; the first field put in becomes its primary field. */
    public Table(String id, String name, @Nullable String description) {
        this.id = id;
        this.name = name;
        this.description = description;
    }

    /** The table's id. */
    public String id() {
        return id;
    }

    /** The table's name. */
    public String name() {
        return name;
    }

    /** What the table is for; null when nobody said. */
    public @Nullable String description() {
        return description;
    }

    /** Gives the table another name and description. */
    public void rename(String newName, @Nullable String newDescription) {
        name = newName;
        description = newDescription;
    }

    /** The field that names a record. */
    public Field primaryField() {
        return field(primaryFieldId);
    }

    /** The fields in order. */
    public Collection<Field> fields() {
        return Collections.unmodifiableCollection(fields.values());
    }

    /** The views in order. */
    public Collection<View> views() {
        return Collections.unmodifiableCollection(views.values());
    }

    /** The rows in the order they were made. */
    public Collection<Row> rows() {
        return Collections.unmodifiableCollection(rows.values());
    }

    /** The field with this id, which must exist. */
    public Field field(String fieldId) {
        Field field = fields.get(fieldId);
        if (field == null) {
            throw new IllegalArgumentException("No field " + fieldId + " in table " + name);
        }
        return field;
    }

    /** The field with this id or exact name. */
    public Optional<Field> find(String nameOrId) {
        Field byId = fields.get(nameOrId);
        return byId != null
                ? Optional.of(byId)
                : fields.values().stream()
                        .filter(field -> field.name().equals(nameOrId))
                        .findFirst();
    }

    /** The id of the field that a formula means: by id, by name, or by name whatever the case. */
    public Optional<String> fieldIdInFormula(String nameOrId) {
        Optional<Field> exact = find(nameOrId);
        return exact.or(() -> fields.values().stream()
                        .filter(field ->
                                field.name().toLowerCase(Locale.ROOT).equals(nameOrId.toLowerCase(Locale.ROOT)))
                        .findFirst())
                .map(Field::id);
    }

    /** The view with this id or exact name. */
    public Optional<View> view(String nameOrId) {
        return views.values().stream()
                .filter(view -> view.id().equals(nameOrId) || view.name().equals(nameOrId))
                .findFirst();
    }

    /** The row with this id. */
    public Optional<Row> row(String recordId) {
        return Optional.ofNullable(rows.get(recordId));
    }

    /** Puts a new field in, or a changed one in its place. */
    public void put(Field field) {
        fields.put(field.id(), field);
        if (primaryFieldId.isEmpty()) {
            primaryFieldId = field.id();
        }
    }

    /** Takes a field out; cells of it stay behind unseen. */
    public void removeField(String fieldId) {
        fields.remove(fieldId);
    }

    /** Puts a new view in, or a changed one in its place. */
    public void put(View view) {
        views.put(view.id(), view);
    }

    /** Puts a row in. */
    public void put(Row row) {
        rows.put(row.id(), row);
        lastNumber = Math.max(lastNumber, row.number());
    }

    /** Takes a row out. */
    void remove(Row row) {
        rows.remove(row.id());
    }

    /** The auto number of the next row; a number is never given twice. */
    public long nextNumber() {
        return ++lastNumber;
    }
}
