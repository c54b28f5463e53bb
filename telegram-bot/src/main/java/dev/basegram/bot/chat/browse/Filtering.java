package dev.basegram.bot.chat.browse;

import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.FilterPress;
import dev.basegram.bot.chat.screen.FilterScreen;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Session;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Narrows a list to the rows with certain options. From memory, and on top of the view and of what the person may see: rows that are
 * not theirs are not counted either.
 */
@Singleton
public class Filtering {
    private final Browsing browsing;

    Filtering(Browsing browsing) {
        this.browsing = browsing;
    }

    /** Does what was pressed. */
    public Reply press(Turn turn, FilterPress press) throws InterruptedException {
        return turn.given(turn.base().table(press.table()), table -> press(turn, table, press));
    }

    private Reply press(Turn turn, Table table, FilterPress press) throws InterruptedException {
        Optional<Field> field = press.field().flatMap(table::field).filter(FilterOptions::fits);
        return switch (press.kind()) {
            case CLEAR -> {
                turn.session(session -> session.withFilter(null));
                yield browsing.list(turn, table.id(), view(turn, table), 0);
            }
            case TOGGLE -> {
                field.ifPresent(known -> toggle(turn, table, known, press));
                yield field.isPresent() ? options(turn, table, field.get()) : fields(turn, table);
            }
            case OPTIONS -> field.isPresent() ? options(turn, table, field.get()) : fields(turn, table);
            case FIELDS -> {
                List<Field> fitting =
                        table.fields().stream().filter(FilterOptions::fits).toList();
                yield fitting.size() == 1 ? options(turn, table, fitting.getFirst()) : fields(turn, table);
            }
        };
    }

    private static void toggle(Turn turn, Table table, Field field, FilterPress press) {
        FilterOptions options = FilterOptions.of(field);
        List<FilterOptions.Option> all = options.all(turn.speech());
        // A button of older options could mean another one by now.
        if (press.option() < all.size() && press.seen().equals(Optional.of(options.fingerprint()))) {
            RowFilter changed =
                    filter(turn, table).toggled(field, all.get(press.option()).id());
            turn.session(session -> session.withFilter(changed.stored()));
        }
    }

    private static RowFilter filter(Turn turn, Table table) {
        return RowFilter.of(table, turn.session().filter());
    }

    /** Returns the view of the list the person came from. */
    private static Optional<ViewId> view(Turn turn, Table table) {
        Session.Place place = turn.session().place();
        return place == null || !place.table().equals(table.id().value())
                ? Optional.empty()
                : Optional.ofNullable(place.view())
                        .map(ViewId::new)
                        .filter(id -> table.view(id).isPresent());
    }

    private static Reply fields(Turn turn, Table table) {
        RowFilter filter = filter(turn, table);
        List<FilterScreen.Choice> choices = table.fields().stream()
                .filter(FilterOptions::fits)
                .map(field -> new FilterScreen.Choice(
                        filter.of(field).isEmpty() ? field.name() : "☑️ " + filter.words(field, turn.speech()),
                        new Action.Filter(FilterPress.options(table.id(), field.id()))))
                .toList();
        return Reply.show(FilterScreen.fields(
                table, choices, filter.words(turn.speech()) != null, list(turn, table), turn.speech()));
    }

    private static Action list(Turn turn, Table table) {
        return new Action.Browse(table.id(), view(turn, table), 0);
    }

    private static Reply options(Turn turn, Table table, Field field) throws InterruptedException {
        return turn.given(turn.base().rows(table, view(turn, table)), rows -> options(turn, table, field, rows));
    }

    private static Reply options(Turn turn, Table table, Field field, Snapshot rows) {
        RowFilter filter = filter(turn, table);
        FilterOptions options = FilterOptions.of(field);
        Map<String, Integer> counts = filter.counts(field, rows.records());
        List<FilterOptions.Option> all = options.all(turn.speech());
        List<FilterScreen.Choice> choices = new ArrayList<>();
        for (int i = 0; i < all.size(); i++) {
            String id = all.get(i).id();
            boolean marked = filter.of(field).contains(id);
            int count = counts.getOrDefault(id, 0);
            if (count > 0 || marked) {
                choices.add(new FilterScreen.Choice(
                        "%s%s · %s%s"
                                .formatted(
                                        marked ? "☑️ " : "",
                                        all.get(i).label(),
                                        turn.speech().numbers().whole(count),
                                        rows.truncated() ? "+" : ""),
                        new Action.Filter(FilterPress.toggle(table.id(), field.id(), i, options.fingerprint()))));
            }
        }
        int left = filter.of(rows.records()).size();
        boolean only = table.fields().stream().filter(FilterOptions::fits).count() == 1;
        return Reply.show(FilterScreen.options(
                new FilterScreen.Options(
                        table,
                        field,
                        choices,
                        turn.speech().numbers().whole(left) + (rows.truncated() ? "+" : ""),
                        filter.words(turn.speech()),
                        list(turn, table),
                        only
                                ? Optional.empty()
                                : Optional.of(new Action.Filter(FilterPress.of(FilterPress.Kind.FIELDS, table.id())))),
                turn.speech()));
    }
}
