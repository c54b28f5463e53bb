package dev.basegram.bot.chat.cell;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** What one list has over another. */
final class Delta {
    private Delta() {}

    static <T> List<T> added(List<T> before, List<T> after) {
        return after.stream().filter(each -> !before.contains(each)).toList();
    }

    static <T> Set<T> removed(List<T> before, List<T> after) {
        Set<T> removed = new LinkedHashSet<>(before);
        after.forEach(removed::remove);
        return removed;
    }
}
