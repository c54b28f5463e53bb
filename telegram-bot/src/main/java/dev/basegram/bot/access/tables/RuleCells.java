package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.airtable.ViewId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

/** Writes a rule as the cells of a row of {@code Bot Rules}, in the words that {@link RulesTable} reads. */
final class RuleCells {
    private static final List<String> TEXTS = List.of("Table", "Rows", "Hidden", "Editable", "Required", "Form order");
    private static final List<String> TICKS = List.of("See", "Add", "Edit", "Delete");

    private final Table rules;

    RuleCells(Table rules) {
        this.rules = rules;
    }

    /** Returns the columns that are missing, or of a type that a rule cannot be written into. */
    List<String> lacking() {
        List<String> lacking = new ArrayList<>();
        TEXTS.stream().filter(name -> !is(name, RuleCells::isText)).forEach(lacking::add);
        TICKS.stream()
                .filter(name -> !is(name, FieldType.Checkbox.class::isInstance))
                .forEach(lacking::add);
        boolean everyRole = Set.of(Role.EDITOR, Role.VIEWER, Role.SELF_SERVICE, Role.DROP_BOX).stream()
                .allMatch(role -> roleCell(role).isPresent());
        if (!everyRole) {
            lacking.add("Role");
        }
        return lacking;
    }

    private boolean is(String column, java.util.function.Predicate<FieldType> fits) {
        return rules.fieldNamed(column).map(Field::type).filter(fits).isPresent();
    }

    private static boolean isText(FieldType type) {
        return type instanceof FieldType.SingleLineText || type instanceof FieldType.MultilineText;
    }

    private Optional<CellValue> roleCell(Role role) {
        return rules.fieldNamed("Role").map(Field::type).flatMap(type -> switch (type) {
            case FieldType.SingleSelect select ->
                select.choices().stream()
                        .filter(choice -> PeopleTable.role(choice.name()).equals(Optional.of(role)))
                        .findFirst()
                        .map(choice -> (CellValue) new CellValue.Choice(choice.name()));
            default -> isText(type) ? Optional.of(new CellValue.Text(SettingsTable.wordOf(role))) : Optional.empty();
        });
    }

    /**
     * Returns the cells of a rule.
     *
     * @param about the table that the rule is about
     */
    Map<FieldId, CellValue> of(Rule rule, Table about) {
        Map<FieldId, CellValue> cells = new HashMap<>();
        text(
                cells,
                "Table",
                SettingsTable.isPlain(about.name()) ? about.name() : about.id().value());
        rules.fieldNamed("Role")
                .flatMap(column -> roleCell(rule.role()).map(cell -> Map.entry(column.id(), cell)))
                .ifPresent(entry -> cells.put(entry.getKey(), entry.getValue()));
        tick(cells, "See", rule.see());
        tick(cells, "Add", rule.add());
        tick(cells, "Edit", rule.edit());
        tick(cells, "Delete", rule.delete());
        text(cells, "Rows", rows(rule.rows(), about));
        text(cells, "Hidden", names(rule.hidden(), about));
        text(
                cells,
                "Editable",
                rule.editable()
                        .map(only -> only.isEmpty() ? RulesTable.NO_FIELD : names(only, about))
                        .orElse(""));
        text(cells, "Required", names(rule.required(), about));
        text(cells, "Form order", names(rule.formOrder(), about));
        return cells;
    }

    private void text(Map<FieldId, CellValue> cells, String column, String text) {
        rules.fieldNamed(column)
                .ifPresent(
                        field -> cells.put(field.id(), text.isEmpty() ? CellValue.empty() : new CellValue.Text(text)));
    }

    private void tick(Map<FieldId, CellValue> cells, String column, boolean ticked) {
        rules.fieldNamed(column)
                .ifPresent(field -> cells.put(field.id(), ticked ? new CellValue.Checkbox(true) : CellValue.empty()));
    }

    private static String rows(RowRule rows, Table about) {
        return switch (rows) {
            case RowRule.All _ -> "all";
            case RowRule.Sent _ -> "sent";
            case RowRule.Mine(FieldId field) -> "mine: " + name(field, about);
            case RowRule.InView(ViewId view) ->
                "view: "
                        + about.view(view)
                                .map(View::name)
                                .filter(SettingsTable::isPlain)
                                .orElse(view.value());
            case RowRule.Matching(String formula) -> "formula: " + formula;
        };
    }

    /** Sets come in the table's order, so that the same rule always reads the same; lists keep theirs. */
    private static String names(Collection<FieldId> fields, Table about) {
        List<FieldId> ordered = fields instanceof List<FieldId> list
                ? list
                : about.fields().stream()
                        .map(Field::id)
                        .filter(fields::contains)
                        .toList();
        return ordered.stream().map(field -> name(field, about)).collect(Collectors.joining("\n"));
    }

    private static String name(FieldId field, Table about) {
        return about.field(field)
                .map(Field::name)
                .filter(SettingsTable::isPlain)
                .orElse(field.value());
    }
}
