package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.form.Drafts;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /drafts}: unfinished forms. */
@Singleton
final class DraftsCommand implements ChatCommand {
    private final Drafts drafts;

    DraftsCommand(Drafts drafts) {
        this.drafts = drafts;
    }

    @Override
    public String name() {
        return "drafts";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_DRAFTS);
    }

    @Override
    public int order() {
        return 50;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        return drafts.show(turn);
    }
}
