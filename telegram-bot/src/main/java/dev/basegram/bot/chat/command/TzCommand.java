package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.personal.Personal;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /tz [zone or town]}: chooses a time zone. */
@Singleton
final class TzCommand implements ChatCommand {
    private final Personal personal;

    TzCommand(Personal personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "tz";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_TZ);
    }

    @Override
    public int order() {
        return 75;
    }

    @Override
    public Reply run(Turn turn, String arguments) {
        return arguments.isEmpty() ? personal.askZone(turn) : personal.zoneTyped(turn, arguments);
    }
}
