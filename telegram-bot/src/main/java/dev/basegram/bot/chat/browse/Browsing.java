package dev.basegram.bot.chat.browse;

import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.DeepLink;
import dev.basegram.bot.chat.screen.HomeScreen;
import dev.basegram.bot.chat.screen.ListScreen;
import dev.basegram.bot.chat.screen.Page;
import dev.basegram.bot.chat.screen.RecordScreen;
import dev.basegram.bot.chat.screen.RowLine;
import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.screen.ViewsScreen;
import dev.basegram.bot.chat.text.CellText;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.session.Session;
import dev.basegram.bot.telegram.BotIdentity;
import dev.basegram.bot.telegram.Button;
import dev.basegram.bot.telegram.Html;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Tables, lists and cards. Everything comes from memory where it can: turning a page asks Airtable nothing. */
@Singleton
public class Browsing {

    private final BotIdentity identity;

    Browsing(BotIdentity identity) {
        this.identity = identity;
    }

    /** Shows the tables. */
    public Reply home(Turn turn) throws InterruptedException {
        turn.session(session -> session.withFilter(null).withFound(null));
        return turn.given(turn.base().tables(), tables -> {
            boolean mayAdd = tables.stream().anyMatch(turn.base()::mayAdd);
            return Reply.show(HomeScreen.of(tables, mayAdd, turn.speech()));
        });
    }

    /** Shows the views of a table. */
    public Reply views(Turn turn, TableId id) throws InterruptedException {
        return turn.given(turn.base().table(id), table -> Reply.show(ViewsScreen.of(table, turn.speech())));
    }

    /** Shows a page of a table or a view; a view that is gone gives the table. */
    public Reply list(Turn turn, TableId id, Optional<ViewId> view, int page) throws InterruptedException {
        return turn.given(turn.base().table(id), table -> {
            View shown = view.flatMap(table::view).orElse(null);
            Optional<ViewId> shownId = Optional.ofNullable(shown).map(View::id);
            Answer<Snapshot> found = turn.base().rows(table, shownId);
            // Deleted since the schema was read: the table is still there.
            return shown != null && found.reason().orElse(null) instanceof AirtableFailure.ViewGone
                    ? list(turn, id, Optional.empty(), 0)
                    : turn.given(found, rows -> page(turn, table, shown, rows, page));
        });
    }

    private static Reply page(Turn turn, Table table, @Nullable View view, Snapshot rows, int number)
            throws InterruptedException {
        RowFilter filter = RowFilter.of(table, turn.session().filter());
        Page<AirtableRecord> page = Page.of(filter.of(rows.records()), number, ListScreen.PAGE_SIZE);
        turn.session(session -> session.withForm(null)
                .withPlace(new Session.Place(
                        table.id().value(), view == null ? null : view.id().value(), page.number())));
        View order = view == null ? firstGrid(table) : view;
        ListScreen.Model model = new ListScreen.Model(
                table,
                view,
                order,
                page,
                rows.truncated(),
                asOf(turn, rows),
                filter.words(turn.speech()),
                table.fields().stream().anyMatch(FilterOptions::fits),
                turn.base().mayAdd(table));
        CellText cells = LinkNames.cells(turn.base(), RowLine.summaryFields(table, order), page.rows(), turn.speech());
        return Reply.show(ListScreen.of(model, cells, turn.speech()));
    }

    private static @Nullable View firstGrid(Table table) {
        return table.views().stream()
                .filter(view -> view.fields().isPresent())
                .findFirst()
                .orElse(null);
    }

    private static @Nullable String asOf(Turn turn, Snapshot rows) {
        return rows.refreshFailure().isEmpty() ? null : turn.speech().dates().recent(rows.readAt(), turn.now());
    }

    /** Shows a record's card. */
    public Reply card(Turn turn, TableId tableId, RecordId id) throws InterruptedException {
        return turn.given(turn.base().table(tableId), table -> card(turn, table, id));
    }

