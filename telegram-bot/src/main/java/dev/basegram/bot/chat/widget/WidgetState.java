package dev.basegram.bot.chat.widget;

import dev.basegram.bot.telegram.SentFile;
import java.util.ArrayList;
import java.util.List;

/**
 * What a widget remembers between two presses or messages of one step. Immutable.
 *
 * @param page the page, or the month counted from now
 * @param query what was typed to narrow the choice; empty for nothing
 * @param chosen what is marked so far: option names, record ids; with files, the names of those that could not be taken
 * @param files what was sent so far
 * @param offered what the buttons on the screen stand for, in their order, where that comes from the base: record ids
 */
public record WidgetState(int page, String query, List<String> chosen, List<SentFile> files, List<String> offered) {
    /** Nothing yet. */
    public static final WidgetState NEW = new WidgetState(0, "", List.of(), List.of(), List.of());

    /** Creates copies of the lists. */
    public WidgetState {
        chosen = List.copyOf(chosen);
        files = List.copyOf(files);
        offered = List.copyOf(offered);
    }

    /** Returns the state at another page. */
    public WidgetState withPage(int other) {
        return new WidgetState(other, query, chosen, files, offered);
    }

    /** Returns the state narrowed by a text, at its first page. */
    public WidgetState withQuery(String other) {
        return new WidgetState(0, other, chosen, files, offered);
    }

    /** Returns the state with other marks. */
    public WidgetState withChosen(List<String> other) {
        return new WidgetState(page, query, other, files, offered);
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
        return new WidgetState(page, query, chosen, other, offered);
    }

    /** Returns the state with other records behind its buttons. */
    public WidgetState withOffered(List<String> other) {
        return new WidgetState(page, query, chosen, files, other);
    }
}
