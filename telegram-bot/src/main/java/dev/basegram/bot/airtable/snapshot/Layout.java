package dev.basegram.bot.airtable.snapshot;

import dev.basegram.bot.airtable.FieldId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Which place of a row belongs to which field; one for all rows of a table, so that a row costs no map of its own.
 *
 * @param fields by place
 * @param places by field
 */
record Layout(List<FieldId> fields, Map<FieldId, Integer> places) {
    static Layout of(Collection<FieldId> fields) {
        List<FieldId> order = List.copyOf(fields);
        Map<FieldId, Integer> places = HashMap.newHashMap(order.size());
        for (int i = 0; i < order.size(); i++) {
            places.put(order.get(i), i);
        }
        return new Layout(order, Map.copyOf(places));
    }

    boolean holdsAll(Collection<FieldId> others) {
        return places.keySet().containsAll(others);
    }
}
