package dev.basegram.bot.chat.people;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** What is the person's own: the tables of which they see only their rows. */
@Singleton
public class MyRecords {
    private final Browsing browsing;
    private final Sharing sharing;

    MyRecords(Browsing browsing, Sharing sharing) {
        this.browsing = browsing;
        this.sharing = sharing;
    }

    /** Shows the rows where there is one such table, and the tables where there are several. */
    public Reply show(Turn turn) throws InterruptedException {
        if (turn.base().lacksIdentity() && turn.update().chat().isPrivate()) {
            return Reply.NONE.and(sharing.ask(turn.speech()));
        }
        return turn.given(turn.base().tables(), tables -> {
            List<Table> own = tables.stream().filter(turn.base()::onlyOwn).toList();
            return switch (own.size()) {
                case 0 -> Reply.say(turn.speech().say(Phrase.MY_NONE));
                case 1 -> browsing.list(turn, own.getFirst().id(), Optional.empty(), 0);
                default -> Reply.show(choice(turn, own));
            };
        });
    }

    private static Screen choice(Turn turn, List<Table> own) {
        return Screen.with(turn.speech().say(Phrase.MY_TITLE))
                .grid(
                        2,
                        own.stream()
                                .map(table -> button(table.name(), new Action.Browse(table.id(), Optional.empty(), 0)))
                                .toList())
                .row(button("⌂", new Action.Home()))
                .build();
    }
}
