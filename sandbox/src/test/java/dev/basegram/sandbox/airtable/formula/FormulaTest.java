package dev.basegram.sandbox.airtable.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What formulas come to. */
class FormulaTest {
    private static final Clock CLOCK = Clock.fixed(Instant.parse("2026-03-15T10:30:00Z"), ZoneOffset.UTC);
    private static final Map<String, Value> FIELDS = fields();

    private static Map<String, Value> fields() {
        Map<String, Value> fields = new HashMap<>();
        fields.put("Name", Value.text("Anna O'Hara"));
        fields.put("Empty", Value.BLANK);
        fields.put("Number", Value.number(12.5));
        fields.put("Zero", Value.number(0));
        fields.put("Paid", new Value.Flag(true));
        fields.put("Unpaid", new Value.Flag(false));
        fields.put("Due", Value.date(Instant.parse("2026-03-20T00:00:00Z")));
        fields.put("At", Value.moment(Instant.parse("2026-03-20T15:04:05.678Z")));
        fields.put("Prices", new Value.Items(List.of(Value.number(3), Value.number(4), Value.BLANK)));
        fields.put("One", new Value.Items(List.of(Value.text("only"))));
        fields.put("Weird } name", Value.text("brace"));
        fields.put("fldAAAAAAAAAAAAAA", Value.text("by id"));
        fields.put("Broken", Value.ERROR);
        return fields;
    }

    private static final class TestRow implements FormulaRow {
        @Override
        public Value field(String fieldId) {
            return FIELDS.get(fieldId);
        }

        @Override
        public String recordId() {
            return "recAAAAAAAAAAAAAA";
        }

        @Override
        public Instant createdTime() {
            return Instant.parse("2026-01-02T03:04:05Z");
        }

        @Override
        public Instant lastModifiedTime(Set<String> fieldIds) {
            return Instant.parse(fieldIds.contains("Name") ? "2026-02-01T00:00:00Z" : "2026-03-01T00:00:00Z");
        }
    }

    static Parsed parse(String formula) {
        return Formula.parse(formula, name -> FIELDS.containsKey(name) ? Optional.of(name) : Optional.empty());
    }

    static Value evaluate(String formula) {
        return switch (parse(formula)) {
            case Parsed.Ok(Formula parsed) -> parsed.evaluate(new TestRow(), CLOCK);
            case Parsed.Invalid(String reason) -> throw new AssertionError(formula + ": " + reason);
        };
    }

