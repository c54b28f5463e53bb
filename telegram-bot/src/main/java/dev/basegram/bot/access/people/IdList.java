package dev.basegram.bot.access.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Ids in one column, separated by spaces, which no id holds. */
public final class IdList {
    private IdList() {}

    /** Returns the column's text. */
    public static String write(Collection<?> ids) {
        return ids.stream().map(Object::toString).collect(Collectors.joining(" "));
    }

    /** Reads the column's text; null and blank are no ids. */
    public static <T> List<T> read(@Nullable String text, Function<String, T> id) {
        return text == null || text.isBlank()
                ? List.of()
                : Arrays.stream(text.split(" ", -1)).map(id).toList();
    }
}
