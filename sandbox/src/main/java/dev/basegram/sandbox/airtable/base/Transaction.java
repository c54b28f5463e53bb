package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A set of changes that holds as a whole or not at all. Changes take effect at once, so that later parts of a batch see
 * earlier ones; {@link #rollback} takes them back. Links are kept symmetric here and nowhere else.
 */
public final class Transaction {
    private final Base base;
    private final Origin origin;
    private final Instant now;
    private final Deque<Runnable> undo = new ArrayDeque<>();
    private final Map<String, Change.OfTable> changed = new LinkedHashMap<>();
    private final List<String> createdTables = new ArrayList<>();

    /** Begins a set of changes. */
    public Transaction(Base base, Origin origin, Instant now) {
        this.base = base;
        this.origin = origin;
        this.now = now;
    }

    /** The base changed. */
    public Base base() {
        return base;
    }

    /** When the changes are made. */
    Instant now() {
        return now;
    }

    /** Makes an empty row at the end of a table. */
    public Row insert(Table table) {
        Row row = new Row(base.ids().next("rec"), now, origin.userId(), table.nextNumber());
        table.put(row);
        undo.push(() -> table.remove(row));
        of(table).createdRows().add(row.id());
        return row;
    }

    /** Deletes a row and every link to it. */
    public void delete(Table table, Row row) {
        for (Table other : base.tables()) {
            for (Field field : other.fields()) {
                if (field.type() == FieldType.MULTIPLE_RECORD_LINKS
                        && field.linkedTableId().equals(table.id())) {
                    unlinkEverywhere(other, field, row.id());
                }
            }
        }
        table.remove(row);
        undo.push(() -> table.put(row));
        Change.OfTable change = of(table);
        change.previousCells().remove(row.id());
        if (!change.createdRows().remove(row.id())) {
            change.destroyedRows().add(row.id());
        }
    }

    private void unlinkEverywhere(Table table, Field field, String recordId) {
        for (Row row : table.rows()) {
            if (row.links(field.id()).contains(recordId)) {
                editLinks(table, row, field, recordId, false);
            }
        }
    }

    /**
     * Puts a cell as it is kept, or empties it with null; a link's other side follows. A cell that already holds the
     * value is left alone.
     */
    public void set(Table table, Row row, Field field, @Nullable JsonNode value) {
        if (field.type() != FieldType.MULTIPLE_RECORD_LINKS) {
            putCell(table, row, field, value);
            return;
        }
        List<String> before = row.links(field.id());
        putCell(table, row, field, value);
        List<String> after = row.links(field.id());
        Optional<String> inverseId = field.inverseFieldId();
        if (inverseId.isEmpty()) {
            return;
        }
        Table linked = base.table(field.linkedTableId());
        Field inverse = linked.field(inverseId.get());
        before.stream()
                .filter(target -> !after.contains(target))
                .forEach(target ->
                        linked.row(target).ifPresent(other -> editLinks(linked, other, inverse, row.id(), false)));
        after.stream()
                .filter(target -> !before.contains(target))
                .forEach(target ->
                        linked.row(target).ifPresent(other -> editLinks(linked, other, inverse, row.id(), true)));
    }

    /** Changes one side of a link alone. */
    private void editLinks(Table table, Row row, Field field, String target, boolean add) {
        List<String> targets = new ArrayList<>(row.links(field.id()));
        if (add == targets.contains(target)) {
            return;
        }
        if (add) {
            targets.add(target);
        } else {
            targets.remove(target);
        }
        putCell(table, row, field, links(targets));
    }

    /** A link cell as kept; null for no links. */
    static @Nullable JsonNode links(Collection<String> recordIds) {
        ArrayNode cell = JsonNodeFactory.instance.arrayNode();
        recordIds.forEach(cell::add);
        return cell.isEmpty() ? null : cell;
    }

    private void putCell(Table table, Row row, Field field, @Nullable JsonNode value) {
        JsonNode before = row.cell(field.id());
        if (Objects.equals(before, value)) {
            return;
        }
        row.put(field.id(), value);
        Row.Edit editBefore = row.edited(field.id(), new Row.Edit(now, origin.userId()));
        undo.push(() -> {
            row.put(field.id(), before);
            row.edited(field.id(), editBefore);
        });
        Change.OfTable change = of(table);
        if (!change.createdRows().contains(row.id())) {
            change.previousCells()
                    .computeIfAbsent(row.id(), id -> new LinkedHashMap<>())
                    .putIfAbsent(field.id(), before);
        }
    }

    /** Adds a choice to a select field and returns the field as it then is. */
    public Field addChoice(Table table, Field field, String name) {
        Field current = table.field(field.id());
        int index = current.options().path("choices").size();
        Field extended = current.withChoice(Choice.next(base.ids().next("sel"), name, index));
        define(table, extended);
        return extended;
    }

    /** Puts a field in, new or changed. */
    public void define(Table table, Field field) {
        Optional<Field> before = table.find(field.id());
        table.put(field);
        undo.push(() -> before.ifPresentOrElse(table::put, () -> table.removeField(field.id())));
        if (before.isEmpty()) {
            of(table).createdFields().add(field.id());
        } else if (!of(table).createdFields().contains(field.id())) {
            of(table).previousFields().putIfAbsent(field.id(), before.get());
        }
    }

    /** Takes a field out. */
    public void drop(Table table, Field field) {
        table.removeField(field.id());
        undo.push(() -> table.put(field));
        of(table).destroyedFields().add(field.id());
    }

    /** Notes that the comments of a table's records changed; they are not taken back by {@link #rollback}. */
    public void commented(Table table) {
        of(table).commented();
    }

    /** Gives a table another name and description. */
    void rename(Table table, String name, @Nullable String description) {
        String nameBefore = table.name();
        String descriptionBefore = table.description();
        table.rename(name, description);
        undo.push(() -> table.rename(nameBefore, descriptionBefore));
        of(table).renamed(nameBefore);
    }

    /** Puts a new table in. */
    public void create(Table table) {
        base.put(table);
        undo.push(() -> base.remove(table));
        createdTables.add(table.id());
    }

    /** Keeps the changes and says what they were; empty when nothing changed. */
    public Optional<Change> commit() {
        undo.clear();
        if (changed.isEmpty() && createdTables.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Change(base.nextTransaction(), now, origin, changed, createdTables));
    }

    /** Takes every change back. */
    public void rollback() {
        while (!undo.isEmpty()) {
            undo.pop().run();
        }
    }

    private Change.OfTable of(Table table) {
        return changed.computeIfAbsent(table.id(), id -> new Change.OfTable());
    }
}
