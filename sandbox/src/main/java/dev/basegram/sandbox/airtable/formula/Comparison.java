package dev.basegram.sandbox.airtable.formula;

import java.util.Optional;

/** Equality and order between values of any kind. */
final class Comparison {
    private Comparison() {}

    /** Texts heed case; a blank equals 0, an empty text and an unticked box; a number never equals a text. */
    static boolean equal(Value left, Value right) {
        Value a = Coercion.single(left);
        Value b = Coercion.single(right);
        if (a instanceof Value.Moment || b instanceof Value.Moment) {
            Optional<Value.Moment> x = Coercion.moment(a);
            Optional<Value.Moment> y = Coercion.moment(b);
            return x.isPresent() && y.isPresent() && x.get().at().equals(y.get().at());
        }
        if (a instanceof Value.Blank || b instanceof Value.Blank) {
            return (Coercion.empty(a) && Coercion.empty(b)) || isZero(a) || isZero(b);
        }
        if (isNumber(a) && isNumber(b)) {
            return Coercion.number(a).orElseThrow() == Coercion.number(b).orElseThrow();
        }
        return isNumber(a) == isNumber(b) && Coercion.text(a).equals(Coercion.text(b));
    }

    static boolean ordered(String operator, Value left, Value right) {
        Value a = Coercion.single(left);
        Value b = Coercion.single(right);
        if (isText(a) && isText(b)) {
            return holds(operator, Coercion.text(a).compareTo(Coercion.text(b)));
        }
        double x = orderedNumber(a, b);
        double y = orderedNumber(b, a);
        return !Double.isNaN(x) && !Double.isNaN(y) && holds(operator, Double.compare(x, y));
    }

    /** A text beside a date is read as a date. */
    private static double orderedNumber(Value value, Value other) {
        if (other instanceof Value.Moment && isText(value)) {
            return Coercion.moment(value)
                    .map(moment -> (double) moment.at().toEpochMilli())
                    .orElse(Double.NaN);
        }
        return Coercion.number(value).orElse(Double.NaN);
    }

    private static boolean holds(String operator, int order) {
        return switch (operator) {
            case "<" -> order < 0;
            case "<=" -> order <= 0;
            case ">" -> order > 0;
            default -> order >= 0;
        };
    }

    private static boolean isNumber(Value value) {
        return value instanceof Value.Num || value instanceof Value.Flag;
    }

    private static boolean isText(Value value) {
        return value instanceof Value.Text || value instanceof Value.Items;
    }

    private static boolean isZero(Value value) {
        return isNumber(value) && Coercion.number(value).orElseThrow() == 0;
    }
}
