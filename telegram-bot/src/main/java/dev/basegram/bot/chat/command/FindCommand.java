package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.browse.Searching;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code /find words}: searches every table. */
@Singleton
final class FindCommand implements ChatCommand {
    private final Searching searching;

    FindCommand(Searching searching) {
        this.searching = searching;
    }

    @Override
    public String name() {
        return "find";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_FIND);
    }

    @Override
    public int order() {
        return 40;
    }

    @Override
    public boolean inGroups() {
        return true;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        // Without being asked by name the bot would not get to read the words that come next in a group.
        return arguments.isEmpty() && !turn.update().chat().isPrivate()
                ? Reply.say(turn.speech().say(Phrase.GROUP_FIND))
                : searching.find(turn, Optional.empty(), arguments);
    }
}
