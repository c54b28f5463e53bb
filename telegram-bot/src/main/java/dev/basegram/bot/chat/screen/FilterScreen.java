package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.FilterPress;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** The screens on which a list is narrowed: by which field, then to which of its options. */
public final class FilterScreen {
    private static final int MOST = 40;

    /** A field or an option. */
    public record Choice(String label, Action action) {}

    /**
     * The options of a field.
     *
     * @param left how many rows the list has now, in words
     * @param words what the list is narrowed to, in words; null for nothing
     * @param list leads to the list
     * @param fields leads to the other fields; empty where there are none
     */
    public record Options(
            Table table,
            Field field,
            List<Choice> choices,
            String left,
            @Nullable String words,
            Action list,
            Optional<Action> fields) {}

    private FilterScreen() {}

    /** Asks by which field. */
    public static Screen fields(Table table, List<Choice> choices, boolean active, Action list, Speech speech) {
        List<Button> last = new ArrayList<>();
        last.add(button("◀ " + speech.label(Phrase.BACK_BUTTON), list));
        if (active) {
            last.add(clear(table, speech));
        }
        return Screen.with(speech.say(Phrase.FILTER_BY, table.name()))
                .grid(2, buttons(choices))
                .row(last)
                .build();
    }

    /** Shows the options of a field, to be marked. */
    public static Screen options(Options options, Speech speech) {
        Html title = speech.say(
                Phrase.FILTER_MARK, options.table().name(), options.field().name());
        List<Button> last = new ArrayList<>();
        last.add(
                button("◀ " + speech.label(Phrase.BACK_BUTTON), options.fields().orElse(options.list())));
        if (options.words() != null) {
            last.add(clear(options.table(), speech));
        }
        return Screen.with(title)
                .grid(2, buttons(options.choices()))
                .row(button("✔️ " + speech.label(Phrase.FILTER_SHOW, options.left()), options.list()))
                .row(last)
                .build();
    }

    private static List<Button> buttons(List<Choice> choices) {
        return choices.stream()
                .limit(MOST)
                .map(choice -> button(choice.label(), choice.action()))
                .toList();
    }

    private static Button clear(Table table, Speech speech) {
        return button(
                "✖ " + speech.label(Phrase.FILTER_CLEAR),
                new Action.Filter(FilterPress.of(FilterPress.Kind.CLEAR, table.id())));
    }
}
