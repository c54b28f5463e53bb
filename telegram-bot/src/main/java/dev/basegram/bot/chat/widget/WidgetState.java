package dev.basegram.bot.chat.widget;

import dev.basegram.bot.telegram.SentFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What a widget remembers between two presses or messages of one step. Immutable.
 *
 * @param page the page, or the month counted from now
 * @param query what was typed to narrow the choice; empty for nothing
 * @param chosen what is marked so far: option names, record ids
 * @param files what was sent so far
 */
public record WidgetState(int page, String query, List<String> chosen, List<SentFile> files) {
    /** Nothing yet. */
    public static final WidgetState NEW = new WidgetState(0, "", List.of(), List.of());

    /** Creates copies of the lists. */
    public WidgetState {
        chosen = List.copyOf(chosen);
        files = List.copyOf(files);
    }

    /** Returns the state at another page. */
    public WidgetState withPage(int other) {
        return new WidgetState(other, query, chosen, files);
    }

    /** Returns the state narrowed by a text, at its first page. */
    public WidgetState withQuery(String other) {
        return new WidgetState(0, other, chosen, files);
    }

    /** Returns the state with other marks. */
    public WidgetState withChosen(List<String> other) {
        return new WidgetState(page, query, other, files);
    }

    /** Returns the state with one mark set or taken away. */
    public WidgetState toggled(String mark) {
        List<String> marks = new ArrayList<>(chosen);
        if (!marks.remove(mark)) {
            marks.add(mark);
        }
        return withChosen(marks);
    }

    /** Returns the state with other files. */
    public WidgetState withFiles(List<SentFile> other) {
        return new WidgetState(page, query, chosen, other);
    }
}
