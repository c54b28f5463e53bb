package dev.basegram.sandbox.airtable.formula;

import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Every function by its name; names do not heed case. */
final class Functions {
    private static final Map<String, Function> BY_NAME = Stream.of(
                    LogicFunctions.ALL, TextFunctions.ALL, NumberFunctions.ALL, DateFunctions.ALL, ListFunctions.ALL)
            .flatMap(java.util.List::stream)
            .collect(Collectors.toUnmodifiableMap(Function::name, function -> function));

    private Functions() {}

    static @Nullable Function named(String name) {
        return BY_NAME.get(name.toUpperCase(Locale.ROOT));
    }
}
