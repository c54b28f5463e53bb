package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.people.People;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /users}: the people the bot knows. */
@Singleton
final class UsersCommand implements ChatCommand {
    private final People people;

    UsersCommand(People people) {
        this.people = people;
    }

    @Override
    public String name() {
        return "users";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_USERS);
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
    public Reply run(Turn turn, String arguments) {
        return people.list(turn);
    }
}
