package dev.basegram.sandbox.airtable.formula;

import static dev.basegram.sandbox.airtable.formula.Function.ANY;
import static dev.basegram.sandbox.airtable.formula.Function.eager;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.DoubleStream;

/** Functions about numbers; those over many values leave texts and blanks out. */
final class NumberFunctions {
    private static final Pattern NUMBER = Pattern.compile("-?(\\d+\\.?\\d*|\\.\\d+)");

    static final List<Function> ALL = List.of(
            eager("ABS", 1, 1, arguments -> Value.number(Math.abs(arguments.number(0)))),
            eager("SUM", 1, ANY, arguments -> Value.number(numbers(arguments).sum())),
            eager(
                    "MIN",
                    1,
                    ANY,
                    arguments -> Value.number(numbers(arguments).min().orElse(0))),
            eager(
                    "MAX",
                    1,
                    ANY,
                    arguments -> Value.number(numbers(arguments).max().orElse(0))),
            eager(
                    "AVERAGE",
                    1,
                    ANY,
                    arguments -> Value.number(numbers(arguments).average().orElse(Double.NaN))),
            eager("COUNT", 1, ANY, arguments -> Value.number(numbers(arguments).count())),
            eager(
                    "COUNTA",
                    1,
                    ANY,
                    arguments -> Value.number(arguments
                            .flat()
                            .filter(value -> !Coercion.empty(value))
                            .count())),
            eager("COUNTALL", 1, ANY, arguments -> Value.number(arguments.flat().count())),
            eager("ROUND", 1, 2, arguments -> rounded(arguments, RoundingMode.HALF_UP)),
            eager("ROUNDUP", 1, 2, arguments -> rounded(arguments, RoundingMode.UP)),
            eager("ROUNDDOWN", 1, 2, arguments -> rounded(arguments, RoundingMode.DOWN)),
            eager("CEILING", 1, 2, arguments -> step(arguments, true)),
            eager("FLOOR", 1, 2, arguments -> step(arguments, false)),
            eager("INT", 1, 1, arguments -> Value.number(Math.floor(arguments.number(0)))),
            eager("EVEN", 1, 1, arguments -> Value.number(awayFromZero(arguments.number(0), 0))),
            eager("ODD", 1, 1, arguments -> Value.number(awayFromZero(arguments.number(0), 1))),
            eager("MOD", 2, 2, arguments -> modulo(arguments.number(0), arguments.number(1))),
            eager("POWER", 2, 2, arguments -> Value.number(Math.pow(arguments.number(0), arguments.number(1)))),
            eager("EXP", 1, 1, arguments -> Value.number(Math.exp(arguments.number(0)))),
            eager("SQRT", 1, 1, arguments -> Value.number(Math.sqrt(arguments.number(0)))),
            eager(
                    "LOG",
                    1,
                    2,
                    arguments -> Value.number(Math.log(arguments.number(0)) / Math.log(arguments.number(1, 10)))),
            eager("VALUE", 1, 1, NumberFunctions::parsed));

    private NumberFunctions() {}

    private static DoubleStream numbers(Arguments arguments) {
        return arguments
                .flat()
                .filter(value -> value instanceof Value.Num || value instanceof Value.Flag)
                .mapToDouble(value -> Coercion.number(value).orElseThrow());
    }

    /** A half goes away from zero, judged on the decimal digits a person sees. */
    private static Value rounded(Arguments arguments, RoundingMode mode) {
        double number = arguments.number(0);
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Value.number(number);
        }
        int digits = Math.clamp(arguments.whole(1, 0), -300, 300);
        return Value.number(BigDecimal.valueOf(number).setScale(digits, mode).doubleValue());
    }

    private static Value step(Arguments arguments, boolean up) {
        double size = arguments.number(1, 1);
        double steps = arguments.number(0) / size;
        return Value.number((up ? Math.ceil(steps) : Math.floor(steps)) * size);
    }

    private static double awayFromZero(double number, int remainder) {
        double whole = Math.ceil(Math.abs(number));
        double result = whole % 2 == remainder ? whole : whole + 1;
        return number < 0 ? -result : result;
    }

    /** The result has the divisor's sign. */
    private static Value modulo(double number, double divisor) {
        return Value.number(number - divisor * Math.floor(number / divisor));
    }

    /** Leaves out everything that is no digit, so that {@code VALUE("$1,200.50")} is 1200.5. */
    private static Value parsed(Arguments arguments) {
        Value value = Coercion.single(arguments.value(0));
        if (!(value instanceof Value.Text(String text))) {
            return Value.number(arguments.number(0));
        }
        if (text.isEmpty()) {
            return Value.BLANK;
        }
        Matcher matcher = NUMBER.matcher(text.replaceAll("[^0-9.\\-]", ""));
        double number = matcher.find() ? Double.parseDouble(matcher.group()) : Double.NaN;
        return Value.number(text.strip().endsWith("%") ? number / 100 : number);
    }
}
