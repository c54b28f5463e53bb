package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /menu}: the tables. */
@Singleton
final class MenuCommand implements ChatCommand {
    private final Browsing browsing;

    MenuCommand(Browsing browsing) {
        this.browsing = browsing;
    }

    @Override
    public String name() {
        return "menu";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_MENU);
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        return browsing.home(turn);
    }
}
