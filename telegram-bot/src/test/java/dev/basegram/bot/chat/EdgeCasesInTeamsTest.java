package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.CallbackData;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The edge cases that the product names, for somebody whom rules let see a part of the base. */
class EdgeCasesInTeamsTest {
    private static final FieldId OF = new FieldId("fldOf000000000001");

    private final Table orders = orders();
    private FakeAirtable base;
    private Team team;
    private Chat chat;

    private static Table orders() {
        List<Field> fields = new ArrayList<>(Workshop.fullOrders().fields());
        fields.add(Workshop.field(OF, "Of", new FieldType.SingleLineText()));
        return Workshop.orders(fields);
    }

    @BeforeEach
    void open() throws Exception {
        base = Workshop.withOrders(orders, 20);
        team = new Team(base, orders, Workshop.clients());
        chat = new Chat(base);
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    /** Makes the first so many orders the worker's. */
    private void theirs(int count) {
        base.records(Workshop.ORDERS).stream()
                .limit(count)
                .forEach(order ->
                        base.set(Workshop.ORDERS, order.id(), OF, new CellValue.Text(Long.toString(Team.WORKER))));
    }

    private void says(String text) {
        chat.types(Team.WORKER, text);
    }

    private void presses(String label) {
        ScriptedBotApi.Shown screen = chat.telegram.screen();
        chat.presses(Team.WORKER, screen.id(), screen.button(label));
    }

    private String bare(int order) {
        return base.records(Workshop.ORDERS).get(order).id().value().substring(3);
    }

    @Nested
    class Browse {
        @Test
        void rowsOfOthersNeitherShiftCountsNorShowByPageNumber() {
            theirs(3);
            team.worker("editor");
            team.rule("Orders", "editor", List.of("See"), Map.of("Rows", "mine: Of"));
            says("/start");
            presses("Orders");
            assertThat(chat.screen()).contains("1–3 of 3").doesNotContain("#1004");

            chat.presses(Team.WORKER, chat.telegram.screen().id(), "b.Orders00000001.-.1");
            assertThat(chat.screen()).contains("1–3 of 3");
            says("/start r_Orders00000001_" + bare(5));
            assertThat(chat.screen()).contains("This record is gone.");
            says("/start r_Orders00000001_NoSuchRecord99");
            assertThat(chat.screen()).as("as if there were none").contains("This record is gone.");
        }

        @Test
        void aRoleTakenAwayMakesEveryScreenDieAtTheNextPress() {
            RecordId worker = team.worker("editor");
            team.rule("Orders", "editor", List.of("See", "Edit"), Map.of());
            says("/start");
            presses("Orders");
            presses("1");
            team.changeRole(worker, "blocked");

            presses("Status ▸ Ready");

            assertThat(chat.last()).contains("invited people");
            assertThat(base.records(Workshop.ORDERS).getFirst().cell(Workshop.STATUS))
                    .isEqualTo(new CellValue.Choice("Preparing"));
        }
    }

    @Nested
    class Search {
        @Test
        void theRuleIsAlwaysOnTopOfTheWords() {
            theirs(2);
            team.worker("editor");
            team.rule("Orders", "editor", List.of("See"), Map.of("Rows", "mine: Of"));
            says("/find #10");
            assertThat(chat.screen()).contains("1–2 of 2");
            says("/find #1009");
            assertThat(chat.screen()).contains("Nothing found");
            says("/find Boris");
            assertThat(chat.screen()).as("a table they may not see").contains("Nothing found");
        }

        @Test
        void aHiddenFieldIsNotSearched() {
            base.set(
                    Workshop.ORDERS,
                    base.records(Workshop.ORDERS).getFirst().id(),
                    Workshop.NOTES,
                    new CellValue.Text("secret margin"));
            team.worker("viewer");
            team.rule("Orders", "viewer", List.of("See"), Map.of("Hidden", "Notes"));
            says("/find margin");
            assertThat(chat.screen()).contains("Nothing found");
        }
    }

    @Nested
    class LinkedRecords {
        @Test
        void ofATableThatIsNotTheirsAreCountedOnly() {
            team.worker("viewer");
            team.rule("Orders", "viewer", List.of("See"), Map.of());
            says("/start");
            presses("Orders");
            assertThat(chat.screen()).doesNotContain("Anna");
            presses("1");
            assertThat(chat.screen()).contains("<b>Client:</b> 1 record").doesNotContain("Anna");
            assertThat(chat.telegram.screen().labels())
                    .as("no button leads nowhere")
                    .noneMatch(label -> label.contains("Client"));

            RecordId order = base.records(Workshop.ORDERS).getFirst().id();
            String guessed = CallbackData.encode(new Action.Linked(Workshop.ORDERS, order, Workshop.CLIENT));
            chat.presses(Team.WORKER, chat.telegram.screen().id(), guessed);
            assertThat(chat.screen()).contains("1 record").doesNotContain("Anna");
            assertThat(chat.telegram.screen().labels()).containsExactly("◀ Back");
        }

        @Test
        void aRowThatIsNotTheirsCannotBeLinkedByGuessing() {
            RecordId boris = base.records(Workshop.CLIENTS).getLast().id();
            team.worker("editor");
            team.rule("Orders", "editor", List.of("See", "Add"), Map.of("Required", "Order\nClient"));
            team.rule("Clients", "editor", List.of("See", "Add"), Map.of("Rows", "sent"));
            says("/add Orders");
            says("#1");
            assertThat(chat.screen()).contains("<b>Client</b>");
            assertThat(chat.telegram.screen().labels()).noneMatch(label -> label.contains("Anna"));

            says(boris.value());
            assertThat(chat.telegram.screen().labels()).noneMatch(label -> label.contains("Boris"));
            says("Boris T.");
            assertThat(chat.telegram.screen().labels()).noneMatch(label -> label.equals("Boris T."));
            String[] real = chat.telegram.screen().button("New: Boris T.").split("\\.");
            for (String index : List.of("c0", "c1", "t0", "c7")) {
                chat.presses(Team.WORKER, chat.telegram.screen().id(), "f.%s.%s.%s".formatted(real[1], real[2], index));
            }
            assertThat(chat.stores.drafts().of(Team.WORKER))
                    .singleElement()
                    .satisfies(draft -> assertThat(draft.state()).doesNotContain(boris.value()));
        }
    }

    @Nested
    class FormsAndDrafts {
        @Test
        void theRoleTakenAwayInTheMiddle() {
            RecordId worker = team.worker("editor");
            team.rule("Orders", "editor", List.of("See", "Add"), Map.of());
            team.rule("Orders", "viewer", List.of("See"), Map.of());
            says("/add Orders");
            says("#1");
            ScriptedBotApi.Shown step = chat.telegram.screen();
            team.changeRole(worker, "viewer");

            says("x");
            assertThat(chat.screen() + chat.last()).contains("cannot add records to Orders");
            chat.presses(Team.WORKER, step.id(), step.button("Review"));
            assertThat(base.records(Workshop.ORDERS)).hasSize(20);
        }

        @Test
        void aFieldHiddenInTheMiddleFallsOut() {
            RecordId worker = team.worker("editor");
            team.rule("Orders", "editor", List.of("See", "Add"), Map.of());
            team.rule("Orders", "self-service", List.of("See", "Add"), Map.of("Hidden", "Client"));
            says("/add Orders");
            says("#1");
            assertThat(chat.screen()).contains("<b>Client</b>");
            team.changeRole(worker, "self-service");

            presses("Skip");

            assertThat(chat.screen())
                    .contains("fields of this table have changed")
                    .contains("<b>Status</b>");
        }
    }

    /**
     * Claims, invitations and somebody else's contact are {@code people.ComingInByChatTest}, {@code people.SharingByChatTest} and {@code
     * people.BadInputByChatTest}.
     */
    @Nested
    class Access {
        @Test
        void nobodyBecomesOwnerByComingFirst() {
            chat.types(Chat.STRANGER, "/start");
            assertThat(chat.lastTo(Chat.STRANGER)).contains("invited people");
            chat.types(Chat.STRANGER, "/setup").types(Chat.STRANGER, "/start c_AAAAAAAAAAAAAAAAAAAAAA");
            assertThat(chat.lastTo(Chat.STRANGER)).doesNotContain("owner of");
            chat.types(Chat.STRANGER, "/whoami");
            assertThat(chat.lastTo(Chat.STRANGER)).contains("invited people");
        }

        @Test
        void anOwnerWhomTheTablesLockOutComesInByOwnerIds() {
            team.person(Chat.OWNER, "Ada", "blocked");
            chat.types("/start");
            assertThat(chat.screen()).contains("What would you like to see?");
            chat.types("/whoami");
            assertThat(chat.last()).contains("owner");
        }
    }

    @Nested
    class NewRecords {
        @Test
        void areTheirMakersToSeeWhereTheRuleIsAboutWhatTheySent() {
            team.worker("drop-box");
            team.rule("Orders", "drop-box", List.of("See", "Add"), Map.of("Rows", "sent"));
            says("/add Orders");
            says("#1");
            presses("⏭ Review");
            presses("Save");
            presses("Open");
            assertThat(chat.screen()).contains("<b>#1</b>");
            assertThat(chat.telegram.screen().labels()).doesNotContain("✏️ Edit");
        }
    }
}
