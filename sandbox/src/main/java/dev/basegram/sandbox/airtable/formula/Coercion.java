package dev.basegram.sandbox.airtable.formula;

import java.math.BigDecimal;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** How a value of one kind is read as another. */
public final class Coercion {
    private static final DateTimeFormatter ISO =
            DateTimeFormatter.ofPattern("yyyy-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(java.time.ZoneOffset.UTC);

    private Coercion() {}

    /** The text that {@code &} joins; several values are separated by a comma and a space. */
    public static String text(Value value) {
        return switch (value) {
            case Value.Blank() -> "";
            case Value.Text(String text) -> text;
            case Value.Num(double number) -> text(number);
            case Value.Flag(boolean on) -> on ? "1" : "";
            case Value.Moment moment -> ISO.format(moment.at());
            case Value.Items(List<Value> values) ->
                values.stream().map(Coercion::text).collect(Collectors.joining(", "));
            case Value.Failure(String text) -> text;
        };
    }

    /** A number without an exponent and without trailing zeros. */
    public static String text(double number) {
        if (Double.isNaN(number) || Double.isInfinite(number)) {
            return Double.isNaN(number) ? "NaN" : number > 0 ? "Infinity" : "-Infinity";
        }
        if (number == Math.rint(number) && Math.abs(number) < 1e15) {
            return Long.toString((long) number);
        }
        return new BigDecimal(Double.toString(number)).stripTrailingZeros().toPlainString();
    }

    /** The number; a blank is 0, a date its milliseconds, a text none. */
    public static OptionalDouble number(Value value) {
        return switch (single(value)) {
            case Value.Blank() -> OptionalDouble.of(0);
            case Value.Num(double number) -> OptionalDouble.of(number);
            case Value.Flag(boolean on) -> OptionalDouble.of(on ? 1 : 0);
            case Value.Moment moment -> OptionalDouble.of((double) moment.at().toEpochMilli());
            case Value.Text(String text) -> text.isEmpty() ? OptionalDouble.of(0) : OptionalDouble.empty();
            case Value.Items ignored -> OptionalDouble.empty();
            case Value.Failure ignored -> OptionalDouble.empty();
        };
    }

    /** The point in time; a text is read as ISO 8601 or one of the usual ways to write a date. */
    public static Optional<Value.Moment> moment(Value value) {
        return switch (single(value)) {
            case Value.Moment moment -> Optional.of(moment);
            case Value.Text(String text) -> DateReading.any(text);
            default -> Optional.empty();
        };
    }

    /** Whether a filter keeps a row: everything but 0, false, empty, NaN and an error. */
    public static boolean truthy(Value value) {
        return switch (value) {
            case Value.Blank() -> false;
            case Value.Text(String text) -> !text.isEmpty();
            case Value.Num(double number) -> number != 0 && !Double.isNaN(number);
            case Value.Flag(boolean on) -> on;
            case Value.Moment ignored -> true;
            case Value.Items(List<Value> values) -> values.stream().anyMatch(Coercion::truthy);
            case Value.Failure ignored -> false;
        };
    }

    /** A list of one is read as that one, a list of none as a blank. */
    static Value single(Value value) {
        if (value instanceof Value.Items(List<Value> values) && values.size() < 2) {
            return values.isEmpty() ? Value.BLANK : single(values.getFirst());
        }
        return value;
    }

    /** The values inside, at any depth. */
    static Stream<Value> flatten(Value value) {
        return value instanceof Value.Items(List<Value> values)
                ? values.stream().flatMap(Coercion::flatten)
                : Stream.of(value);
    }

    /** Whether the value is nothing: blank, an empty text, or a list of such. */
    static boolean empty(Value value) {
        return switch (value) {
            case Value.Blank() -> true;
            case Value.Text(String text) -> text.isEmpty();
            case Value.Items(List<Value> values) -> values.stream().allMatch(Coercion::empty);
            default -> false;
        };
    }
}
