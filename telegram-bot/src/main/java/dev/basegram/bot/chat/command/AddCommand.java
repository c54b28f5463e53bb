package dev.basegram.bot.chat.command;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.form.Forms;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.SearchText;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code /add [table]}: the form for a new record. */
@Singleton
final class AddCommand implements ChatCommand {
    private final Forms forms;

    AddCommand(Forms forms) {
        this.forms = forms;
    }

    @Override
    public String name() {
        return "add";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_ADD);
    }

    @Override
    public Audience audience() {
        return Audience.EDITORS;
    }

    @Override
    public int order() {
        return 30;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        if (arguments.isEmpty()) {
            return forms.chooseTable(turn);
        }
        return turn.given(turn.base().tables(), tables -> {
            Optional<Table> named = tables.stream()
                    .filter(table -> SearchText.same(table.name(), arguments))
                    .findFirst();
            return named.isPresent() ? forms.add(turn, named.get()) : forms.chooseTable(turn);
        });
    }
}
