package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The start: one button per table. */
public final class HomeScreen {
    private static final int MOST_TABLES = 60;

    private HomeScreen() {}

    /**
     * Shows the tables a person may see.
     *
     * @param mayAdd whether there is one they may add to
     */
    public static Screen of(List<Table> tables, boolean mayAdd, Speech speech) {
        if (tables.isEmpty()) {
            return Screen.of(speech.say(Phrase.HOME_EMPTY));
        }
        List<Button> buttons = tables.stream()
                .limit(MOST_TABLES)
                .map(table -> button(table.name(), new Action.Browse(table.id(), Optional.empty(), 0)))
                .toList();
        List<Button> more = new ArrayList<>();
        more.add(button("🔎 " + speech.label(Phrase.FIND_BUTTON), new Action.Find(Optional.empty())));
        if (mayAdd) {
            more.add(button("➕ " + speech.label(Phrase.ADD_BUTTON), new Action.AddWhere()));
        }
        return Screen.with(speech.say(Phrase.HOME_TITLE))
                .grid(2, buttons)
                .row(more)
                .build();
    }

    /** Asks in which table to add. */
    public static Screen chooseForAdding(List<Table> tables, Speech speech) {
        if (tables.isEmpty()) {
            return Screen.of(speech.say(Phrase.ADD_NOWHERE));
        }
        List<Button> buttons = tables.stream()
                .limit(MOST_TABLES)
                .map(table -> button(table.name(), new Action.Add(table.id())))
                .toList();
        return Screen.with(speech.say(Phrase.ADD_WHERE))
                .grid(2, buttons)
                .row(button("⌂", new Action.Home()))
                .build();
    }
}
