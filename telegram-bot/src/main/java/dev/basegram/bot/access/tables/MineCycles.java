package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.TableId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Finds rules that say «mine» of each other in a circle: orders are mine by their client, clients by their orders. Then no table is the one of
 * people, and nobody's own record is at the end. A table that says «mine» through a link to itself is none of these: the own record
 * is in it.
 */
final class MineCycles {
    private final Map<TableId, TableId> leadsTo = new HashMap<>();

    private MineCycles() {}

    /** Returns the rules of one role that are part of a circle. */
    static List<Rule> among(Schema schema, Collection<Rule> ofOneRole) {
        MineCycles cycles = new MineCycles();
        for (Rule rule : ofOneRole) {
            if (rule.rows() instanceof RowRule.Mine(FieldId field)) {
                schema.table(rule.table())
                        .flatMap(table -> table.field(field))
                        .map(Field::type)
                        .filter(FieldType.RecordLinks.class::isInstance)
                        .map(type -> ((FieldType.RecordLinks) type).linkedTable())
                        .filter(other -> !other.equals(rule.table()))
                        .ifPresent(other -> cycles.leadsTo.put(rule.table(), other));
            }
        }
        return ofOneRole.stream()
                .filter(rule -> cycles.comesBackTo(rule.table()))
                .toList();
    }

    private boolean comesBackTo(TableId start) {
        Set<TableId> passed = new HashSet<>();
        TableId at = leadsTo.get(start);
        while (at != null && passed.add(at)) {
            if (at.equals(start)) {
                return true;
            }
            at = leadsTo.get(at);
        }
        return false;
    }
}
