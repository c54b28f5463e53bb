package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** More of the edge cases that the product names: forms, what they save, and the widgets of people and of links. */
class EdgeCasesOfFormsTest {
    private static final FieldId ASSIGNEE = new FieldId("fldAssignee000001");
    private static final FieldId HELPERS = new FieldId("fldHelpers0000001");
    private static final Collaborator NORA = new Collaborator("usrNora", "nora@example.org", "Nora Lind");
    private static final Collaborator OLE = new Collaborator("usrOle", "ole@example.org", "Ole Berg");

    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        chat = new Chat(Workshop.withOrders(withPeople(), 20));
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    private static Table withPeople() {
        List<Field> fields = new ArrayList<>(Workshop.fullOrders().fields());
        fields.add(Workshop.field(ASSIGNEE, "Assignee", new FieldType.SingleCollaborator()));
        fields.add(Workshop.field(HELPERS, "Helpers", new FieldType.MultipleCollaborators()));
        return Workshop.orders(fields);
    }

    private RecordId order(int index) {
        return chat.airtable.records(Workshop.ORDERS).get(index).id();
    }

    private AirtableRecord newest() {
        return chat.airtable.records(Workshop.ORDERS).getLast();
    }

    private void openCard(int index) {
        chat.types("/start r_Orders00000001_" + order(index).value().substring(3));
    }

    private void ask(String field) {
        chat.types("/add Orders");
        for (int i = 0; i < 20 && !chat.screen().contains("<b>" + field + "</b>"); i++) {
            chat.presses("Skip");
        }
        assertThat(chat.screen()).contains("<b>" + field + "</b>");
    }

    private void finish() {
        if (!chat.screen().contains("is everything right")) {
            chat.presses("⏭ Review");
        }
        chat.presses("Save");
    }

    private void forwards(String text) {
        chat.message(Chat.OWNER, message -> {
            message.put("text", text);
            origin(message);
        });
    }

    private static void origin(ObjectNode message) {
        message.putObject("forward_origin")
                .put("type", "hidden_user")
                .put("sender_user_name", "Somebody")
                .put("date", 1);
    }

    @Nested
    class FormsAndDrafts {
        @Test
        void severalAnswersForwardedAtOnceAreOne() {
            ask("Notes");
            forwards("first line");
            forwards("second line");
            forwards("third line");
            assertThat(chat.screen()).contains("<b>Assignee</b>");
            finish();
            assertThat(newest().cell(Workshop.NOTES))
                    .isEqualTo(new CellValue.Text("first line\nsecond line\nthird line"));
        }

        @Test
        void severalForwardedWhereOneIsEnoughAreNotTakenForTheNextSteps() {
            ask("Total");
            forwards("120");
            forwards("130");
            assertThat(chat.screen())
                    .contains("only the first counts for Total")
                    .contains("<b>Due</b>");
            chat.clock.pass(Duration.ofMinutes(1));
            forwards("31.12.2026");
            finish();
            assertThat(newest().cell(Workshop.TOTAL)).isEqualTo(new CellValue.Numeric(new BigDecimal("120")));
            assertThat(newest().cell(Workshop.DUE)).isEqualTo(new CellValue.Date(LocalDate.of(2026, 12, 31)));
        }

        @Test
        void twoDevicesPressTheSameStepOnce() {
            chat.types("/add Orders").types("#1");
            ScriptedBotApi.Shown both = chat.telegram.screen();
            String skip = both.button("Skip");

            chat.presses(Chat.OWNER, both.id(), skip);
            assertThat(chat.screen()).contains("3/");
            chat.presses(Chat.OWNER, both.id(), skip);

            assertThat(chat.screen()).contains("3/");
            assertThat(chat.telegram.calls("answerCallbackQuery").getLast().parameter("text"))
                    .isEqualTo("That step is already done.");
        }

