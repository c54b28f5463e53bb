package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.people.RoleNames;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;

/** {@code /whoami}: the person's id, role, language and zone. */
@Singleton
final class WhoAmICommand implements ChatCommand {

    @Override
    public String name() {
        return "whoami";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_WHOAMI);
    }

    @Override
    public int order() {
        return 80;
    }

    @Override
    public Reply run(Turn turn, String arguments) {
        Speech speech = turn.speech();
        String role = speech.label(RoleNames.of(turn.base().role()));
        return Reply.say(speech.say(
                Phrase.WHOAMI,
                Html.code(Long.toString(turn.personId())),
                role,
                speech.language().ownName(),
                speech.zone().getId()));
    }
}
