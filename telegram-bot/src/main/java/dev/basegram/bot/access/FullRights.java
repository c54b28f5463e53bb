package dev.basegram.bot.access;

import dev.basegram.bot.access.rules.RowFilter;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Table;
import java.util.List;

/** Everything: what an owner or an admin may see and do. */
final class FullRights implements Rights {
    private final Role role;

    FullRights(Role role) {
        this.role = role;
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public boolean maySee(Table table) {
        return true;
    }

    @Override
    public boolean maySee(Table table, Field field) {
        return true;
    }

    @Override
    public RowFilter rows(Table table) {
        return RowFilter.everything();
    }

    @Override
    public boolean mayAdd(Table table) {
        return true;
    }

    @Override
    public boolean mayEdit(Table table, Field field) {
        return field.isEditable();
    }

    @Override
    public boolean mayDelete(Table table) {
        return true;
    }

    @Override
    public List<Field> required(Table table) {
        return List.of();
    }
}
