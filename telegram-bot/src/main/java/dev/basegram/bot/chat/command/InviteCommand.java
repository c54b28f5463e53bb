package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.people.People;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /invite}: makes a link that lets people in. */
@Singleton
final class InviteCommand implements ChatCommand {
    private final People people;

    InviteCommand(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "invite";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_INVITE);
    }

    @Override
    public Audience audience() {
        return Audience.ADMINS;
    }

    @Override
    public int order() {
        return 84;
    }

    @Override
    public Reply run(Turn turn, String arguments) {
        return people.invite(turn);
    }
}
