package dev.basegram.bot.access.rules;

import dev.basegram.bot.access.people.PhoneNumbers;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.formula.Expression;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A rule read against the schema, once for each revision of either; from it comes, for each person, the filter of rows in both its
 * forms. Immutable.
 */
public final class CompiledRule {
    /** Airtable is known to take a formula that names as many records. */
    private static final int MOST_NAMED = 500;
    /** RE2: a character that is no printable ASCII; a number written with such may hold digits of another script. */
    private static final String BEYOND_ASCII = "[^ -~]";

    private final Rule rule;
    private final Optional<FieldType> meansMe;

    CompiledRule(Rule rule, Optional<FieldType> meansMe) {
        this.rule = rule;
        this.meansMe = meansMe;
    }

    /**
     * Compiles a rule.
     *
     * @param schema the whole of it, since the field that means «me» may be one that the person does not see; empty where it is not
     *     known
     */
    public static CompiledRule of(Rule rule, Optional<Schema> schema) {
        return new CompiledRule(rule, meansMe(rule, schema));
    }

    /** Returns what of a schema a rule depends on: the type of the field that means «me». */
    static Optional<FieldType> meansMe(Rule rule, Optional<Schema> schema) {
        return rule.rows() instanceof RowRule.Mine(FieldId mine)
                ? schema.flatMap(all -> all.table(rule.table()))
                        .flatMap(table -> table.field(mine))
                        .map(Field::type)
                : Optional.empty();
    }

    /** Returns the rule. */
    public Rule rule() {
        return rule;
    }

    /** Returns which rows it lets a person see; none where it lets them see none at all. May wait for Airtable. */
    RowFilter rows(Me me, RowMatches matches) {
        if (!rule.see()) {
            return RowFilter.nothing();
        }
        return switch (rule.rows()) {
            case RowRule.All _ -> RowFilter.everything();
            case RowRule.Mine(FieldId field) -> RowFilter.of(record -> isMine(me, record.cell(field)), mine(me, field));
            case RowRule.Sent _ -> among(me.sent(), named(me.sent()));
            case RowRule.InView(ViewId view) -> {
                RowMatches.Shown shown = matches.inView(rule.table(), view);
                yield RowFilter.inView(record -> shown.rows().contains(record.id()), view, shown.cut());
            }
            case RowRule.Matching(String formula) ->
                among(matches.matching(rule.table(), formula), Condition.writtenByAdmin(formula));
        };
    }

    private static RowFilter among(Set<RecordId> rows, Condition condition) {
        Predicate<AirtableRecord> test = record -> rows.contains(record.id());
        return RowFilter.of(test, condition);
    }

    /** Too many to be named are not named: the test is applied to what comes back. */
    private static Condition named(Set<RecordId> rows) {
        return rows.size() <= MOST_NAMED ? Condition.isOneOf(rows) : Condition.always();
    }

    private static boolean isMine(Me me, CellValue cell) {
        return switch (cell) {
            case CellValue.Links(List<RecordId> records) ->
                me.record().filter(records::contains).isPresent();
            case CellValue.Text(String text) -> me.isMeantBy(text);
            case CellValue.Numeric number -> number.equals(CellValue.Numeric.of(me.personId()));
            default -> false;
        };
    }

    private Condition mine(Me me, FieldId field) {
        if (meansMe.isEmpty()) {
            return Condition.always(); // the test alone decides
        }
        return switch (meansMe.get()) {
            // In a formula a link is the names of its records: two may have one name, and a name may be nothing.
            case FieldType.RecordLinks _ -> me.record().isPresent() ? Condition.always() : Condition.never();
            case FieldType.Numeric _ ->
                Condition.equal(Expression.field(field), Expression.number(BigDecimal.valueOf(me.personId())));
            case FieldType.SingleLineText _, FieldType.MultilineText _, FieldType.PhoneNumber _ -> text(me, field);
            default -> Condition.always();
        };
    }

    private static Condition text(Me me, FieldId field) {
        List<Condition> ways = new ArrayList<>();
        // Which white space around it counts as none is not for two languages to agree on.
        ways.add(Condition.contains(field, Long.toString(me.personId())));
        me.phone().ifPresent(phone -> {
            ways.add(Condition.endsWithDigits(field, PhoneNumbers.tail(phone)));
            ways.add(Condition.matches(Expression.fieldText(field), BEYOND_ASCII));
        });
        return Condition.any(ways);
    }

    /** Returns what a new row's «mine» field must hold; empty when the person has nothing that fits it, and then may add no row. */
    Optional<CellValue> me(Me me) {
        return meansMe.flatMap(type -> switch (type) {
            case FieldType.RecordLinks _ -> me.record().map(record -> new CellValue.Links(List.of(record)));
            case FieldType.SingleLineText _, FieldType.MultilineText _ ->
                Optional.of(new CellValue.Text(Long.toString(me.personId())));
            case FieldType.PhoneNumber _ -> me.phone().map(CellValue.Text::new);
            case FieldType.Numeric _ -> Optional.of(CellValue.Numeric.of(me.personId()));
            default -> Optional.empty();
        });
    }
}