    private Reply card(Turn turn, Table table, RecordId id) throws InterruptedException {
        turn.session(session -> session.withForm(null));
        Answer<AirtableRecord> found = turn.base().record(table, id, Freshness.HELD);
        if (found.reason().orElse(null) instanceof AirtableFailure.RecordGone gone) {
            return Reply.show(gone(turn, table, gone));
        }
        return turn.given(found, record -> {
            Screen card = screen(turn, table, record);
            String asOf = asOf(turn, table);
            return Reply.show(
                    asOf == null
                            ? card
                            : new Screen(
                                    Html.lines(turn.speech().say(Phrase.STALE, asOf), Html.EMPTY, card.text()),
                                    card.buttons()));
        });
    }

    /** Gone between the list and the tap: the way back leads to the list without it. */
    private static Screen gone(Turn turn, Table table, AirtableFailure failure) {
        return Screen.with(turn.failed(failure).text())
                .row(
                        Screen.button("◀ " + turn.speech().label(Phrase.BACK_BUTTON), WayBack.of(turn, table)),
                        Screen.button("⌂", new Action.Home()))
                .build();
    }

    /** How old what memory holds of a table is, while Airtable is away; asked only where a list of it is held already. */
    private static @Nullable String asOf(Turn turn, Table table) throws InterruptedException {
        Session.Place place = turn.session().place();
        if (place == null || !place.table().equals(table.id().value())) {
            return null;
        }
        Optional<ViewId> view = Optional.ofNullable(place.view()).map(ViewId::new);
        Snapshot rows = turn.base().rows(table, view).found().orElse(null);
        return rows == null ? null : asOf(turn, rows);
    }

    /** Returns the card of a record at hand. */
    public Screen screen(Turn turn, Table table, AirtableRecord record) throws InterruptedException {
        PermittedBase base = turn.base();
        CellText cells = LinkNames.cells(base, table.fields(), List.of(record), turn.speech());
        RecordScreen.Model model = new RecordScreen.Model(
                table,
                record,
                base.changeable(table),
                base.mayDelete(table),
                LinkedRecords.followable(base, table),
                WayBack.of(turn, table),
                link(table, record));
        Screen card = RecordScreen.of(model, cells, turn.speech());
        return base.role().isAdmin() ? card.plusRow(history(turn, table, record)) : card;
    }

    private static Button history(Turn turn, Table table, AirtableRecord record) {
        return Screen.button(
                "🕘 " + turn.speech().label(Phrase.HISTORY_BUTTON),
                new Action.Audit(new AuditFilter.Of(table.id(), record.id()), 0));
    }

    private Optional<String> link(Table table, AirtableRecord record) {
        return identity.username()
                .map(name -> "https://t.me/" + name + "?start=" + DeepLink.toRecord(table.id(), record.id()));
    }

    /** Sends a long text in full: as messages that stay, or as a file where that would be many. */
    public Reply more(Turn turn, TableId tableId, RecordId id, FieldId fieldId) throws InterruptedException {
        return turn.given(
                turn.base().table(tableId),
                table -> turn.given(turn.base().record(table, id, Freshness.HELD), record -> {
                    Optional<Field> field = table.field(fieldId);
                    if (field.isEmpty()) {
                        return Reply.say(turn.speech().say(Phrase.FAIL_FIELD_GONE, ""));
                    }
                    CellText cells = LinkNames.cells(turn.base(), table.fields(), List.of(record), turn.speech());
                    return LongText.show(
                            RowLine.name(table, record, cells, turn.speech()),
                            field.get().name(),
                            cells.full(field.get().type(), record.cell(fieldId)),
                            turn.speech().say(Phrase.TEXT_AS_FILE));
                }));
    }

    /** Shows the records that a field links to. */
    public Reply linked(Turn turn, TableId tableId, RecordId id, FieldId fieldId) throws InterruptedException {
        return LinkedRecords.show(turn, tableId, id, fieldId);
    }
}
