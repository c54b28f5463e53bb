package dev.basegram.bot.access.tables;

import dev.basegram.bot.access.Role;
import dev.basegram.bot.access.rules.RowRule;
import dev.basegram.bot.access.rules.Rule;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewTable;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Reads {@code Bot Rules}: a row per table and role, with columns Table, Role, See, Add, Edit, Delete, Rows, Hidden, Editable,
 * Required and Form order. Tables and fields are given by name or id; lists of fields have one a line.
 *
 * <p>Rows says {@code all} (or nothing), {@code mine: FIELD}, {@code sent}, {@code view: VIEW} or {@code formula: …}. A row that means nothing gives
 * no access and is told to the admins.
 */
final class RulesTable {
    static final String NAME = "Bot Rules";
    /** An empty cell of Editable means every field; this means none. */
    static final String NO_FIELD = "(none)";

    static NewTable definition() {
        var roles = new NewField.Kind.Choice(List.of("editor", "viewer", "self-service", "drop-box"));
        return new NewTable(
                NAME,
                "What each role may do in each table. A row counts about a minute after it was changed.",
                List.of(
                        new NewField("Table", new NewField.Kind.Line()),
                        new NewField("Role", roles),
                        new NewField("See", new NewField.Kind.Tick()),
                        new NewField("Add", new NewField.Kind.Tick()),
                        new NewField("Edit", new NewField.Kind.Tick()),
                        new NewField("Delete", new NewField.Kind.Tick()),
                        new NewField("Rows", new NewField.Kind.Lines()),
                        new NewField("Hidden", new NewField.Kind.Lines()),
                        new NewField("Editable", new NewField.Kind.Lines()),
                        new NewField("Required", new NewField.Kind.Lines()),
                        new NewField("Form order", new NewField.Kind.Lines())));
    }

    private final Schema schema;
    private final Map<RuleRows.Slot, Rule> rules = new HashMap<>();
    private final List<RuleRows.Slot> twice = new ArrayList<>();
    private final List<RowProblem> problems = new ArrayList<>();
    private final Map<RuleRows.Slot, SettingsRow> rows = new HashMap<>();

    private RulesTable(Schema schema) {
        this.schema = schema;
    }

    /**
     * What the table says.
     *
     * @param rows the row of each rule, also of those that are there twice: the first
     */
    record Reading(List<Rule> rules, List<RowProblem> problems, Map<RuleRows.Slot, RecordId> rows) {}

    /** A row that cannot be understood; its message is the end of the problem's sentence. */
    private static final class Misunderstood extends Exception {
        private static final long serialVersionUID = 1L;

        Misunderstood(String wrong) {
            super(wrong, null, false, false);
        }
    }

    static Reading read(Schema schema, Table table, List<AirtableRecord> rows) {
        var reader = new RulesTable(schema);
        rows.forEach(row -> reader.add(new SettingsRow(table, row)));
        reader.twice.forEach(reader.rules::remove);
        reader.dropCycles();
        return new Reading(List.copyOf(reader.rules.values()), List.copyOf(reader.problems), reader.rowIds());
    }

    private Map<RuleRows.Slot, RecordId> rowIds() {
        Map<RuleRows.Slot, RecordId> ids = new HashMap<>();
        rows.forEach((slot, row) -> ids.put(slot, row.id()));
        return Map.copyOf(ids);
    }

    private void dropCycles() {
        for (Role role : Role.values()) {
            List<Rule> ofRole =
                    rules.values().stream().filter(rule -> rule.role() == role).toList();
            for (Rule rule : MineCycles.among(schema, ofRole)) {
                var key = new RuleRows.Slot(rule.table(), role);
                rules.remove(key);
                Optional.ofNullable(rows.get(key))
                        .ifPresent(row ->
                                problems.add(row.problem("Rows: tables say «mine» of each other in a circle, so no"
                                        + " table is the one of people; let one of them say something else")));
            }
        }
    }

