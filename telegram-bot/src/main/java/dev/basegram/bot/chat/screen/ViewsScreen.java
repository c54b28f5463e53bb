package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import java.util.List;
import java.util.Optional;

/** The views of a table. */
public final class ViewsScreen {
    private static final int MOST = 60;

    private ViewsScreen() {}

    /** Shows the views that can be listed. */
    public static Screen of(Table table, Speech speech) {
        List<Button> views = table.views().stream()
                .filter(View::isListing)
                .limit(MOST)
                .map(view -> button(view.name(), new Action.Browse(table.id(), Optional.of(view.id()), 0)))
                .toList();
        return Screen.with(speech.say(Phrase.VIEWS_TITLE, table.name()))
                .row(button(speech.label(Phrase.VIEWS_ALL), new Action.Browse(table.id(), Optional.empty(), 0)))
                .grid(2, views)
                .row(button("⌂", new Action.Home()))
                .build();
    }
}
