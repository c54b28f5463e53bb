package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.Rights;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The rights that the rules of a role give to one person: every question is answered by the one rule for its table, or by no. */
public final class RuledRights implements Rights {
    private final Role role;
    private final Me me;
    private final Map<TableId, Rule> rules;
    private final RowMatches matches;
    private final Optional<Schema> schema;

    /**
     * Creates the rights of a person.
     *
     * @param schema the whole of it, since the field that means «me» may be one that the person does not see; without it nobody
     *     adds rows that have to be theirs
     * @param rules the rules of the person's role by table, narrowed to the tables the person was let into
     */
    public RuledRights(Role role, Me me, Map<TableId, Rule> rules, RowMatches matches, Optional<Schema> schema) {
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

    @Override
    public boolean maySee(Table table, AirtableRecord record) {
        return rule(table)
                .filter(Rule::see)
                .filter(rule -> rows(table, rule.rows()).test(record))
                .isPresent();
    }

    @Override
    public boolean seesEveryRow(Table table) {
        return rule(table)
                .filter(Rule::see)
                .filter(rule -> rule.rows() instanceof RowRule.All)
                .isPresent();
    }

    @Override
    public boolean mayAdd(Table table) {
        return rule(table)
                .filter(Rule::add)
                .filter(rule -> !(rule.rows() instanceof RowRule.Mine(FieldId field))
                        || meIn(table.id(), field).isPresent())
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
                .flatMap(mine -> meIn(table.id(), mine.field()).map(value -> Map.of(mine.field(), value)))
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
                        .anyMatch(rule -> (rule.see() || rule.add())
                                && rule.rows() instanceof RowRule.Mine(FieldId field)
                                && schema.get().table(rule.table()).isPresent()
                                && meIn(rule.table(), field).isEmpty());
    }

    @Override
    public void made(Table table) {
        if (rule(table).map(Rule::rows).orElse(null) instanceof RowRule.Matching) {
            matches.made(table.id());
        }
    }

    private static Stream<Field> inFormOrder(Table table, Rule rule) {
        Stream<Field> named = rule.formOrder().stream().flatMap(id -> table.field(id).stream());
        Stream<Field> rest =
                table.fields().stream().filter(field -> !rule.formOrder().contains(field.id()));
        return Stream.concat(named, rest).distinct();
    }

    private Optional<Rule> rule(Table table) {
        return Optional.ofNullable(rules.get(table.id()));
    }

    private Predicate<AirtableRecord> rows(Table table, RowRule rule) {
        return switch (rule) {
            case RowRule.All _ -> _ -> true;
            case RowRule.Mine(FieldId field) -> record -> isMine(record.cell(field));
            case RowRule.Sent _ -> record -> me.sent().contains(record.id());
            case RowRule.InView(ViewId view) -> {
                Set<RecordId> shown = matches.inView(table.id(), view);
                yield record -> shown.contains(record.id());
            }
            case RowRule.Matching(String formula) -> {
                Set<RecordId> found = matches.matching(table.id(), formula);
                yield record -> found.contains(record.id());
            }
        };
    }

    private boolean isMine(CellValue cell) {
        return switch (cell) {
            case CellValue.Links(List<RecordId> records) ->
                me.record().filter(records::contains).isPresent();
            case CellValue.Text(String text) -> me.isMeantBy(text);
            case CellValue.Numeric number -> number.equals(CellValue.Numeric.of(me.personId()));
            default -> false;
        };
    }

    /** What a new row's «mine» field must hold; empty when the person has nothing that fits it, and then may add no row. */
    private Optional<CellValue> meIn(TableId table, FieldId field) {
        Optional<FieldType> whole = schema.flatMap(all -> all.table(table))
                .flatMap(found -> found.field(field))
                .map(Field::type);
        return whole.flatMap(type -> switch (type) {
            case FieldType.RecordLinks _ -> me.record().map(record -> new CellValue.Links(List.of(record)));
            case FieldType.SingleLineText _, FieldType.MultilineText _ ->
                Optional.of(new CellValue.Text(Long.toString(me.personId())));
            case FieldType.PhoneNumber _ -> me.phone().map(CellValue.Text::new);
            case FieldType.Numeric _ -> Optional.of(CellValue.Numeric.of(me.personId()));
            default -> Optional.empty();
        });
    }
}
