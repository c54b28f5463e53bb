package dev.basegram.bot.ops.commands;

import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /resume}: handles what was held back. */
@Singleton
class ResumeCommand implements ChatCommand {
    private final Pausing pausing;

    ResumeCommand(Pausing pausing) {
        this.pausing = pausing;
    }

    @Override
    public String name() {
        return "resume";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_RESUME);
    }

    @Override
    public Audience audience() {
        return Audience.OWNER;
    }

    @Override
    public int order() {
        return 93;
    }

    @Override
    public Reply run(Turn turn, String arguments) {
        turn.session(session -> session.withForm(null));
        return pausing.resume(turn);
    }
}
