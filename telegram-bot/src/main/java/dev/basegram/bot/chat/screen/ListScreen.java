package dev.basegram.bot.chat.screen;

import static dev.basegram.bot.chat.screen.Screen.button;

import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.FilterPress;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** A page of a table or a view. */
public final class ListScreen {
    /** How many rows a page has. */
    public static final int PAGE_SIZE = 8;

    private static final int LONGEST_LINE = 120;
    private static final int LONGEST_FILTER = 200;

    /**
     * What there is to show.
     *
     * @param view null for the whole table
     * @param summary the view whose fields say what matters; null for the table's own order
     * @param partial whether there are more rows than were read: the total is then a least number
     * @param asOf when the rows were read, in words; null while they are fresh
     * @param filter what the list is narrowed to, in words; null for nothing
     * @param mayFilter whether there is a field to narrow it by
     * @param mayAdd whether the person may add rows
     */
    public record Model(
            Table table,
            @Nullable View view,
            @Nullable View summary,
            Page<AirtableRecord> page,
            boolean partial,
            @Nullable String asOf,
            @Nullable String filter,
            boolean mayFilter,
            boolean mayAdd) {
        Optional<ViewId> viewId() {
            return Optional.ofNullable(view).map(View::id);
        }
    }

    private ListScreen() {}

    /** Shows a page. */
    public static Screen of(Model model, CellText cells, Speech speech) {
        List<Html> lines = new ArrayList<>();
        lines.add(title(model, speech));
        if (model.filter() != null) {
            lines.add(Html.of("🔽 " + model.filter()).shortened(LONGEST_FILTER));
        }
        if (model.asOf() != null) {
            lines.add(speech.say(Phrase.STALE, model.asOf()));
        }
        lines.add(Html.EMPTY);
        lines.addAll(rows(model, cells, speech));
        return Screen.with(Html.join("\n", lines))
                .grid(4, openers(model))
                .row(navigation(model))
                .row(narrowing(model, speech))
                .build();
    }

    private static Html title(Model model, Speech speech) {
        Page<AirtableRecord> page = model.page();
        Html name = speech.isolated(Html.bold(model.table().name()));
        Html where = model.view() == null
                ? name
                : name.plus(" › ").plus(speech.isolated(Html.of(model.view().name())));
        if (page.total() == 0) {
            return speech.line(where);
        }
        String total = speech.numbers().whole(page.total()) + (model.partial() ? "+" : "");
        return speech.line(where.plus(" · ").plus(speech.say(Phrase.LIST_RANGE, page.first(), page.last(), total)));
    }

    private static List<Html> rows(Model model, CellText cells, Speech speech) {
        if (model.page().rows().isEmpty()) {
            return List.of(speech.say(model.filter() == null ? Phrase.LIST_EMPTY : Phrase.LIST_NO_MATCH));
        }
        RowLine line = new RowLine(model.table(), model.summary(), cells, speech);
        return IntStream.range(0, model.page().rows().size())
                .mapToObj(i -> Html.bold(Integer.toString(i + 1))
                        .plus("  ")
                        .plus(line.of(model.page().rows().get(i)).shortened(LONGEST_LINE)))
                .toList();
    }

    private static List<Button> openers(Model model) {
        return IntStream.range(0, model.page().rows().size())
                .mapToObj(i -> button(
                        Integer.toString(i + 1),
                        new Action.Open(
                                model.table().id(), model.page().rows().get(i).id())))
                .toList();
    }

    private static List<Button> navigation(Model model) {
        List<Button> row = new ArrayList<>();
        Page<AirtableRecord> page = model.page();
        if (page.hasPrevious()) {
            row.add(button("◀", new Action.Browse(model.table().id(), model.viewId(), page.number() - 1)));
        }
        if (page.hasNext()) {
            row.add(button("▶", new Action.Browse(model.table().id(), model.viewId(), page.number() + 1)));
        }
        row.add(button("🔎", new Action.Find(Optional.of(model.table().id()))));
        if (model.mayAdd()) {
            row.add(button("➕", new Action.Add(model.table().id())));
        }
        row.add(button("⌂", new Action.Home()));
        return row;
    }

    private static List<Button> narrowing(Model model, Speech speech) {
        TableId table = model.table().id();
        List<Button> row = new ArrayList<>();
        if (model.table().views().stream().filter(View::isListing).count() > 1) {
            row.add(button(speech.label(Phrase.VIEWS_BUTTON) + " ▾", new Action.Views(table)));
        }
        if (model.mayFilter()) {
            row.add(button(
                    speech.label(Phrase.FILTER_BUTTON) + " ▾",
                    new Action.Filter(FilterPress.of(FilterPress.Kind.FIELDS, table))));
        }
        if (model.filter() != null) {
            row.add(button(
                    "✖ " + speech.label(Phrase.FILTER_CLEAR),
                    new Action.Filter(FilterPress.of(FilterPress.Kind.CLEAR, table))));
        }
        return row;
    }
}
