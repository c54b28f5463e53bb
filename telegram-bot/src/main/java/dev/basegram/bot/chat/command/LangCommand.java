package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.personal.Personal;
import dev.basegram.bot.chat.text.Language;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;

/** {@code /lang [code]}: chooses a language. */
@Singleton
final class LangCommand implements ChatCommand {
    private final Personal personal;

    LangCommand(Personal personal) {
        this.personal = personal;
    }

    @Override
    public String name() {
        return "lang";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_LANG);
    }

    @Override
    public int order() {
        return 70;
    }

    @Override
    public Reply run(Turn turn, String arguments) {
        return Language.of(arguments)
                .map(language -> personal.language(turn, language))
                .orElseGet(() -> personal.askLanguage(turn));
    }
}
