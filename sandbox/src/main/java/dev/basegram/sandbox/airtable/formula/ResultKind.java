package dev.basegram.sandbox.airtable.formula;

import java.util.List;
import java.util.Set;

/** What kind of value a formula gives, told from its text alone; the schema shows it as the field's result type. */
public enum ResultKind {
    /** Also when branches differ: the service then turns numbers into text. */
    TEXT,
    NUMBER,
    DATE,
    DATE_TIME,
    CHECKBOX,
    /** Always empty; takes the kind of whatever stands beside it. */
    NOTHING;

    private static final Set<String> TEXTS = Set.of(
            "CONCATENATE",
            "LOWER",
            "UPPER",
            "TRIM",
            "T",
            "LEFT",
            "RIGHT",
            "MID",
            "SUBSTITUTE",
            "REPLACE",
            "REPT",
            "ENCODE_URL_COMPONENT",
            "REGEX_EXTRACT",
            "REGEX_REPLACE",
            "ARRAYJOIN",
            "RECORD_ID",
            "DATETIME_FORMAT",
            "DATESTR",
            "TIMESTR",
            "FROMNOW",
            "TONOW",
            "ARRAYUNIQUE",
            "ARRAYCOMPACT",
            "ARRAYFLATTEN",
            "ARRAYSLICE");
    private static final Set<String> TIMES =
            Set.of("NOW", "CREATED_TIME", "LAST_MODIFIED_TIME", "DATETIME_PARSE", "SET_TIMEZONE", "SET_LOCALE");

    static ResultKind of(Expression expression, java.util.function.Function<String, ResultKind> fields) {
        return switch (expression) {
            case Expression.Literal(Value value) -> value instanceof Value.Text ? TEXT : NUMBER;
            case Expression.Field(String id) -> fields.apply(id);
            case Expression.Negation ignored -> NUMBER;
            case Expression.Chain chain -> ofChain(chain, fields);
            case Expression.Call(Function function, List<Expression> arguments) ->
                ofCall(function.name(), arguments, fields);
        };
    }

    private static ResultKind ofChain(Expression.Chain chain, java.util.function.Function<String, ResultKind> fields) {
        String operator = chain.links().getLast().operator();
        if (operator.equals("&")) {
            return TEXT;
        }
        boolean texts = operator.equals("+")
                && (of(chain.first(), fields) == TEXT
                        || chain.links().stream().anyMatch(link -> of(link.operand(), fields) == TEXT));
        return texts ? TEXT : NUMBER;
    }

    private static ResultKind ofCall(
            String name, List<Expression> arguments, java.util.function.Function<String, ResultKind> fields) {
        if (TEXTS.contains(name)) {
            return TEXT;
        }
        if (TIMES.contains(name)) {
            return DATE_TIME;
        }
        return switch (name) {
            case "TODAY" -> DATE;
            case "DATEADD", "WORKDAY" -> of(arguments.getFirst(), fields);
            case "BLANK", "ERROR" -> NOTHING;
            case "IF" -> common(arguments.subList(1, arguments.size()), fields);
            case "IFERROR" -> common(arguments, fields);
            case "SWITCH" -> common(branches(arguments), fields);
            default -> NUMBER;
        };
    }

    private static List<Expression> branches(List<Expression> arguments) {
        return java.util.stream.IntStream.range(1, arguments.size())
                .filter(index -> index % 2 == 0 || index == arguments.size() - 1)
                .mapToObj(arguments::get)
                .toList();
    }

    private static ResultKind common(
            List<Expression> expressions, java.util.function.Function<String, ResultKind> fields) {
        List<ResultKind> kinds = expressions.stream()
                .map(expression -> of(expression, fields))
                .filter(kind -> kind != NOTHING)
                .distinct()
                .toList();
        return kinds.isEmpty() ? NOTHING : kinds.size() == 1 ? kinds.getFirst() : TEXT;
    }
}
