package dev.basegram.sandbox.airtable.formula;

import static dev.basegram.sandbox.airtable.formula.Function.ANY;
import static dev.basegram.sandbox.airtable.formula.Function.eager;
import static dev.basegram.sandbox.airtable.formula.Function.lazy;

import java.util.List;

/** Choices, truth and errors. */
final class LogicFunctions {
    static final List<Function> ALL = List.of(
            lazy("IF", 2, 3, LogicFunctions::choose),
            lazy("SWITCH", 2, ANY, LogicFunctions::select),
            eager("AND", 1, ANY, arguments -> Value.truth(arguments.all().allMatch(Coercion::truthy))),
            eager("OR", 1, ANY, arguments -> Value.truth(arguments.all().anyMatch(Coercion::truthy))),
            eager(
                    "XOR",
                    1,
                    ANY,
                    arguments ->
                            Value.truth(arguments.all().filter(Coercion::truthy).count() % 2 == 1)),
            eager("NOT", 1, 1, arguments -> Value.truth(!Coercion.truthy(arguments.value(0)))),
            eager("TRUE", 0, 0, arguments -> Value.truth(true)),
            eager("FALSE", 0, 0, arguments -> Value.truth(false)),
            eager("BLANK", 0, 0, arguments -> Value.BLANK),
            eager("ERROR", 0, 1, Arguments::fail),
            lazy("ISERROR", 1, 1, arguments -> Value.truth(arguments.value(0) instanceof Value.Failure)),
            lazy("IS_ERROR", 1, 1, arguments -> Value.truth(arguments.value(0) instanceof Value.Failure)),
            lazy(
                    "IFERROR",
                    2,
                    2,
                    arguments -> arguments.value(0) instanceof Value.Failure ? arguments.value(1) : arguments.value(0)),
            eager(
                    "RECORD_ID",
                    0,
                    0,
                    arguments -> Value.text(arguments.evaluator().row().recordId())));

    private LogicFunctions() {}

    private static Value choose(Arguments arguments) {
        Value condition = arguments.value(0);
        if (condition instanceof Value.Failure) {
            return condition;
        }
        if (Coercion.truthy(condition)) {
            return arguments.value(1);
        }
        return arguments.has(2) ? arguments.value(2) : Value.BLANK;
    }

    private static Value select(Arguments arguments) {
        Value subject = arguments.value(0);
        if (subject instanceof Value.Failure) {
            return subject;
        }
        int at = 1;
        for (; at + 1 < arguments.size(); at += 2) {
            if (Comparison.equal(subject, arguments.value(at))) {
                return arguments.value(at + 1);
            }
        }
        return arguments.has(at) ? arguments.value(at) : Value.BLANK;
    }
}