    private void add(SettingsRow row) {
        if (row.text("Table").isEmpty() && row.text("Role").isEmpty()) {
            return; // a row that somebody has just begun
        }
        try {
            Rule rule = rule(row);
            var key = new RuleRows.Slot(rule.table(), rule.role());
            rows.putIfAbsent(key, row);
            if (rules.putIfAbsent(key, rule) != null) {
                twice.add(key);
                problems.add(row.problem("there are two rules for this table and role, so neither counts; delete one"));
            }
        } catch (Misunderstood e) {
            problems.add(row.problem(String.valueOf(e.getMessage())));
        }
    }

    private Rule rule(SettingsRow row) throws Misunderstood {
        Table about = table(row);
        Role role = row.text("Role")
                .flatMap(PeopleTable::role)
                .filter(known -> !known.isAdmin())
                .orElseThrow(() -> new Misunderstood("Role is not one of editor, viewer, self-service, drop-box"));
        Optional<String> editable = row.text("Editable");
        return new Rule(
                about.id(),
                role,
                row.ticked("See"),
                row.ticked("Add"),
                row.ticked("Edit"),
                row.ticked("Delete"),
                rows(row, about),
                Set.copyOf(fields(row, about, "Hidden")),
                editable.isPresent() ? Optional.of(Set.copyOf(fields(row, about, "Editable"))) : Optional.empty(),
                Set.copyOf(fields(row, about, "Required")),
                fields(row, about, "Form order"));
    }

    private Table table(SettingsRow row) throws Misunderstood {
        String said = row.text("Table").orElseThrow(() -> new Misunderstood("Table is empty"));
        return schema.tableNamed(said)
                .or(() -> schema.tables().stream()
                        .filter(table -> table.id().toString().equals(said))
                        .findFirst())
                .orElseThrow(() -> new Misunderstood("there is no table «" + said + "»"));
    }

    private static RowRule rows(SettingsRow row, Table about) throws Misunderstood {
        String said = row.text("Rows").orElse("all");
        String word = said.toLowerCase(Locale.ROOT);
        if (word.equals("all")) {
            return new RowRule.All();
        }
        if (word.equals("sent")) {
            return new RowRule.Sent();
        }
        if (word.startsWith("mine:")) {
            Field field = field(about, said.substring("mine:".length()), "Rows");
            if (!canMeanMe(field.type())) {
                throw new Misunderstood(
                        "Rows: «" + field.name() + "» is neither a link nor a text, a number or a phone");
            }
            return new RowRule.Mine(field.id());
        }
        if (word.startsWith("view:")) {
            String name = said.substring("view:".length()).strip();
            return about.views().stream()
                    .filter(view ->
                            view.name().equals(name) || view.id().toString().equals(name))
                    .findFirst()
                    .map(view -> (RowRule) new RowRule.InView(view.id()))
                    .orElseThrow(
                            () -> new Misunderstood("Rows: there is no view «" + name + "» in «" + about.name() + "»"));
        }
        if (word.startsWith("formula:")) {
            try {
                return new RowRule.Matching(said.substring("formula:".length()).strip());
            } catch (IllegalArgumentException e) {
                throw new Misunderstood("Rows: " + e.getMessage());
            }
        }
        throw new Misunderstood("Rows is not one of all, sent, mine: FIELD, view: VIEW, formula: …");
    }

    /** Tells whether a field can say whose row it is. */
    static boolean canMeanMe(FieldType type) {
        return type instanceof FieldType.RecordLinks
                || type instanceof FieldType.SingleLineText
                || type instanceof FieldType.MultilineText
                || type instanceof FieldType.PhoneNumber
                || type instanceof FieldType.Numeric;
    }

    private static List<FieldId> fields(SettingsRow row, Table about, String column) throws Misunderstood {
        List<FieldId> found = new ArrayList<>();
        String said = row.text(column).orElse("");
        if (said.equals(NO_FIELD)) {
            return List.of();
        }
        for (String name : said.split("\\R", -1)) {
            if (!name.isBlank()) {
                found.add(field(about, name, column).id());
            }
        }
        return List.copyOf(found);
    }

    private static Field field(Table about, String said, String column) throws Misunderstood {
        String name = said.strip();
        return about.fieldNamed(name)
                .or(() -> about.fields().stream()
                        .filter(field -> field.id().toString().equals(name))
                        .findFirst())
                .orElseThrow(() ->
                        new Misunderstood(column + ": there is no field «" + name + "» in «" + about.name() + "»"));
    }
}
