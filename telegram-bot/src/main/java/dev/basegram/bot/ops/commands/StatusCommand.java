package dev.basegram.bot.ops.commands;

import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /status}: how the bot is doing. */
@Singleton
class StatusCommand implements ChatCommand {
    private final StatusScreen screen;

    StatusCommand(StatusScreen screen) {
        this.screen = screen;
    }

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_STATUS);
    }

    @Override
    public Audience audience() {
        return Audience.ADMINS;
    }

    @Override
    public int order() {
        return 87;
    }

    @Override
    public Reply run(Turn turn, String arguments) {
        turn.session(session -> session.withForm(null));
        return Reply.show(screen.of(turn));
    }
}