    private static String text(String formula) {
        return Coercion.text(evaluate(formula));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            1 + 2 * 3                                   | 7
            (1 + 2) * 3                                 | 9
            10 / 4 - 1                                  | 1.5
            -2 * -3                                     | 6
            2 - -2                                      | 4
            1 & 2 & 'x'                                 | 12x
            'a' & 1 + 1                                 | a2
            {Number} * 2                                | 25
            Number * 2                                  | 25
            {Empty} + 1                                 | 1
            {Paid} + {Paid}                             | 2
            {Unpaid} & 'x'                              | x
            'a' + 'b'                                   | ab
            1 / 3                                       | 0.3333333333333333
            0.1 + 0.2                                   | 0.30000000000000004
            100000000000000000000                       | 100000000000000000000
            {Weird \\} name}                            | brace
            {fldAAAAAAAAAAAAAA}                         | by id
            RECORD_ID()                                 | recAAAAAAAAAAAAAA
            """)
    void arithmeticTextAndFields(String formula, String expected) {
        assertThat(text(formula)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a' = 'a'",
                "'a' != 'A'",
                "1 = 1.0",
                "{Empty} = ''",
                "{Empty} = BLANK()",
                "{Empty} = 0",
                "{Zero} = BLANK()",
                "{Unpaid} = BLANK()",
                "{Unpaid} = FALSE()",
                "{Paid} = TRUE()",
                "{Paid} = 1",
                "'5' != 5",
                "2 < 10",
                "'b' > 'a'",
                "'B' < 'a'",
                "{Due} = '2026-03-20'",
                "{Due} > TODAY()",
                "{Due} < '2026-03-21'",
                "{One} = 'only'",
                "AND(1, 'x', {Paid}, {Due})",
                "OR(0, '', {Empty}, 1)",
                "NOT({Unpaid})",
                "NOT(0)",
                "XOR(1, 0)",
                "{Prices} = '3, 4, '",
                "IS_SAME({Due}, '2026-03-20')",
                "IS_SAME({Due}, {At}, 'day')",
                "IS_SAME('2026-03-01', '2026-03-31', 'month')",
                "IS_BEFORE({Due}, {At})",
                "IS_AFTER({At}, NOW())",
                "REGEX_MATCH('Order 1042', '\\d{4}')",
                "REGEX_MATCH('Order 1042', '\\\\d{4}')",
                "ISERROR({Broken})",
                "ISERROR(1 * 'x')",
                "LAST_MODIFIED_TIME({Name}) < LAST_MODIFIED_TIME()",
                "CREATED_TIME() = '2026-01-02T03:04:05.000Z'"
            })
    void theseHold(String formula) {
        assertThat(evaluate(formula)).isEqualTo(Value.number(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'a' = 'A'",
                "{Name} = BLANK()",
                "{Number} = BLANK()",
                "'5' = 5",
                "{Paid} = 0",
                "AND(1, 0)",
                "AND({Empty})",
                "OR('', 0)",
                "NOT('x')",
                "IS_SAME({Due}, {At})",
                "IS_AFTER({Due}, {At})",
                "'a' < 1",
                "FALSE()"
            })
    void theseDoNot(String formula) {
        assertThat(evaluate(formula)).isEqualTo(Value.number(0));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            FIND('an', 'banana')                        | 2
            FIND('an', 'banana', 2)                     | 4
            FIND('AN', 'banana')                        | 0
            SEARCH('an', 'banana')                      | 2
            SEARCH('AN', 'banana')                      | ~~
            LOWER('ÅNNA')                               | ånna
            UPPER('abc')                                | ABC
            LEN('héllo')                                | 5
            LEN({Empty})                                | 0
            LEFT('abcdef', 2)                           | ab
            RIGHT('abcdef', 2)                          | ef
            MID('abcdef', 2, 3)                         | bcd
            MID('abc', 9, 3)                            | ~~
            SUBSTITUTE('a-b-c', '-', '+')               | a+b+c
            SUBSTITUTE('a-b-c', '-', '+', 2)            | a-b+c
            REPLACE('abcdef', 2, 3, 'X')                | aXef
            REPT('ab', 3)                               | ababab
            TRIM('  x y  ')                             | x y
            CONCATENATE('a', 1, {Empty}, 'b')           | a1b
            T('x')                                      | x
            T(1)                                        | ~~
            VALUE('$1,200.50')                          | 1200.5
            VALUE('12%')                                | 0.12
            VALUE('none')                               | NaN
            ROUND(2.5)                                  | 3
            ROUND(-2.5, 0)                              | -3
            ROUND(1.005, 2)                             | 1.01
            ROUND(1234, -2)                             | 1200
            ROUNDUP(1.1, 0)                             | 2
            ROUNDDOWN(-1.9, 0)                          | -1
            CEILING(1.2)                                | 2
            FLOOR(-1.2)                                 | -2
            INT(-1.5)                                   | -2
            MOD(-7, 3)                                  | 2
            POWER(2, 10)                                | 1024
            ABS(-3)                                     | 3
            EVEN(3)                                     | 4
            ODD(-2)                                     | -3
            SUM({Prices}, 1)                            | 8
            MIN(3, 1, 2)                                | 1
            MAX({Prices})                               | 4
            MIN({Empty}, 5)                             | 5
            AVERAGE(1, 2, 3)                            | 2
            COUNT({Prices}, 'x')                        | 2
            COUNTA({Prices}, 'x')                       | 3
            ARRAYJOIN({Prices}, '; ')                   | 3; 4; ~~
            ARRAYJOIN(ARRAYCOMPACT({Prices}))           | 3, 4
            IF({Empty}, 'yes', 'no')                    | no
            IF(1, 'yes')                                | yes
            IF(0, 'yes')                                | ~~
            IF({Name}, 1, {Broken})                     | 1
            SWITCH('b', 'a', 1, 'b', 2, 3)              | 2
            SWITCH('z', 'a', 1, 3)                      | 3
            IFERROR({Broken}, 'saved')                  | saved
            REGEX_EXTRACT('Order 1042', '[0-9]+')       | 1042
            REGEX_REPLACE('a1b2', '[0-9]', '#')         | a#b#
            ENCODE_URL_COMPONENT('a b&c')               | a%20b%26c
            """)
    void functions(String formula, String expected) {
        assertThat(text(formula)).isEqualTo(expected.replace("~~", ""));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            DATETIME_FORMAT({At}, 'YYYY-MM-DD HH:mm')              | 2026-03-20 15:04
            DATETIME_FORMAT({Due}, 'dddd D MMMM YYYY')             | Friday 20 March 2026
            DATETIME_FORMAT({Due}, 'ddd Do MMM YY')                | Fri 20th Mar 26
            DATETIME_FORMAT({At}, 'h:mm A')                        | 3:04 PM
            DATETIME_FORMAT({At}, 'L LT')                          | 03/20/2026 3:04 PM
            DATETIME_FORMAT({At}, '[at] HH:mm:ss.SSS Z')           | at 15:04:05.678 +00:00
            DATETIME_FORMAT({At}, 'X')                             | 1774019045
            DATETIME_FORMAT(SET_TIMEZONE({At}, 'Asia/Tokyo'), 'YYYY-MM-DD HH:mm') | 2026-03-21 00:04
            DATETIME_FORMAT(SET_LOCALE({Due}, 'fr'), 'D MMMM')     | 20 mars
            DATETIME_FORMAT(DATETIME_PARSE('4 Mar 2017 11:00', 'D MMM YYYY HH:mm'), 'YYYY-MM-DD HH:mm') | 2017-03-04 11:00
            DATETIME_FORMAT(DATETIME_PARSE('20260704', 'YYYYMMDD'), 'l') | 7/4/2026
            DATETIME_FORMAT(DATETIME_PARSE('05/01/2026 1:30 pm', 'DD/MM/YYYY h:mm a'), 'YYYY-MM-DD HH:mm') | 2026-01-05 13:30
            DATESTR(TODAY())                                       | 2026-03-15
            DATESTR(DATEADD({Due}, 1, 'month'))                    | 2026-04-20
            DATESTR(DATEADD('2024-01-31', 1, 'months'))            | 2024-02-29
            DATESTR(DATEADD({Due}, -2, 'weeks'))                   | 2026-03-06
            TIMESTR(DATEADD({At}, 90, 'minutes'))                  | 16:34:05
            DATETIME_DIFF({Due}, TODAY(), 'days')                  | 5
            DATETIME_DIFF(TODAY(), {Due}, 'd')                     | -5
            DATETIME_DIFF({Due}, '2025-03-20', 'years')            | 1
            YEAR({Due})                                            | 2026
            MONTH({Due})                                           | 3
            DAY({Due})                                             | 20
            HOUR({At})                                             | 15
            WEEKDAY({Due})                                         | 5
            WEEKDAY({Due}, 'Monday')                               | 4
            DATESTR(WORKDAY({Due}, 1))                             | 2026-03-23
            WORKDAY_DIFF('2026-03-16', '2026-03-20')               | 5
            FROMNOW('2026-03-12')                                  | 3 days
            {Due} & ''                                             | 2026-03-20T00:00:00.000Z
            """)
    void dates(String formula, String expected) {
        assertThat(text(formula)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "'x' * 2",
                "1 - 'x'",
                "{Broken} & 'x'",
                "LOWER({Broken})",
                "IF({Broken}, 1, 2)",
                "ERROR()",
                "YEAR('no date')",
                "DATEADD({Due}, 1, 'fortnights')",
                "REGEX_MATCH('a', '(')",
                "AND(1, {Broken})"
            })
    void theseAreErrorsAndNoFilterKeepsThem(String formula) {
        assertThat(evaluate(formula)).isInstanceOf(Value.Failure.class);
        assertThat(Coercion.truthy(evaluate(formula))).isFalse();
    }

    @Test
    void divisionByZeroIsNoError() {
        assertThat(evaluate("1 / 0")).isEqualTo(Value.number(Double.POSITIVE_INFINITY));
        assertThat(evaluate("0 / 0")).isEqualTo(Value.number(Double.NaN));
        assertThat(Coercion.truthy(evaluate("0 / 0"))).isFalse();
    }

    @Test
    void aDateFunctionOfABlankIsBlank() {
        assertThat(evaluate("YEAR({Empty})")).isEqualTo(Value.BLANK);
        assertThat(evaluate("IS_BEFORE({Empty}, TODAY())")).isEqualTo(Value.BLANK);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "1 +",
                "(1",
                "1)",
                "'open",
                "{open",
                "AND(1,,2)",
                "AND(1 2)",
                "1 2",
                "LEFT()",
                "NOT(1, 2)",
                "1..2",
                "“curly”",
                "1 <> 2",
                "= 1",
                "{a\\}b\\}c}",
                "#"
            })
    void theseAreNoFormulas(String formula) {
        assertThat(parse(formula)).isEqualTo(new Parsed.Invalid("Invalid formula. Please check your formula text."));
    }

    @Test
    void unknownNamesAreListedInLowerCase() {
        assertThat(parse("AND({Nope}, Other, {Name}, {Nope})"))
                .isEqualTo(new Parsed.Invalid("Unknown field names: nope, other"));
        assertThat(parse("nofunction(1)")).isEqualTo(new Parsed.Invalid("Unknown function names: NOFUNCTION"));
    }

    @Test
    void depthIsLimitedAndLengthIsNot() {
        assertThat(parse("(".repeat(5000) + "1" + ")".repeat(5000))).isInstanceOf(Parsed.Invalid.class);
        assertThat(parse("-".repeat(5000) + "1")).isInstanceOf(Parsed.Invalid.class);
        assertThat(text("1" + " + 1".repeat(20_000))).isEqualTo("20001");
        StringBuilder many = new StringBuilder("OR(RECORD_ID() = 'rec0'");
        for (int i = 1; i < 1000; i++) {
            many.append(", RECORD_ID() = 'rec").append(i).append("'");
        }
        assertThat(text(many.append(", RECORD_ID() = 'recAAAAAAAAAAAAAA')").toString()))
                .isEqualTo("1");
    }

    @Test
    void fieldsAreKeptByTheirIds() {
        Parsed parsed = Formula.parse(
                "AND({Name} = 'Name', Name)", name -> Optional.of("fld1").filter(id -> name.equals("Name")));
        assertThat(parsed).isInstanceOfSatisfying(Parsed.Ok.class, ok -> {
            assertThat(ok.formula().withFieldIds()).isEqualTo("AND({fld1} = 'Name', {fld1})");
            assertThat(ok.formula().fieldIds()).containsExactly("fld1");
        });
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            1 + {Number}                 | NUMBER
            {Number} & ''                | TEXT
            IF(1, 'a', 'b')              | TEXT
            IF(1, 2)                     | NUMBER
            IF(1, 'a', 2)                | TEXT
            IF(1, BLANK(), 2)            | NUMBER
            TODAY()                      | DATE
            DATEADD({Due}, 1, 'day')     | DATE
            NOW()                        | DATE_TIME
            {Paid}                       | CHECKBOX
            SWITCH(1, 1, 'a', 'b')       | TEXT
            """)
    void theKindOfResultIsToldFromTheText(String formula, ResultKind expected) {
        Map<String, ResultKind> kinds =
                Map.of("Number", ResultKind.NUMBER, "Due", ResultKind.DATE, "Paid", ResultKind.CHECKBOX);
        assertThat(parse(formula))
                .isInstanceOfSatisfying(
                        Parsed.Ok.class,
                        ok -> assertThat(ok.formula().kind(field -> kinds.getOrDefault(field, ResultKind.TEXT)))
                                .isEqualTo(expected));
    }
}