        @Test
        void aMonthLaterTheDraftIsDroppedWithANotice() throws Exception {
            chat.types("/add Orders").types("#1").types("/menu");
            chat.clock.pass(Duration.ofDays(29));
            chat.expireDrafts();
            assertThat(chat.stores.drafts().of(Chat.OWNER)).hasSize(1);

            chat.clock.pass(Duration.ofDays(2));
            chat.expireDrafts();

            assertThat(chat.last()).contains("form for Orders").contains("30 days");
            assertThat(chat.stores.drafts().of(Chat.OWNER)).isEmpty();
        }

        @Test
        void backFromEveryStepKeepsEveryAnswer() {
            chat.types("/add Orders")
                    .types("#1")
                    .presses("Skip")
                    .presses("Ready")
                    .types("12,50");
            for (int i = 0; i < 4; i++) {
                chat.presses("◀ Back");
            }
            assertThat(chat.screen()).contains("1/");
            chat.presses("⏭ Review");
            assertThat(chat.screen()).contains("#1", "🟢 Ready", "12.50\u00A0€");
        }

        @Test
        void aCommandInTheMiddleLeavesTheFormInTheDrafts() {
            chat.types("/add Orders").types("#1").types("/help").types("/find Anna");
            chat.types("/drafts").presses("▶ 1");
            assertThat(chat.screen()).contains("2/");
        }
    }

    @Nested
    class Save {
        @Test
        void tooManyRequestsIsToldAndTheFormKept() {
            chat.types("/add Orders").types("#1").presses("⏭ Review");
            chat.airtable.failNext(
                    new AirtableFailure.RateLimited(chat.clock.instant().plusSeconds(30), Duration.ofSeconds(30)));
            chat.presses("Save");
            assertThat(chat.screen()).contains("half a minute").contains("Not saved yet");

            chat.presses("Save");
            assertThat(newest().cell(Workshop.NAME)).isEqualTo(new CellValue.Text("#1"));
        }

        @Test
        void aFieldThatIsGoneLeadsToItsStep() {
            chat.types("/add Orders").types("#1").presses("⏭ Review");
            chat.airtable.failNext(new AirtableFailure.FieldGone(Workshop.NAME, "Order"));
            chat.presses("Save");
            assertThat(chat.screen()).contains("1/").contains("removed or changed");
        }
    }

    @Nested
    class Select {
        @Test
        void aChoiceRenamedWhileTheFormIsOpen() {
            ask("Status");
            String ready = chat.telegram.screen().button("Ready");
            List<Field> fields = new ArrayList<>(withPeople().fields());
            fields.replaceAll(field -> field.id().equals(Workshop.STATUS)
                    ? Workshop.field(
                            Workshop.STATUS,
                            "Status",
                            new FieldType.SingleSelect(List.of(
                                    Workshop.choice("New"), Workshop.choice("Underway"), Workshop.choice("Packed"))))
                    : field);
            chat.airtable.replaceTables(List.of(Workshop.orders(fields), Workshop.clients()));

            chat.presses(Chat.OWNER, chat.telegram.screen().id(), ready);
            assertThat(chat.screen()).contains("options have changed");
            chat.presses("Packed");
            finish();
            assertThat(newest().cell(Workshop.STATUS)).isEqualTo(new CellValue.Choice("Packed"));
        }

        @Test
        void nineChoicesAreTwoPages() {
            List<Field> fields = new ArrayList<>(withPeople().fields());
            List<dev.basegram.bot.airtable.SelectChoice> nine = new ArrayList<>();
            for (int i = 1; i <= 9; i++) {
                nine.add(Workshop.choice("Option " + i));
            }
            fields.replaceAll(field -> field.id().equals(Workshop.STATUS)
                    ? Workshop.field(Workshop.STATUS, "Status", new FieldType.SingleSelect(nine))
                    : field);
            chat.airtable.replaceTables(List.of(Workshop.orders(fields), Workshop.clients()));
            ask("Status");
            chat.presses("▶").presses("Option 9");
            finish();
            assertThat(newest().cell(Workshop.STATUS)).isEqualTo(new CellValue.Choice("Option 9"));
        }
    }

