package dev.basegram.sandbox.airtable.formula;

import java.time.Clock;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;

/** Works a formula's tree out for one row. */
final class Evaluator {
    private final FormulaRow row;
    private final Clock clock;

    Evaluator(FormulaRow row, Clock clock) {
        this.row = row;
        this.clock = clock;
    }

    FormulaRow row() {
        return row;
    }

    Clock clock() {
        return clock;
    }

    Value evaluate(Expression expression) {
        return switch (expression) {
            case Expression.Literal(Value value) -> value;
            case Expression.Field(String id) -> row.field(id);
            case Expression.Negation(Expression operand) -> arithmetic("-", Value.number(0), evaluate(operand));
            case Expression.Chain(Expression first, List<Expression.Link> links) -> chain(evaluate(first), links);
            case Expression.Call(Function function, List<Expression> arguments) -> call(function, arguments);
        };
    }

    private Value chain(Value first, List<Expression.Link> links) {
        Value result = first;
        for (Expression.Link link : links) {
            Value right = evaluate(link.operand());
            result = failed(result) ? result : failed(right) ? right : apply(link.operator(), result, right);
        }
        return result;
    }

    private Value call(Function function, List<Expression> expressions) {
        Arguments arguments = new Arguments(expressions, this);
        if (!function.lazy()) {
            Optional<Value> failure = arguments.flat().filter(Evaluator::failed).findFirst();
            if (failure.isPresent()) {
                return failure.get();
            }
        }
        return arguments.settle(function.body().apply(arguments));
    }

    private static boolean failed(Value value) {
        return value instanceof Value.Failure;
    }

    private static Value apply(String operator, Value left, Value right) {
        return switch (operator) {
            case "&" -> Value.text(Coercion.text(left) + Coercion.text(right));
            case "=" -> Value.truth(Comparison.equal(left, right));
            case "!=" -> Value.truth(!Comparison.equal(left, right));
            case "<", "<=", ">", ">=" -> Value.truth(Comparison.ordered(operator, left, right));
            case "+" -> plus(left, right);
            default -> arithmetic(operator, left, right);
        };
    }

    /** Two texts are joined: people write {@code +} where {@code &} is meant, and the service does what they mean. */
    private static Value plus(Value left, Value right) {
        boolean texts = Coercion.single(left) instanceof Value.Text || Coercion.single(right) instanceof Value.Text;
        return texts ? Value.text(Coercion.text(left) + Coercion.text(right)) : arithmetic("+", left, right);
    }

    private static Value arithmetic(String operator, Value left, Value right) {
        OptionalDouble a = Coercion.number(left);
        OptionalDouble b = Coercion.number(right);
        if (failed(right) || a.isEmpty() || b.isEmpty()) {
            return Value.ERROR;
        }
        return Value.number(
                switch (operator) {
                    case "+" -> a.getAsDouble() + b.getAsDouble();
                    case "-" -> a.getAsDouble() - b.getAsDouble();
                    case "*" -> a.getAsDouble() * b.getAsDouble();
                    default -> a.getAsDouble() / b.getAsDouble();
                });
    }
}
