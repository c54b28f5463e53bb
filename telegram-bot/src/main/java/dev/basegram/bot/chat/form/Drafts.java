package dev.basegram.bot.chat.form;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Draft;
import dev.basegram.bot.session.DraftStore;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A person's unfinished forms. */
@Singleton
public class Drafts {
    private final DraftStore drafts;
    private final Forms forms;

    Drafts(DraftStore drafts, Forms forms) {
        this.drafts = drafts;
        this.forms = forms;
    }

    /** Shows them. */
    public Reply show(Turn turn) throws InterruptedException {
        return show(turn, "");
    }

    private Reply show(Turn turn, String without) throws InterruptedException {
        return turn.given(turn.base().tables(), tables -> {
            Map<String, Table> byId =
                    tables.stream().collect(Collectors.toMap(table -> table.id().value(), table -> table));
            List<Draft> open = drafts.of(turn.personId()).stream()
                    .filter(draft ->
                            byId.containsKey(draft.table()) && !draft.id().equals(without))
                    .toList();
            return Reply.show(screen(turn, open, byId));
        });
    }

    private static Screen screen(Turn turn, List<Draft> open, Map<String, Table> tables) {
        if (open.isEmpty()) {
            return Screen.with(turn.speech().say(Phrase.DRAFTS_NONE))
                    .row(button("⌂", new Action.Home()))
                    .build();
        }
        List<Html> lines = new ArrayList<>(List.of(turn.speech().say(Phrase.DRAFTS_TITLE), Html.EMPTY));
        List<List<Button>> rows = new ArrayList<>();
        for (int i = 0; i < open.size(); i++) {
            Draft draft = open.get(i);
            Table table = tables.get(draft.table());
            if (table == null) {
                continue;
            }
            lines.add(line(turn, i + 1, draft, table));
            rows.add(List.of(
                    button("▶ %d · %s".formatted(i + 1, table.name()), new Action.Resume(draft.id())),
                    button("🗑", new Action.Discard(draft.id()))));
        }
        Screen.Builder screen = Screen.with(Html.join("\n", lines));
        rows.forEach(screen::row);
        return screen.row(button("⌂", new Action.Home())).build();
    }

    private static Html line(Turn turn, int number, Draft draft, Table table) {
        Optional<Form> form = FormCodec.read(draft.state());
        String progress =
                form.map(f -> f.answers().size() + "/" + f.steps().size()).orElse("");
        return Html.bold(Integer.toString(number))
                .plus("  %s · %s · %s"
                        .formatted(
                                table.name(), progress, turn.speech().dates().recent(draft.updatedAt(), turn.now())));
    }

    /** Throws one away and shows the others. */
    public Reply discard(Turn turn, String id) throws InterruptedException {
        return show(turn, id).and(forms.discard(turn, id));
    }
}
