package dev.basegram.bot.ops.commands;

import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /replay}: the updates that were given up. */
@Singleton
class ReplayCommand implements ChatCommand {
    private final DeadLetterScreens screens;

    ReplayCommand(DeadLetterScreens screens) {
        this.screens = screens;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_REPLAY);
    }

    @Override
    public Audience audience() {
        return Audience.OWNER;
    }

    @Override
    public int order() {
        return 91;
    }

    @Override
    public Reply run(Turn turn, String arguments) {
        turn.session(session -> session.withForm(null));
        return screens.list(turn, 0);
    }
}
