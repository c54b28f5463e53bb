package dev.basegram.sandbox.airtable.formula;

import static dev.basegram.sandbox.airtable.formula.Function.ANY;
import static dev.basegram.sandbox.airtable.formula.Function.eager;

import java.util.List;
import java.util.stream.Collectors;

/** Functions over several values at once. */
final class ListFunctions {
    static final List<Function> ALL = List.of(
            eager("ARRAYJOIN", 1, 2, ListFunctions::join),
            eager(
                    "ARRAYUNIQUE",
                    1,
                    ANY,
                    arguments -> new Value.Items(arguments
                            .flat()
                            .filter(v -> !Coercion.empty(v))
                            .distinct()
                            .toList())),
            eager(
                    "ARRAYCOMPACT",
                    1,
                    ANY,
                    arguments -> new Value.Items(
                            arguments.flat().filter(v -> !Coercion.empty(v)).toList())),
            eager(
                    "ARRAYFLATTEN",
                    1,
                    ANY,
                    arguments -> new Value.Items(arguments.flat().toList())),
            eager("ARRAYSLICE", 2, 3, ListFunctions::slice));

    private ListFunctions() {}

    private static Value join(Arguments arguments) {
        return Value.text(Coercion.flatten(arguments.value(0))
                .map(Coercion::text)
                .collect(Collectors.joining(arguments.text(1, ", "))));
    }

    /** From 1; a negative end counts from the last. */
    private static Value slice(Arguments arguments) {
        List<Value> values = Coercion.flatten(arguments.value(0)).toList();
        int from = Math.clamp(arguments.whole(1, 1) - 1L, 0, values.size());
        int end = arguments.whole(2, values.size());
        return new Value.Items(
                values.subList(from, Math.clamp(end < 0 ? values.size() + end : end, from, values.size())));
    }
}
