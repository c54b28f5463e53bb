package dev.basegram.bot.chat.browse;

import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.Fingerprint;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Session;
import java.util.Optional;

/** Where «Back» under a card leads: to the search results or the page of the list that the person came from, else to the table. */
final class WayBack {
    private WayBack() {}

    static Action of(Turn turn, Table table) {
        Session.Found found = turn.session().found();
        String words = turn.session().words();
        if (found != null && words != null) {
            return new Action.Found(
                    Optional.ofNullable(found.table()).map(TableId::new), found.page(), Fingerprint.of(words));
        }
        Session.Place place = turn.session().place();
        return place == null || !place.table().equals(table.id().value())
                ? new Action.Browse(table.id(), Optional.empty(), 0)
                : new Action.Browse(
                        table.id(), Optional.ofNullable(place.view()).map(ViewId::new), place.page());
    }
}
