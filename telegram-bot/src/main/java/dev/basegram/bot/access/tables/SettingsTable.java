package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Table;
import java.util.List;
import java.util.Locale;

/** What is the same in all of the bot's own settings tables. */
public final class SettingsTable {
    private SettingsTable() {}

    /** Returns a role as the settings tables write it, such as {@code self-service}. */
    public static String wordOf(Role role) {
        return role.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /**
     * Returns the name that a settings table has while it is being filled. The base's tables count as soon as they are there, so
     * one that is half full would shut people out: it gets its real name last.
     */
    static String unfinished(String name) {
        return name + " (being filled)";
    }

    /** Tells whether a name comes back as it is when it is read as a line of a settings row; what does not goes by its id. */
    static boolean isPlain(String name) {
        return name.strip().equals(name) && name.lines().count() == 1 && !name.equals(RulesTable.NO_FIELD);
    }

    /** Returns the fields of a table that can say whose row it is. */
    public static List<Field> canMeanMe(Table table) {
        return table.fields().stream()
                .filter(field -> RulesTable.canMeanMe(field.type()))
                .toList();
    }
}