    @Nested
    class Status {
        @Test
        void everyStageIsTwoTapsAwayAndOneTapTakesItBack() {
            openCard(0);
            chat.presses("Status ▸ …");
            assertThat(chat.telegram.screen().labels())
                    .containsExactly("🟢 New", "✓ 🟢 Preparing", "🟢 Ready", "🟢 Shipped", "◀ Back");
            chat.presses("Shipped");
            assertThat(chat.screen()).contains("🟢 Preparing → 🟢 Shipped").contains("<b>Status:</b> 🟢 Shipped");
            assertThat(chat.telegram.screen().labels())
                    .contains("↩️ Undo", "Status ▸ …")
                    .noneMatch(label -> label.matches("Status ▸ \\w+"));

            chat.presses("Undo");
            assertThat(chat.screen()).contains("Taken back").contains("<b>Status:</b> 🟢 Preparing");
            assertThat(chat.telegram.screen().labels()).contains("Status ▸ Ready");
        }

        @Test
        void aStageOfAnOlderScreenIsNotSet() {
            openCard(0);
            chat.presses("Status ▸ …");
            String shipped = chat.telegram.screen().button("Shipped");
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.STATUS, new CellValue.Choice("Ready"));
            chat.presses(Chat.OWNER, chat.telegram.screen().id(), shipped);
            assertThat(chat.screen()).contains("changed meanwhile").contains("<b>Status:</b> 🟢 Ready");
        }
    }

    @Nested
    class People {
        private void nameNora() {
            chat.airtable.set(Workshop.ORDERS, order(3), ASSIGNEE, new CellValue.Person(NORA));
            chat.airtable.set(Workshop.ORDERS, order(4), HELPERS, new CellValue.People(List.of(OLE, NORA)));
        }

        @Test
        void thoseTheRowsNameAreOffered() {
            nameNora();
            ask("Assignee");
            assertThat(chat.telegram.screen().labels()).contains("Nora Lind", "Ole Berg");
            chat.presses("Ole Berg");
            finish();
            assertThat(newest().cell(ASSIGNEE)).isEqualTo(new CellValue.Person(OLE));
        }

        @Test
        void byTypingAPartOfTheNameOrTheAddress() {
            nameNora();
            ask("Assignee");
            chat.types("nora");
            finish();
            assertThat(newest().cell(ASSIGNEE)).isEqualTo(new CellValue.Person(NORA));
            ask("Assignee");
            chat.types("OLE@example.org");
            finish();
            assertThat(newest().cell(ASSIGNEE)).isEqualTo(new CellValue.Person(OLE));
        }

        @Test
        void somebodyUnknownByTheirAddressAlone() {
            ask("Assignee");
            assertThat(chat.screen()).contains("Type the e-mail address");
            chat.types("nobody");
            assertThat(chat.screen()).contains("nobody called «nobody»");
            chat.types("new@example.org");
            finish();
            assertThat(newest().cell(ASSIGNEE))
                    .isEqualTo(new CellValue.Person(new Collaborator("", "new@example.org", null)));
        }

        @Test
        void severalAreMarkedAndMergedWithWhatOthersDo() {
            nameNora();
            chat.airtable.set(Workshop.ORDERS, order(0), HELPERS, new CellValue.People(List.of(NORA)));
            openCard(0);
            chat.presses("✏️ Edit").presses("Helpers");
            assertThat(chat.telegram.screen().labels()).contains("☑️ Nora Lind", "▫️ Ole Berg");
            chat.presses("Ole Berg").presses("Nora Lind").presses("Done");
            assertThat(chat.screen()).contains("Nora Lind → Ole Berg");
            chat.presses("Save");
            assertThat(chat.airtable.records(Workshop.ORDERS).getFirst().cell(HELPERS))
                    .isInstanceOfSatisfying(
                            CellValue.People.class,
                            people -> assertThat(people.collaborators())
                                    .extracting(Collaborator::id)
                                    .containsExactly("usrOle"));
        }
    }

    @Nested
    class LinkedRecords {
        @Test
        void aSingleLinkTakesOneAndGoesOn() {
            ask("Client");
            assertThat(chat.telegram.screen().labels()).noneMatch(label -> label.contains("Done"));
            chat.presses("Anna K.");
            assertThat(chat.screen()).contains("<b>Status</b>");
        }

        @Test
        void circularLinksLeadThereAndBack() {
            RecordId anna = chat.airtable.records(Workshop.CLIENTS).getFirst().id();
            chat.airtable.set(
                    Workshop.CLIENTS, anna, Workshop.ORDERS_OF, new CellValue.Links(List.of(order(0), order(1))));
            openCard(0);
            for (int i = 0; i < 3; i++) {
                chat.presses("Client (1)").presses("Anna K.");
                assertThat(chat.screen()).contains("<b>Anna K.</b>").contains("<b>Orders:</b> #1001, #1002");
                chat.presses("Orders (2)").presses("#1001");
                assertThat(chat.screen()).contains("<b>#1001</b>");
            }
        }
    }

    @Nested
    class Browse {
        @Test
        void moreThanAHundredRowsToTheLast() throws Exception {
            try (Chat many = new Chat(Workshop.withOrders(Workshop.shortOrders(), 131))) {
                many.types("/start").presses("Orders");
                assertThat(many.screen()).contains("1–8 of 131");
                for (int i = 0; i < 16; i++) {
                    many.presses("▶");
                }
                assertThat(many.screen()).contains("129–131 of 131").contains("#1131");
                assertThat(many.telegram.screen().labels()).doesNotContain("▶");
                many.presses("◀");
                assertThat(many.screen()).contains("121–128 of 131");
            }
        }

        @Test
        void aRowThatIsGoneIsSaidToBeAndTheListIsThereWithoutIt() {
            chat.types("/start").presses("Orders");
            chat.airtable.drop(Workshop.ORDERS, order(0));
            chat.presses("1");
            assertThat(chat.screen()).contains("This record is gone.");
            chat.presses("◀");
            assertThat(chat.screen()).contains("1–8 of 19").doesNotContain("#1001");
        }
    }

    @Nested
    class Search {
        @Test
        void moreThanFiftyHitsAreNotCalledAll() throws Exception {
            try (Chat many = new Chat(Workshop.withOrders(Workshop.shortOrders(), 80))) {
                many.types("/find #10");
                assertThat(many.screen()).contains("1–8 of 50+");
            }
        }

        @Test
        void nothingFoundOffersToLookAgain() {
            chat.types("/find zzz");
            assertThat(chat.screen()).contains("Nothing found for «zzz»");
            chat.presses("Search again").types("anna");
            assertThat(chat.screen()).contains("Anna K.");
        }
    }

    @Nested
    class Computed {
        @Test
        void everyReadOnlyTypeIsShownAndNeverAskedForNorSent() {
            List<FieldType> types = List.of(
                    new FieldType.Formula("1", true, List.of(), new FieldType.Numeric(0)),
                    new FieldType.Rollup(null, null, true, new FieldType.Numeric(0)),
                    new FieldType.Lookup(null, null, true, new FieldType.SingleLineText()),
                    new FieldType.ExternalSyncSource(List.of()),
                    new FieldType.AutoNumber(),
                    new FieldType.CreatedTime(null),
                    new FieldType.LastModifiedTime(null, List.of()),
                    new FieldType.CreatedBy(),
                    new FieldType.LastModifiedBy(),
                    new FieldType.Button(),
                    new FieldType.AiText(),
                    new FieldType.Count(null, true),
                    new FieldType.Unknown("hologram", null));
            List<Field> fields = new ArrayList<>();
            fields.add(Workshop.field(Workshop.NAME, "Order", new FieldType.SingleLineText()));
            for (int i = 0; i < types.size(); i++) {
                fields.add(Workshop.field(new FieldId("fldComputed000%03d".formatted(i)), "C" + i, types.get(i)));
            }
            assertThat(types).hasSize(13);
            chat.airtable.replaceTables(List.of(Workshop.orders(fields), Workshop.clients()));
            chat.types("/add Orders");
            assertThat(chat.screen()).contains("1/1");
            chat.types("#1").presses("Save");
            assertThat(newest().cells()).containsOnlyKeys(Workshop.NAME);
            openCard(0);
            chat.presses("✏️ Edit");
            assertThat(chat.telegram.screen().labels()).containsExactly("Order", "◀ Back");
        }
    }

    @Nested
    class NumbersAndDates {
        @Test
        void precisionIsRoundedToWhatTheFieldHoldsAndSaid() {
            ask("Total");
            chat.types("10.005");
            assertThat(chat.screen()).contains("Understood: <b>10.01\u00A0€</b>");
        }

        @Test
        void arabicDigitsAreDigits() {
            ask("Total");
            chat.types("١٬٢٠٠٫٥٠");
            finish();
            assertThat(newest().cell(Workshop.TOTAL)).isEqualTo(new CellValue.Numeric(new BigDecimal("1200.5")));
            ask("Stars");
            chat.types("٤");
            finish();
            assertThat(newest().cell(Workshop.STARS)).isEqualTo(CellValue.Numeric.of(4));
        }

        @Test
        void aStarMoreThanThereAreIsNone() {
            ask("Stars");
            for (String typed : List.of("6", "0", "-1", "3.5", "4294967297", "★★★★★★")) {
                chat.types(typed);
                assertThat(chat.screen()).as(typed).contains("<b>Stars</b>").contains("⚠️");
            }
            chat.types("5 ★");
            finish();
            assertThat(newest().cell(Workshop.STARS)).isEqualTo(CellValue.Numeric.of(5));
        }

        @Test
        void aDateOnlyHasNoTimeAndNoZone() {
            chat.types("/tz Pacific/Auckland");
            ask("Due");
            chat.presses("Today");
            finish();
            // 10:00 in UTC is 23:00 of the same day there.
            assertThat(newest().cell(Workshop.DUE)).isEqualTo(new CellValue.Date(LocalDate.of(2026, 11, 25)));
            chat.clock.pass(Duration.ofHours(2));
            ask("Due");
            chat.presses("Today");
            finish();
            assertThat(newest().cell(Workshop.DUE)).isEqualTo(new CellValue.Date(LocalDate.of(2026, 11, 26)));
        }
    }

    @Nested
    class LongText {
        @Test
        void aVeryLongOneIsAFile() {
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.NOTES, new CellValue.Text("Ж<&>😀 ".repeat(5_000)));
            openCard(0);
            chat.presses("📄 Notes");
            assertThat(chat.telegram.calls("sendDocument")).hasSize(1);
        }

        @Test
        void noCutGoesThroughACharacter() {
            for (int length = 150; length < 170; length++) {
                chat.airtable.set(
                        Workshop.ORDERS,
                        order(0),
                        Workshop.NOTES,
                        new CellValue.Text("x".repeat(length % 2) + "😀".repeat(length)));
                openCard(0);
                assertThat(chat.screen()
                                        .chars()
                                        .filter(c -> Character.isSurrogate((char) c))
                                        .count()
                                % 2)
                        .isZero();
                assertThat(chat.screen()).doesNotContain("?");
            }
        }
    }

    @Nested
    class OtherMessages {
        @Test
        void aStickerOrAPlaceOnTheReviewAsksForTheButtons() {
            chat.types("/add Orders").types("#1").presses("⏭ Review");
            Consumer<ObjectNode> sticker =
                    message -> message.putObject("sticker").put("file_id", "S");
            chat.message(Chat.OWNER, sticker);
            assertThat(chat.screen()).contains("Please use the buttons.").contains("is everything right");
        }
    }

    @Nested
    class UndoneEdits {
        @Test
        void anEditIsTakenBackAndTheRecordShown() {
            openCard(0);
            chat.presses("✏️ Edit").presses("Total").types("99").presses("Save").types("/undo");
            assertThat(chat.screen()).contains("Taken back").contains("<b>Total:</b> 10.00\u00A0€");
        }
    }
}
