package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.people.MyRecords;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /my}: what is the person's own. */
@Singleton
final class MyCommand implements ChatCommand {
    private final MyRecords mine;

    MyCommand(MyRecords mine) {
        this.mine = mine;
    }

    @Override
    public String name() {
        return "my";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_MY);
    }

    @Override
    public int order() {
        return 25;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        return mine.show(turn);
    }
}
