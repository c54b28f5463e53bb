package dev.basegram.bot.chat.setup;

import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /setup}: whether all is in order, and who may do what. */
@Singleton
public final class SetupCommand implements ChatCommand {
    private final CheckScreens checks;

    SetupCommand(CheckScreens checks) {
        this.checks = checks;
    }

    @Override
    public String name() {
        return "setup";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_SETUP);
    }

    @Override
    public Audience audience() {
        return Audience.ADMINS;
    }

    @Override
    public int order() {
        return 86;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        return checks.show(turn, false);
    }
}
