package dev.basegram.bot.airtable.formula;

import dev.basegram.bot.airtable.FieldId;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.stream.Collectors;

/**
 * A part of a formula that gives a value; made only by the methods here, so that whatever it holds is safe.
 *
 * <p>Fields are named by id: names may hold braces and quotes, and change.
 */
public final class Expression {
    private final String text;

    private Expression(String text) {
        this.text = text;
    }

    /** Returns the value of a field. A link field gives its records' primary texts, not their ids. */
    public static Expression field(FieldId field) {
        return new Expression("{" + field + "}");
    }

    /** Returns the value of a field as text, whatever its type. */
    public static Expression fieldText(FieldId field) {
        return new Expression("({" + field + "}&'')");
    }

    /** Returns the value of a field as text; nothing for an error, which would make an error of all that it is part of. */
    public static Expression fieldTextOrNothing(FieldId field) {
        return new Expression("IF(ISERROR({" + field + "}),'',({" + field + "}&''))");
    }

    /** Returns texts one after the other, a line each. */
    public static Expression lines(List<Expression> texts) {
        return new Expression(
                texts.stream().map(Expression::toString).collect(Collectors.joining("&'\\n'&", "(", ")")));
    }

    /** Returns a text, whatever is in it. Control characters other than line breaks and tabs are left out. */
    public static Expression text(String literal) {
        return new Expression(TextLiteral.of(literal));
    }

    /** Returns a number. */
    public static Expression number(BigDecimal number) {
        return new Expression(number.toPlainString());
    }

    /** Returns a point in time, to the millisecond. */
    public static Expression instant(Instant instant) {
        // Whole seconds get their fraction written too: one form for Airtable to read.
        String millis = instant.truncatedTo(ChronoUnit.SECONDS).toString().replace("Z", "") + "."
                + "%03d".formatted(instant.toEpochMilli() - instant.getEpochSecond() * 1000) + "Z";
        return new Expression("DATETIME_PARSE('" + millis + "')");
    }

    /** Returns a day. */
    public static Expression date(LocalDate date) {
        return new Expression("DATETIME_PARSE('" + date + "','YYYY-MM-DD')");
    }

    /** Returns the id of the record. */
    public static Expression recordId() {
        return new Expression("RECORD_ID()");
    }

    /** Returns when the record was created. */
    public static Expression createdTime() {
        return new Expression("CREATED_TIME()");
    }

    /** Returns when a field that people fill in was last changed. */
    public static Expression lastModifiedTime() {
        return new Expression("LAST_MODIFIED_TIME()");
    }

    /** Returns this text in lower case. */
    public Expression lower() {
        return new Expression("LOWER(" + text + ")");
    }

    /** Returns the formula's text. */
    @Override
    public String toString() {
        return text;
    }
}
