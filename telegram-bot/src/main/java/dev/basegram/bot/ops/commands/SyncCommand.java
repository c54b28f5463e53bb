package dev.basegram.bot.ops.commands;

import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /sync}: reads the schema anew and says what has changed. */
@Singleton
class SyncCommand implements ChatCommand {
    private final SchemaSync sync;

    SyncCommand(SchemaSync sync) {
        this.sync = sync;
    }

    @Override
    public String name() {
        return "sync";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_SYNC);
    }

    @Override
    public Audience audience() {
        return Audience.ADMINS;
    }

    @Override
    public int order() {
        return 88;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        return sync.run(turn);
    }
}
