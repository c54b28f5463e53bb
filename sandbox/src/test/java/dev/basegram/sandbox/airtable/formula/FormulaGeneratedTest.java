package dev.basegram.sandbox.airtable.formula;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Formulas by the thousand, made from a seed, against what they must come to whatever they say. */
class FormulaGeneratedTest {
    private static final String CHARACTERS = "abcXYZ 0159'\"\\{}()&,=\n\téЖ😀-+*/<>";

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void arithmeticIsWhatJavaMakesOfIt(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 2_000; i++) {
            Sum sum = sum(random, 4);
            assertThat(evaluate(sum.text())).as(sum.text()).isEqualTo(Value.number(sum.value()));
        }
    }

    /** A formula with its value, worked out beside it. */
    private record Sum(String text, double value) {}

    private static Sum sum(Random random, int depth) {
        if (depth == 0 || random.nextInt(4) == 0) {
            int number = random.nextInt(100);
            return new Sum(Integer.toString(number), number);
        }
        Sum left = sum(random, depth - 1);
        Sum right = sum(random, depth - 1);
        return switch (random.nextInt(5)) {
            case 0 -> new Sum("(" + left.text() + " + " + right.text() + ")", left.value() + right.value());
            case 1 -> new Sum("(" + left.text() + "-" + right.text() + ")", left.value() - right.value());
            case 2 -> new Sum("(" + left.text() + ") * (" + right.text() + ")", left.value() * right.value());
            case 3 ->
                new Sum(
                        "IF(" + left.text() + " < " + right.text() + ", " + left.text() + ", " + right.text() + ")",
                        left.value() < right.value() ? left.value() : right.value());
            default -> new Sum("MAX(" + left.text() + "," + right.text() + ")", Math.max(left.value(), right.value()));
        };
    }

    @ParameterizedTest
    @ValueSource(longs = {4, 5, 6})
    void anyTextSurvivesQuoting(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 3_000; i++) {
            String text = text(random);
            String single = "'" + text.replace("\\", "\\\\").replace("'", "\\'") + "'";
            String twice = "\"" + text.replace("\\", "\\\\").replace("\"", "\\\"") + "\"";
            assertThat(evaluate(single)).isEqualTo(Value.text(text));
            assertThat(evaluate(twice)).isEqualTo(Value.text(text));
            assertThat(evaluate(single + " = " + twice)).isEqualTo(Value.number(1));
            assertThat(evaluate("LEFT(" + single + ", 3) & MID(" + single + ", 4, 100)"))
                    .isEqualTo(Value.text(text));
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {7, 8, 9})
    void anyTextIsAFormulaOrIsSaidNotToBe(long seed) {
        Random random = new Random(seed);
        for (int i = 0; i < 20_000; i++) {
            String formula = text(random) + (random.nextBoolean() ? "AND(" : "") + text(random);
            switch (Formula.parse(formula, name -> Optional.of(name))) {
                case Parsed.Ok(Formula parsed) ->
                    assertThat(parsed.evaluate(new BlankRow(), Clock.systemUTC()))
                            .as(formula)
                            .isNotNull();
                case Parsed.Invalid(String reason) -> assertThat(reason).isNotBlank();
            }
        }
    }

    @ParameterizedTest
    @ValueSource(longs = {10, 11})
    void aDateWrittenAndReadIsTheSame(long seed) {
        Random random = new Random(seed);
        String[] formats = {"YYYY-MM-DD HH:mm:ss", "D MMM YYYY HH:mm:ss", "MM/DD/YYYY h:mm:ss A", "X", "YYYYMMDDHHmmss"
        };
        for (int i = 0; i < 2_000; i++) {
            Instant at = Instant.ofEpochSecond(random.nextLong(0, 4_102_444_800L));
            String format = formats[random.nextInt(formats.length)];
            String formula = "DATETIME_PARSE(DATETIME_FORMAT('" + at + "', '" + format + "'), '" + format + "')";
            assertThat(evaluate(formula)).as(formula).isEqualTo(Value.moment(at));
        }
    }

    private static String text(Random random) {
        StringBuilder text = new StringBuilder();
        for (int length = random.nextInt(12); length > 0; length--) {
            text.append(CHARACTERS.charAt(random.nextInt(CHARACTERS.length())));
        }
        return text.toString();
    }

    private static Value evaluate(String formula) {
        return switch (Formula.parse(formula, name -> Optional.empty())) {
            case Parsed.Ok(Formula parsed) -> parsed.evaluate(new BlankRow(), Clock.systemUTC());
            case Parsed.Invalid(String reason) -> throw new AssertionError(formula + ": " + reason);
        };
    }

    private static final class BlankRow implements FormulaRow {
        @Override
        public Value field(String fieldId) {
            return Value.BLANK;
        }

        @Override
        public String recordId() {
            return "recAAAAAAAAAAAAAA";
        }

        @Override
        public Instant createdTime() {
            return Instant.EPOCH;
        }

        @Override
        public Instant lastModifiedTime(Set<String> fieldIds) {
            return Instant.EPOCH;
        }
    }
}
