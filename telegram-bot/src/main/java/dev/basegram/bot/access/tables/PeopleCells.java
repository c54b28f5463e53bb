package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.people.Member;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewTable;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a person as the cells of a row of {@code Bot People}, in the words that {@link PeopleTable} reads. */
final class PeopleCells {
    private final Table people;
    private final Schema schema;

    PeopleCells(Table people, Schema schema) {
        this.people = people;
        this.schema = schema;
    }

    /**
     * Returns the table to be made.
     *
     * @param own the table whose rows are people; empty where the bot knows of none
     */
    static NewTable definition(Optional<TableId> own) {
        var roles = new NewField.Kind.Choice(
                List.of("owner", "admin", "editor", "viewer", "self-service", "drop-box", "blocked"));
        List<NewField> fields = new ArrayList<>(List.of(
                new NewField("Name", new NewField.Kind.Line()),
                new NewField("Telegram id", new NewField.Kind.Line()),
                new NewField("Role", roles),
                new NewField("Phone", new NewField.Kind.Phone()),
                new NewField("Active", new NewField.Kind.Tick()),
                new NewField("Tables", new NewField.Kind.Lines())));
        own.ifPresent(table -> fields.add(new NewField("Record", new NewField.Kind.Link(table))));
        return new NewTable(
                PeopleTable.NAME, "Who may use the bot. A row counts about a minute after it was changed.", fields);
    }

    Map<FieldId, CellValue> of(Member member) {
        Map<FieldId, CellValue> cells = new HashMap<>();
        put(cells, "Name", new CellValue.Text(member.name()));
        put(cells, "Telegram id", new CellValue.Text(Long.toString(member.personId())));
        put(cells, "Role", new CellValue.Choice(member.blocked() ? "blocked" : SettingsTable.wordOf(member.role())));
        member.phone().ifPresent(phone -> put(cells, "Phone", new CellValue.Text(phone)));
        if (!member.blocked()) {
            put(cells, "Active", new CellValue.Checkbox(true));
        }
        member.tables().ifPresent(only -> put(cells, "Tables", new CellValue.Text(names(only))));
        member.own()
                .filter(own -> linksTo(own.table()))
                .ifPresent(own -> put(cells, "Record", new CellValue.Links(List.of(own.record()))));
        return cells;
    }

    private void put(Map<FieldId, CellValue> cells, String column, CellValue value) {
        people.fieldNamed(column).ifPresent(field -> cells.put(field.id(), value));
    }

    private boolean linksTo(TableId table) {
        return people.fieldNamed("Record")
                .map(Field::type)
                .filter(type -> type instanceof FieldType.RecordLinks links && table.equals(links.linkedTable()))
                .isPresent();
    }

    private String names(Set<TableId> only) {
        String lines = only.stream()
                .map(id -> schema.table(id)
                        .map(Table::name)
                        .filter(SettingsTable::isPlain)
                        .orElse(id.value()))
                .sorted()
                .collect(Collectors.joining("\n"));
        return lines.isEmpty() ? RulesTable.NO_FIELD : lines;
    }
}
