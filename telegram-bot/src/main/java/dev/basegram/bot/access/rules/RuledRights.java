package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.Rights;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** The rights that the rules of a role give to one person: every question is answered by the one rule for its table, or by no. */
public final class RuledRights implements Rights {
    private final Role role;
    private final Me me;
    private final Map<TableId, CompiledRule> rules;
    private final Map<TableId, RowFilter> filters = new ConcurrentHashMap<>();
    private final RowMatches matches;
    private final Optional<Schema> schema;

    /**
     * Creates the rights of a person.
     *
     * @param schema empty where it is not known
     * @param rules the rules of the person's role by table, narrowed to the tables the person was let into
     */
    public RuledRights(
            Role role, Me me, Map<TableId, CompiledRule> rules, RowMatches matches, Optional<Schema> schema) {
        this.role = role;
        this.me = me;
        this.rules = Map.copyOf(rules);
        this.matches = matches;
        this.schema = schema;
    }

    @Override
    public Role role() {
        return role;
    }

    @Override
    public boolean maySee(Table table) {
        return rule(table).filter(rule -> rule.see() || rule.add()).isPresent();
    }

    @Override
    public boolean maySee(Table table, Field field) {
        return rule(table).filter(rule -> !rule.hidden().contains(field.id())).isPresent();
    }

    /** Worked out once, since a formula or a view is asked about. */
    @Override
    public RowFilter rows(Table table) {
        RowFilter known = filters.get(table.id());
        if (known == null) {
            known = Optional.ofNullable(rules.get(table.id()))
                    .map(rule -> rule.rows(me, matches))
                    .orElseGet(RowFilter::nothing);
            filters.put(table.id(), known);
        }
        return known;
    }

    @Override
    public boolean mayAdd(Table table) {
        return rule(table)
                .filter(Rule::add)
                .filter(rule -> !(rule.rows() instanceof RowRule.Mine)
                        || meIn(table.id()).isPresent())
                .isPresent();
    }

    @Override
    public boolean mayEdit(Table table, Field field) {
        return rule(table)
                .filter(rule -> rule.edit() || rule.add())
                .filter(rule -> field.isEditable() && !rule.hidden().contains(field.id()))
                .filter(rule ->
                        rule.editable().map(only -> only.contains(field.id())).orElse(true))
                // Whose row it is is not the person's to change: they would give it away, or take another's.
                .filter(rule -> !(rule.rows() instanceof RowRule.Mine(FieldId mine)) || !mine.equals(field.id()))
                .isPresent();
    }

    @Override
    public boolean mayChange(Table table) {
        return rule(table).filter(Rule::see).filter(Rule::edit).isPresent();
    }

    @Override
    public boolean mayComplete(Table table, RecordId record) {
        return rule(table).filter(Rule::add).isPresent() && me.sent().contains(record);
    }

    @Override
    public boolean mayDelete(Table table) {
        return rule(table).filter(Rule::see).filter(Rule::delete).isPresent();
    }

    @Override
    public List<Field> required(Table table) {
        return rule(table)
                .map(rule -> inFormOrder(table, rule)
                        .filter(field -> rule.required().contains(field.id()))
                        .toList())
                .orElse(List.of());
    }

    @Override
    public List<Field> formOrder(Table table) {
        return rule(table).map(rule -> inFormOrder(table, rule).toList()).orElse(List.of());
    }

    @Override
    public Map<FieldId, CellValue> presets(Table table) {
        return rule(table)
                .map(Rule::rows)
                .filter(RowRule.Mine.class::isInstance)
                .map(RowRule.Mine.class::cast)
                .flatMap(mine -> meIn(table.id()).map(value -> Map.of(mine.field(), value)))
                .orElse(Map.of());
    }

    @Override
    public boolean onlyOwn(Table table) {
        return rule(table)
                .filter(Rule::see)
                .filter(rule -> rule.rows() instanceof RowRule.Mine || rule.rows() instanceof RowRule.Sent)
                .isPresent();
    }

    @Override
    public boolean lacksIdentity() {
        return schema.isPresent()
                && rules.values().stream()
                        .map(CompiledRule::rule)
                        .anyMatch(rule -> (rule.see() || rule.add())
                                && rule.rows() instanceof RowRule.Mine
                                && schema.get().table(rule.table()).isPresent()
                                && meIn(rule.table()).isEmpty());
    }

    @Override
    public void made(Table table) {
        if (rule(table).map(Rule::rows).orElse(null) instanceof RowRule.Matching) {
            matches.made(table.id());
            filters.remove(table.id());
        }
    }

    private static Stream<Field> inFormOrder(Table table, Rule rule) {
        Stream<Field> named = rule.formOrder().stream().flatMap(id -> table.field(id).stream());
        Stream<Field> rest =
                table.fields().stream().filter(field -> !rule.formOrder().contains(field.id()));
        return Stream.concat(named, rest).distinct();
    }

    private Optional<Rule> rule(Table table) {
        return Optional.ofNullable(rules.get(table.id())).map(CompiledRule::rule);
    }

    private Optional<CellValue> meIn(TableId table) {
        return Optional.ofNullable(rules.get(table)).flatMap(rule -> rule.me(me));
    }
}
