package dev.basegram.bot.access;

import dev.basegram.bot.access.rules.RowFilter;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import java.util.List;
import java.util.Map;

/** What one person may see and do, table by table, field by field, row by row. Nothing said means no. Immutable. */
public interface Rights {
    /** Returns the person's role. */
    Role role();

    /** Tells whether the person may see anything of a table. */
    boolean maySee(Table table);

    /** Tells whether the person may see a field of a table they may see. */
    boolean maySee(Table table, Field field);

    /** Returns which rows of a table the person may see, for memory and for Airtable. May wait for Airtable the first time. */
    RowFilter rows(Table table);

    /** Tells whether the person may create records. */
    boolean mayAdd(Table table);

    /** Tells whether the person may change a field, in a record that they may see or in a new one. */
    boolean mayEdit(Table table, Field field);

    /** Tells whether the person may delete records that they may see. */
    boolean mayDelete(Table table);

    /** Returns the fields that a new record must have, in the order in which to ask for them. */
    List<Field> required(Table table);

    /** Tells whether the person may change rows that they may see, in the fields that they may change. */
    default boolean mayChange(Table table) {
        return true;
    }

    /** Returns the fields of a table in the order in which a form asks for them. */
    default List<Field> formOrder(Table table) {
        return table.fields();
    }

    /** Returns what a new record holds whatever the person fills in, such as the link that makes it theirs. */
    default Map<FieldId, CellValue> presets(Table table) {
        return Map.of();
    }

    /** Tells whether the person sees of a table only what is theirs. */
    default boolean onlyOwn(Table table) {
        return false;
    }

    /** Tells whether some rule speaks of the person's own record or number, and neither is known. */
    default boolean lacksIdentity() {
        return false;
    }

    /** Notes that the person has made a record, which the rows they see may be about to include. */
    default void made(Table table) {}

    /** Tells whether a record is one that the person has made here and may still give its files. */
    default boolean mayComplete(Table table, RecordId record) {
        return false;
    }
}
