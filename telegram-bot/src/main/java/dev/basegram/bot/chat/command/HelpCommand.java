package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Provider;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;

/** {@code /help}: what this person can do here. */
@Singleton
final class HelpCommand implements ChatCommand {
    private final Provider<CommandRegistry> registry;

    HelpCommand(Provider<CommandRegistry> registry) {
        this.registry = registry;
    }

    @Override
    public String name() {
        return "help";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_HELP);
    }

    @Override
    public int order() {
        return 85;
    }

    @Override
    public boolean inGroups() {
        return true;
    }

    @Override
    public Reply run(Turn turn, String arguments) {
        Speech speech = turn.speech();
        List<Html> lines = new ArrayList<>(List.of(speech.say(Phrase.HELP_TITLE), Html.EMPTY));
        for (ChatCommand command : registry.get().of(turn.base().role())) {
            if (command.inGroups() || turn.update().chat().isPrivate()) {
                lines.add(Html.of("/" + command.name() + " — " + command.description(speech)));
            }
        }
        return Reply.say(Html.join("\n", lines));
    }
}
