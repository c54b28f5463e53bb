package dev.basegram.bot.access.audit;

import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.View;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Says what tables, fields and views are called today: a rule is kept by their ids, which nobody can read. */
public final class IdNames {
    private static final Pattern ID = Pattern.compile("\\b(?:tbl|fld|viw)[0-9A-Za-z]{1,61}\\b");

    private final Map<String, String> names = new HashMap<>();

    /** Knows the names of these tables and of what is in them. */
    public IdNames(Collection<Table> tables) {
        for (Table table : tables) {
            names.put(table.id().value(), table.name());
            for (Field field : table.fields()) {
                names.put(field.id().value(), field.name());
            }
            for (View view : table.views()) {
                names.put(view.id().value(), view.name());
            }
        }
    }

    /** Returns a value of a kept row with names for the ids in it; what is gone keeps its id. */
    public String in(String value) {
        return ID.matcher(value).replaceAll(id -> Matcher.quoteReplacement(names.getOrDefault(id.group(), id.group())));
    }
}
