package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.chat.undo.Undo;
import jakarta.inject.Singleton;

/** {@code /undo}: takes the last change back. */
@Singleton
final class UndoCommand implements ChatCommand {
    private final Undo undo;

    UndoCommand(Undo undo) {
        this.undo = undo;
    }

    @Override
    public String name() {
        return "undo";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_UNDO);
    }

    @Override
    public Audience audience() {
        return Audience.EDITORS;
    }

    @Override
    public int order() {
        return 60;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        return undo.last(turn);
    }
}
