package dev.basegram.sandbox.airtable.formula;

import java.time.Instant;
import java.util.List;
import java.util.OptionalDouble;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The arguments of one call. Asking for an argument as a kind that it is not makes the whole call an error; the body
 * may go on with the stand-in value it gets, since its result is then dropped.
 */
final class Arguments {
    private final List<Expression> expressions;
    private final Evaluator evaluator;
    private final @Nullable Value[] known;
    private @Nullable Value failure;

    Arguments(List<Expression> expressions, Evaluator evaluator) {
        this.expressions = expressions;
        this.evaluator = evaluator;
        this.known = new Value[expressions.size()];
    }

    int size() {
        return expressions.size();
    }

    boolean has(int index) {
        return index < expressions.size();
    }

    /** The argument's value, worked out once. */
    Value value(int index) {
        Value value = known[index];
        if (value == null) {
            value = evaluator.evaluate(expressions.get(index));
            known[index] = value;
        }
        return value;
    }

    Stream<Value> all() {
        return IntStream.range(0, size()).mapToObj(this::value);
    }

    /** All arguments, the values inside lists one by one. */
    Stream<Value> flat() {
        return all().flatMap(Coercion::flatten);
    }

    String text(int index) {
        return Coercion.text(value(index));
    }

    String text(int index, String otherwise) {
        return has(index) ? text(index) : otherwise;
    }

    double number(int index) {
        OptionalDouble number = Coercion.number(value(index));
        if (number.isEmpty()) {
            failure = Value.ERROR;
        }
        return number.orElse(0);
    }

    double number(int index, double otherwise) {
        return has(index) ? number(index) : otherwise;
    }

    int whole(int index, int otherwise) {
        return (int) number(index, otherwise);
    }

    /** A date argument; a blank one makes the call blank, a text that is no date an error. */
    Value.Moment moment(int index) {
        Value value = Coercion.single(value(index));
        return Coercion.moment(value).orElseGet(() -> {
            failure = failure != null ? failure : Coercion.empty(value) ? Value.BLANK : Value.ERROR;
            return Value.moment(Instant.EPOCH);
        });
    }

    /** The fields that the arguments name, for functions about fields rather than their values. */
    Set<String> fieldIds() {
        return expressions.stream()
                .filter(Expression.Field.class::isInstance)
                .map(expression -> ((Expression.Field) expression).id())
                .collect(Collectors.toSet());
    }

    Value fail() {
        failure = Value.ERROR;
        return Value.ERROR;
    }

    Evaluator evaluator() {
        return evaluator;
    }

    /** The result in the light of what went wrong on the way. */
    Value settle(Value result) {
        return failure != null ? failure : result;
    }
}
