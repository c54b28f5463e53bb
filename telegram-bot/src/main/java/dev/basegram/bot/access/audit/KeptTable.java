package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * What the bot keeps itself of people and rules, as if it were tables of the base: so that a change there is accounted for as one in
 * {@code Bot People} or {@code Bot Rules} is, and reads the same.
 */
public enum KeptTable {
    /** People. */
    PEOPLE(
            "tblKeptPeople",
            "People kept by the bot",
            List.of("Name", "Role", "Blocked", "Phone", "Record", "Tables", "Let in by")),
    /** Rules. */
    RULES(
            "tblKeptRules",
            "Rules kept by the bot",
            List.of("See", "Add", "Edit", "Delete", "Rows", "Hidden", "Editable", "Required", "Form order")),
    /** Links that let people in. */
    INVITATIONS("tblKeptInvitations", "Invitations", List.of("Role", "Tables", "People", "Until"));

    private final Table table;

    KeptTable(String id, String name, List<String> columns) {
        List<Field> fields = columns.stream()
                .map(column -> new Field(id(column), column, null, new FieldType.SingleLineText()))
                .toList();
        this.table = new Table(new TableId(id), name, null, fields.getFirst().id(), fields, List.of());
    }

    private static FieldId id(String column) {
        return new FieldId("fldKept" + column.replace(" ", ""));
    }

    /** Returns the table that stands for it. */
    public Table table() {
        return table;
    }

    /** Returns the field of a column. */
    FieldId field(String column) {
        return table.fieldNamed(column)
                .map(Field::id)
                .orElseThrow(() -> new IllegalArgumentException(table.name() + " has no column " + column));
    }

    /** Returns the one with an id; empty for a table of the base. */
    public static Optional<KeptTable> of(TableId id) {
        return Arrays.stream(values())
                .filter(kept -> kept.table.id().equals(id))
                .findFirst();
    }
}
