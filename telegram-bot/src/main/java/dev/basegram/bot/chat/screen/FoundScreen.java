package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;

/** A page of what a search found. */
public final class FoundScreen {
    /** How many hits a page has. */
    public static final int PAGE_SIZE = 8;

    private static final int LONGEST_LINE = 120;

    /** One record found. */
    public record Hit(Table table, AirtableRecord record) {}

    private FoundScreen() {}

    /**
     * Shows a page.
     *
     * @param only the table that was searched; empty for all
     * @param cells writers of the cells of each table that has a hit on the page
     * @param partial whether there may be more than was found
     */
    public static Screen of(
            Optional<TableId> only,
            String words,
            Page<Hit> page,
            Map<TableId, CellText> cells,
            boolean partial,
            Speech speech) {
        Button again = button("🔎 " + speech.label(Phrase.FIND_AGAIN), new Action.Find(only));
        if (page.total() == 0) {
            return Screen.with(speech.say(Phrase.FIND_NONE, words))
                    .row(again) // under so short a message two in a row are cut off
                    .row(button("⌂", new Action.Home()))
                    .build();
        }
        List<Html> lines = new ArrayList<>();
        String total = speech.numbers().whole(page.total()) + (partial ? "+" : "");
        lines.add(speech.say(Phrase.FIND_TITLE, words)
                .plus(" · ")
                .plus(speech.say(Phrase.LIST_RANGE, page.first(), page.last(), total)));
        lines.add(Html.EMPTY);
        for (int i = 0; i < page.rows().size(); i++) {
            lines.add(Html.bold(Integer.toString(i + 1))
                    .plus("  ")
                    .plus(line(page.rows().get(i), only, cells, speech)));
        }
        if (partial) {
            lines.add(speech.say(Phrase.FIND_PARTIAL));
        }
        return Screen.with(Html.join("\n", lines))
                .grid(4, openers(page))
                .row(turns(only, words, page))
                .row(again, button("⌂", new Action.Home()))
                .build();
    }

    private static Html line(Hit hit, Optional<TableId> only, Map<TableId, CellText> cells, Speech speech) {
        CellText known = cells.getOrDefault(hit.table().id(), CellText.withoutNames(speech));
        Html line = new RowLine(hit.table(), null, known, speech).of(hit.record());
        Html shown =
                only.isPresent() ? line : Html.italic(hit.table().name() + ": ").plus(line);
        return shown.shortened(LONGEST_LINE);
    }

    private static List<Button> openers(Page<Hit> page) {
        return IntStream.range(0, page.rows().size())
                .mapToObj(i -> {
                    Hit hit = page.rows().get(i);
                    return button(
                            Integer.toString(i + 1),
                            new Action.Open(hit.table().id(), hit.record().id()));
                })
                .toList();
    }

    private static List<Button> turns(Optional<TableId> only, String words, Page<Hit> page) {
        List<Button> row = new ArrayList<>();
        Fingerprint print = Fingerprint.of(words);
        if (page.hasPrevious()) {
            row.add(button("◀", new Action.Found(only, page.number() - 1, print)));
        }
        if (page.hasNext()) {
            row.add(button("▶", new Action.Found(only, page.number() + 1, print)));
        }
        return row;
    }
}
