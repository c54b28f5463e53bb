package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A list is narrowed by the options of its selects and checkboxes: from memory, within what the person may see. */
class FilterTest {
    private static final FieldId OF = new FieldId("fldOf000000000001");

    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        chat = new Chat(Workshop.withOrders(Workshop.fullOrders(), 23));
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    private List<String> labels() {
        return chat.telegram.screen().labels();
    }

    private void filterByStatus() {
        chat.types("/start").presses("Orders").presses("Filter ▾").presses("Status");
    }

    @Test
    void offersTheFieldsThenTheirOptionsWithCounts() {
        chat.types("/start").presses("Orders").presses("Filter ▾");
        assertThat(labels()).contains("Status", "Tags", "Paid").doesNotContain("Total", "Notes");

        chat.presses("Status");
        assertThat(labels())
                .contains("🟢 Preparing · 12", "🟢 Ready · 11")
                .noneMatch(label -> label.contains("Shipped"));
    }

    @Test
    void showsWhatItIsNarrowedToAndComesBackToItFromACard() {
        filterByStatus();
        chat.presses("Ready").presses("Show 11");

        assertThat(chat.screen())
                .contains("1–8 of 11")
                .contains("🔽 Status: 🟢 Ready")
                .doesNotContain("Preparing");
        chat.presses("▶");
        assertThat(chat.screen()).contains("9–11 of 11").contains("🔽 Status: 🟢 Ready");
        chat.presses("1").presses("◀ Back");
        assertThat(chat.screen()).contains("9–11 of 11").contains("🔽 Status: 🟢 Ready");

        chat.presses("✖ Clear");
        assertThat(chat.screen()).contains("1–8 of 23").doesNotContain("🔽");
    }

    @Test
    void asksAirtableForNothing() {
        chat.types("/start").presses("Orders");
        chat.airtable.takeCalls();
        chat.presses("Filter ▾")
                .presses("Status")
                .presses("Ready")
                .presses("Show 11")
                .presses("▶");
        assertThat(chat.airtable.takeCalls()).as("from memory").containsOnly("schema", "table", "records");
    }

    @Test
    void severalOptionsOfOneFieldAddUpAndSeveralFieldsNarrow() {
        chat.airtable.set(
                Workshop.ORDERS,
                chat.airtable.records(Workshop.ORDERS).getFirst().id(),
                Workshop.PAID,
                new CellValue.Checkbox(true));
        filterByStatus();
        chat.presses("Ready").presses("Preparing");
        assertThat(labels()).contains("✔️ Show 23");
        chat.presses("◀ Back").presses("Paid").presses("✅ Yes");
        assertThat(labels()).contains("✔️ Show 1", "☑️ ✅ Yes · 1", "⬜️ No · 22");
        chat.presses("Show 1");
        assertThat(chat.screen())
                .contains("🔽 Status: 🟢 Preparing, 🟢 Ready · Paid: ✅ Yes")
                .contains("#1001");
    }

    @Test
    void nothingLeftIsSaid() {
        filterByStatus();
        chat.presses("Ready").presses("Show 11");
        chat.airtable
                .records(Workshop.ORDERS)
                .forEach(order -> chat.airtable.set(
                        Workshop.ORDERS, order.id(), Workshop.STATUS, new CellValue.Choice("Shipped")));
        chat.presses("▶");
        assertThat(chat.screen()).contains("No record matches this filter.").contains("🔽 Status: 🟢 Ready");
    }

    @Test
    void rowsWithoutAnyOptionCanBeAskedFor() {
        chat.airtable.set(
                Workshop.ORDERS,
                chat.airtable.records(Workshop.ORDERS).get(4).id(),
                Workshop.STATUS,
                CellValue.empty());
        filterByStatus();
        chat.presses("empty · 1").presses("Show 1");
        assertThat(chat.screen()).contains("#1005").contains("1–1 of 1");
    }

    @Test
    void aButtonOfOptionsThatHaveChangedMarksNothing() {
        filterByStatus();
        ScriptedBotApi.Shown old = chat.telegram.screen();
        String ready = old.button("Ready");
        List<Field> fields = new ArrayList<>(Workshop.fullOrders().fields());
        fields.replaceAll(field -> field.id().equals(Workshop.STATUS)
                ? Workshop.field(
                        Workshop.STATUS,
                        "Status",
                        new FieldType.SingleSelect(List.of(Workshop.choice("Preparing"), Workshop.choice("Ready"))))
                : field);
        chat.airtable.replaceTables(List.of(Workshop.orders(fields), Workshop.clients()));

        chat.presses(Chat.OWNER, old.id(), ready);

        assertThat(labels()).noneMatch(label -> label.startsWith("☑️")).contains("🟢 Ready · 11");
    }

    @Test
    void theStartScreenLeavesItBehind() {
        filterByStatus();
        chat.presses("Ready").presses("Show 11").presses("⌂").presses("Orders");
        assertThat(chat.screen()).contains("1–8 of 23");
    }

    @Test
    void aFieldThatIsGoneNarrowsNothing() {
        filterByStatus();
        chat.presses("Ready").presses("Show 11");
        List<Field> fields = new ArrayList<>(Workshop.fullOrders().fields());
        fields.removeIf(field -> field.id().equals(Workshop.STATUS));
        chat.airtable.replaceTables(List.of(Workshop.orders(fields), Workshop.clients()));
        chat.presses("▶");
        assertThat(chat.screen()).contains("of 23").doesNotContain("🔽");
    }

    @Test
    void countsNeverTellOfRowsThatAreNotThePersons() throws Exception {
        List<Field> fields = new ArrayList<>(Workshop.fullOrders().fields());
        fields.add(Workshop.field(OF, "Of", new FieldType.SingleLineText()));
        FakeAirtable base = Workshop.withOrders(Workshop.orders(fields), 23);
        Table orders = Workshop.orders(fields);
        Team team = new Team(base, orders, Workshop.clients());
        team.worker("editor");
        team.rule("Orders", "editor", List.of("See"), Map.of("Rows", "mine: Of", "Hidden", "Paid"));
        base.records(Workshop.ORDERS).stream()
                .limit(5)
                .forEach(order ->
                        base.set(Workshop.ORDERS, order.id(), OF, new CellValue.Text(Long.toString(Team.WORKER))));
        try (Chat theirs = new Chat(base)) {
            theirs.types(Team.WORKER, "/start");
            press(theirs, "Orders");
            assertThat(theirs.screen()).contains("1–5 of 5");
            press(theirs, "Filter ▾");
            assertThat(theirs.telegram.screen().labels()).doesNotContain("Paid");
            press(theirs, "Status");
            assertThat(theirs.telegram.screen().labels()).contains("🟢 Preparing · 3", "🟢 Ready · 2");
            theirs.presses(Team.WORKER, theirs.telegram.screen().id(), "g.o.Orders00000001.Paid0000000001.0.-");
            assertThat(theirs.telegram.screen().labels())
                    .as("a field they may not see cannot be asked about by a made-up press")
                    .noneMatch(label -> label.contains("Yes"));
        }
    }

    private static void press(Chat chat, String label) {
        ScriptedBotApi.Shown screen = chat.telegram.screen();
        chat.presses(Team.WORKER, screen.id(), screen.button(label));
    }
}
