package dev.basegram.bot.airtable.formula;

import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.RowCondition;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** A formula that is true or false for a record; made only by the methods here. */
public final class Condition implements RowCondition {
    private final String text;

    private Condition(String text) {
        this.text = text;
    }

    /** Returns whether two values are equal; texts with case. */
    public static Condition equal(Expression left, Expression right) {
        return new Condition("(" + left + "=" + right + ")");
    }

    /** Returns whether one value is less than another. */
    public static Condition less(Expression left, Expression right) {
        return new Condition("(" + left + "<" + right + ")");
    }

    /** Returns whether one value is greater than another. */
    public static Condition greater(Expression left, Expression right) {
        return new Condition("(" + left + ">" + right + ")");
    }

    /** Returns whether a time is later than another. */
    public static Condition after(Expression time, Expression other) {
        return new Condition("IS_AFTER(" + time + "," + other + ")");
    }

    /** Returns whether a time is earlier than another. */
    public static Condition before(Expression time, Expression other) {
        return new Condition("IS_BEFORE(" + time + "," + other + ")");
    }

    /** Returns whether a field's value, as text, contains these words, whatever their case. */
    public static Condition contains(FieldId field, String words) {
        return new Condition("(SEARCH(" + Expression.text(words).lower() + ","
                + Expression.fieldText(field).lower() + ")>0)");
    }

    /** Returns what holds for every record. */
    public static Condition always() {
        return new Condition("TRUE()");
    }

    /** Returns what holds for no record. */
    public static Condition never() {
        return new Condition("FALSE()");
    }

    /**
     * Returns whether some part of a text fits a pattern.
     *
     * @param pattern in the language of RE2, which Airtable's are in; made by our own code, with nothing of a person in it but single
     *     characters that stand for themselves
     */
    public static Condition matches(Expression text, String pattern) {
        return new Condition("REGEX_MATCH(" + text + "," + TextLiteral.of(pattern) + ")");
    }

    /** Returns whether the digits of a field's text, with whatever is between them left out, end with these. */
    public static Condition endsWithDigits(FieldId field, String digits) {
        return new Condition("(RIGHT(REGEX_REPLACE(" + Expression.fieldText(field) + ",'[^0-9]','')," + digits.length()
                + ")=" + TextLiteral.of(digits) + ")");
    }

    /** Returns whether a field is empty. */
    public static Condition blank(FieldId field) {
        return new Condition("(" + Expression.fieldText(field) + "='')");
    }

    /** Returns whether a field is ticked. */
    public static Condition checked(FieldId field) {
        return new Condition("(" + Expression.field(field) + "=TRUE())");
    }

    /** Returns whether the record is one of these; never, where there are none. */
    public static Condition isOneOf(Collection<RecordId> records) {
        return records.isEmpty()
                ? new Condition("FALSE()")
                : new Condition(records.stream()
                        .map(id -> "RECORD_ID()='" + id + "'")
                        .collect(Collectors.joining(",", "OR(", ")")));
    }

    /**
     * Returns a condition that an administrator wrote: the only text that reaches Airtable as it is. Never from anyone else, and
     * never with anything of a person put into it.
     */
    public static Condition writtenByAdmin(String formula) {
        return new Condition("(" + formula + ")");
    }

    /** Returns whether all hold; always, where there are none. */
    public static Condition all(List<Condition> conditions) {
        return join(
                "AND",
                "TRUE()",
                conditions.stream().filter(each -> !each.equals(always())).toList());
    }

    /** Returns whether any holds; never, where there are none. */
    public static Condition any(List<Condition> conditions) {
        return join("OR", "FALSE()", conditions);
    }

    /** Returns whether this does not hold. */
    public Condition not() {
        return new Condition("NOT(" + text + ")");
    }

    private static Condition join(String function, String none, List<Condition> conditions) {
        return switch (conditions.size()) {
            case 0 -> new Condition(none);
            case 1 -> conditions.getFirst();
            default ->
                new Condition(conditions.stream()
                        .map(Condition::toString)
                        .collect(Collectors.joining(",", function + "(", ")")));
        };
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Condition condition && condition.text.equals(text);
    }

    @Override
    public int hashCode() {
        return text.hashCode();
    }

    /** Returns the formula's text. */
    @Override
    public String toString() {
        return text;
    }
}
