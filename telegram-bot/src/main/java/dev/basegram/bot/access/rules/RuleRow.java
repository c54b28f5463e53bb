package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.audit.KeptRow;
import dev.basegram.bot.access.audit.KeptTable;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.ViewId;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Rules that the bot keeps, as rows of the account. */
final class RuleRow {
    private RuleRow() {}

    static KeptRow of(Rule rule) {
        Map<String, String> cells = new HashMap<>();
        tick(cells, "See", rule.see());
        tick(cells, "Add", rule.add());
        tick(cells, "Edit", rule.edit());
        tick(cells, "Delete", rule.delete());
        cells.put("Rows", rows(rule.rows()));
        ids(cells, "Hidden", sorted(rule.hidden()));
        rule.editable().ifPresent(only -> cells.put("Editable", only.isEmpty() ? "(none)" : joined(sorted(only))));
        ids(cells, "Required", sorted(rule.required()));
        ids(cells, "Form order", rule.formOrder());
        String role = rule.role().name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new KeptRow(
                KeptTable.RULES,
                new RecordId("recRule" + rule.table().value() + rule.role().letter()),
                rule.table().value() + " · " + role,
                cells);
    }

    private static void tick(Map<String, String> cells, String column, boolean ticked) {
        if (ticked) {
            cells.put(column, "yes");
        }
    }

    private static String rows(RowRule rows) {
        return switch (rows) {
            case RowRule.All _ -> "all";
            case RowRule.Sent _ -> "sent";
            case RowRule.Mine(FieldId field) -> "mine: " + field;
            case RowRule.InView(ViewId view) -> "view: " + view;
            case RowRule.Matching(String formula) -> "formula: " + formula;
        };
    }

    private static void ids(Map<String, String> cells, String column, List<FieldId> fields) {
        if (!fields.isEmpty()) {
            cells.put(column, joined(fields));
        }
    }

    private static List<FieldId> sorted(Collection<FieldId> fields) {
        return fields.stream().sorted().toList();
    }

    private static String joined(List<FieldId> fields) {
        return fields.stream().map(FieldId::value).collect(Collectors.joining(", "));
    }
}
