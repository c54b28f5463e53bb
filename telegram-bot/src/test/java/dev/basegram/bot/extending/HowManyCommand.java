package dev.basegram.bot.extending;

import dev.basegram.bot.chat.command.Audience;
import dev.basegram.bot.chat.command.ChatCommand;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code /howmany}: how many records each table has. The example of {@code docs/extending.md}. */
@Singleton
class HowManyCommand implements ChatCommand {
    @Override
    public String name() {
        return "howmany";
    }

    @Override
    public String description(Speech speech) {
        return "how many records there are";
    }

    @Override
    public Audience audience() {
        return Audience.EVERYONE;
    }

    @Override
    public Reply run(Turn turn, String arguments) throws InterruptedException {
        return turn.given(turn.base().tables(), tables -> {
            List<Html> lines = new ArrayList<>();
            for (var table : tables) {
                var rows = turn.base().rows(table, Optional.empty()).found();
                int count = rows.map(snapshot -> snapshot.records().size()).orElse(0);
                lines.add(Html.bold(table.name())
                        .plus(": " + turn.speech().numbers().whole(count)));
            }
            return Reply.say(Html.join("\n", lines));
        });
    }
}
