package dev.basegram.common;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * Gathers what is wrong with the environment, so that one start names every variable to mend.
 *
 * <p>A line names the variable, what was wrong and an example; a secret's value never gets here.
 */
public final class VariableProblems {
    private final List<String> lines = new ArrayList<>();

    /** Notes that a variable is missing or wrong. */
    public void add(String variable, String wrong, String example) {
        lines.add("%s %s. Example: %s=%s".formatted(variable, wrong, variable, example));
    }

    /** Requires a variable: notes a missing or blank one. */
    public void require(String variable, Optional<String> value, String example) {
        if (value.filter(v -> !v.isBlank()).isEmpty()) {
            add(variable, "is not set", example);
        }
    }

    /**
     * Checks a variable that is set by parsing it; one that is not set is no problem here.
     *
     * @param parse throws {@link IllegalArgumentException} with the end of the sentence «VARIABLE …»
     */
    public void check(String variable, Optional<String> value, Function<String, ?> parse, String example) {
        value.filter(v -> !v.isBlank()).ifPresent(text -> {
            try {
                var _ = parse.apply(text);
            } catch (IllegalArgumentException e) {
                add(variable, String.valueOf(e.getMessage()), example);
            }
        });
    }

    /** Returns the problems, a line each; empty when all is well. */
    public List<String> lines() {
        return List.copyOf(lines);
    }
}
