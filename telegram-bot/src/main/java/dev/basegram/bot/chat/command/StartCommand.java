package dev.basegram.bot.chat.command;

import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.DeepLink;
import dev.basegram.bot.chat.browse.Browsing;
import dev.basegram.bot.chat.form.Forms;
import dev.basegram.bot.chat.group.PrivateRoad;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import jakarta.inject.Singleton;
import java.util.Optional;

/** {@code /start}: home, or where a deep link leads. */
@Singleton
final class StartCommand implements ChatCommand {
    private final Browsing browsing;
    private final Forms forms;
    private final PrivateRoad road;

    StartCommand(Browsing browsing, Forms forms, PrivateRoad road) {
        this.road = road;
        this.browsing = browsing;
        this.forms = forms;
    }

    @Override
    public String name() {
        return "start";
    }

    @Override
    public String description(Speech speech) {
        return speech.label(Phrase.CMD_START);
    }

    @Override
    public int order() {
        return 10;
    }

    @Override
    public boolean inGroups() {
        return true;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        if (!turn.update().chat().isPrivate()) {
            return road.introduction(turn);
        }
        Optional<Action> target = DeepLink.read(arguments);
        turn.session(session -> session.withForm(null).withFound(null));
        if (target.isPresent()) {
            return switch (target.get()) {
                case Action.Open(var table, var record) -> browsing.card(turn, table, record);
                case Action.Add(var table) -> forms.add(turn, table);
                default -> browsing.home(turn);
            };
        }
        return browsing.home(turn);
    }
}
