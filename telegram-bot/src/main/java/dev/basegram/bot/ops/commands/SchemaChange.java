package dev.basegram.bot.ops.commands;

import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** One thing that is another way in a schema than it was. */
sealed interface SchemaChange {
    record NewTable(String name) implements SchemaChange {}

    record TableGone(String name) implements SchemaChange {}

    record TableRenamed(String before, String now) implements SchemaChange {}

    record NewField(String table, String name) implements SchemaChange {}

    record FieldGone(String table, String name) implements SchemaChange {}

    record FieldRenamed(String table, String before, String now) implements SchemaChange {}

    record TypeChanged(String table, String field, String before, String now) implements SchemaChange {}

    /**
     * A table as far as changes are told.
     *
     * @param fields by id, in the base's order
     */
    record Seen(String name, Map<String, SeenField> fields) {}

    /** A field likewise. */
    record SeenField(String name, String type) {}

    /** Returns what is told of tables, by id. */
    static Map<String, Seen> of(List<Table> tables) {
        Map<String, Seen> seen = new LinkedHashMap<>();
        for (Table table : tables) {
            Map<String, SeenField> fields = new LinkedHashMap<>();
            for (Field field : table.fields()) {
                fields.put(
                        id(field.id()),
                        new SeenField(field.name(), field.type().getClass().getSimpleName()));
            }
            seen.put(id(table.id()), new Seen(table.name(), fields));
        }
        return seen;
    }

    private static String id(TableId id) {
        return id.value();
    }

    private static String id(FieldId id) {
        return id.value();
    }

    /** Returns what has changed, table by table. */
    static List<SchemaChange> between(Map<String, Seen> before, Map<String, Seen> now) {
        List<SchemaChange> changes = new ArrayList<>();
        now.forEach((id, table) -> Optional.ofNullable(before.get(id))
                .ifPresentOrElse(
                        old -> changes.addAll(between(old, table)), () -> changes.add(new NewTable(table.name()))));
        before.forEach((id, table) -> {
            if (!now.containsKey(id)) {
                changes.add(new TableGone(table.name()));
            }
        });
        return changes;
    }

    private static List<SchemaChange> between(Seen before, Seen now) {
        List<SchemaChange> changes = new ArrayList<>();
        if (!before.name().equals(now.name())) {
            changes.add(new TableRenamed(before.name(), now.name()));
        }
        now.fields()
                .forEach((id, field) -> Optional.ofNullable(before.fields().get(id))
                        .ifPresentOrElse(
                                old -> changes.addAll(between(now.name(), old, field)),
                                () -> changes.add(new NewField(now.name(), field.name()))));
        before.fields().forEach((id, field) -> {
            if (!now.fields().containsKey(id)) {
                changes.add(new FieldGone(now.name(), field.name()));
            }
        });
        return changes;
    }

    private static List<SchemaChange> between(String table, SeenField before, SeenField now) {
        List<SchemaChange> changes = new ArrayList<>();
        if (!before.name().equals(now.name())) {
            changes.add(new FieldRenamed(table, before.name(), now.name()));
        }
        if (!before.type().equals(now.type())) {
            changes.add(new TypeChanged(table, now.name(), before.type(), now.type()));
        }
        return changes;
    }
}
