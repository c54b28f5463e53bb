package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordChange;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.text.Language;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** More of the edge cases that the product names: what people put into the base. */
class EdgeCasesOfWritingTest {
    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        chat = new Chat(Workshop.withOrders(Workshop.fullOrders(), 20));
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    private RecordId order(int index) {
        return chat.airtable.records(Workshop.ORDERS).get(index).id();
    }

    private CellValue cell(int order, FieldId field) {
        return chat.airtable.records(Workshop.ORDERS).get(order).cell(field);
    }

    private CellValue saved(FieldId field) {
        return chat.airtable.records(Workshop.ORDERS).getLast().cell(field);
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

    private void sendDocument(String id, String name, long size) {
        chat.message(
                Chat.OWNER,
                message -> message.putObject("document")
                        .put("file_id", id)
                        .put("file_unique_id", id)
                        .put("file_name", name)
                        .put("file_size", size));
    }

    @Nested
    class AttachmentsIn {
        @Test
        void aPhotoAndTheSamePictureAsAFile() {
            ask("Photos");
            chat.message(Chat.OWNER, message -> {
                message.putArray("photo")
                        .addObject()
                        .put("file_id", "small")
                        .put("width", 90)
                        .put("height", 60)
                        .put("file_size", 500);
                message.withArray("photo")
                        .addObject()
                        .put("file_id", "large")
                        .put("width", 900)
                        .put("height", 600)
                        .put("file_size", 5_000);
            });
            sendDocument("original", "facade.png", 9_000);
            chat.presses("Done").presses("⏭ Review").presses("Save");

            assertThat(saved(Workshop.PHOTOS)).isInstanceOfSatisfying(CellValue.Attachments.class, cell -> {
                assertThat(cell.files()).hasSize(2);
                assertThat(cell.files().getFirst().filename()).matches("photo-\\d+\\.jpg");
                assertThat(cell.files().getLast().filename()).isEqualTo("facade.png");
            });
            assertThat(chat.telegram.calls("getFile"))
                    .extracting(call -> call.parameter("file_id"))
                    .as("of a photo the largest size")
                    .containsExactly("large", "original");
        }
    }

    /** Airtable answers before it fetches a file by its link, and tells nobody when it cannot. */
    @Nested
    class AttachmentsThatAirtableFetches {
        @BeforeEach
        void saveTwoLargeOnes() throws Exception {
            chat.close();
            chat = new Chat(Workshop.withOrders(Workshop.fullOrders(), 1), true);
            ask("Photos");
            sendDocument("BIG", "plan.pdf", 12L << 20);
            sendDocument("BIG2", "facade.tif", 12L << 20);
            chat.presses("Done");
            chat.presses("⏭ Review").presses("Save");
            assertThat(chat.screen()).contains("2 large files are on the way");
            chat.airtable.takeCalls();
        }

        private RecordId made() {
            return chat.airtable.records(Workshop.ORDERS).getLast().id();
        }

        private void come(String... names) {
            List<Attachment> files = new ArrayList<>();
            for (String name : names) {
                files.add(new Attachment("att" + name, name, "application/pdf", 12L << 20, null, null, "https://x"));
            }
            chat.airtable.set(Workshop.ORDERS, made(), Workshop.PHOTOS, new CellValue.Attachments(files));
        }

        private void afterMinutes(int minutes) throws InterruptedException {
            chat.clock.pass(Duration.ofMinutes(minutes));
            chat.lookForFiles();
        }

        @Test
        void whatCameIsNotTalkedAboutAndNotLookedForAgain() throws Exception {
            come("plan.pdf", "facade.tif");
            int messages = chat.telegram.messages().size();
            afterMinutes(1);
            assertThat(chat.airtable.takeCalls()).doesNotContain("record");
            afterMinutes(2);
            assertThat(chat.airtable.takeCalls()).containsOnlyOnce("record");
            afterMinutes(20);
            assertThat(chat.airtable.takeCalls()).isEmpty();
            assertThat(chat.telegram.messages()).hasSize(messages);
        }

        @Test
        void whatCouldNotBeFetchedIsToldOnceTheLinkIsOver() throws Exception {
            come("plan.pdf");
            int messages = chat.telegram.messages().size();
            afterMinutes(3);
            assertThat(chat.telegram.messages()).as("it may still come").hasSize(messages);

            afterMinutes(14);
            assertThat(chat.last())
                    .contains("Airtable could not fetch «facade.tif»: it is not in")
                    .doesNotContain("plan.pdf");
            chat.presses("Open");
            assertThat(chat.screen()).contains("<b>Photos:</b>");
            afterMinutes(60);
            assertThat(chat.telegram.messages().stream()
                            .filter(message -> message.text().contains("could not fetch")))
                    .hasSize(1);
        }

        @Test
        void oneThatIsForEverArrivingNeverCame() throws Exception {
            afterMinutes(17);
            assertThat(chat.last()).contains("«plan.pdf», «facade.tif»: they are not in");
        }

        @Test
        void whileAirtableIsAwayNothingIsSaidOfThem() throws Exception {
            int messages = chat.telegram.messages().size();
            chat.clock.pass(Duration.ofMinutes(17));
            chat.airtable.failNext(new dev.basegram.bot.airtable.AirtableFailure.Unavailable("503", null));
            chat.lookForFiles();
            assertThat(chat.telegram.messages()).hasSize(messages);
            afterMinutes(6);
            assertThat(chat.last()).contains("could not fetch");
        }

        @Test
        void aRecordThatIsGoneNeedsNoFiles() throws Exception {
            chat.airtable.drop(Workshop.ORDERS, made());
            int messages = chat.telegram.messages().size();
            afterMinutes(17);
            afterMinutes(17);
            assertThat(chat.telegram.messages()).hasSize(messages);
            assertThat(chat.stores.arrivals().due(chat.clock.instant().plusSeconds(86_400), 9))
                    .isEmpty();
        }
    }

    @Nested
    class FormsAndDrafts {
        @Test
        void aRestartInTheMiddleChangesNothing() {
            chat.types("/add Orders").types("#77").restarts();
            chat.presses("Anna K.").restarts();
            chat.presses("Ready").restarts().types("12,50").restarts();
            chat.presses("⏭ Review").restarts();
            chat.presses("Save");
            assertThat(saved(Workshop.NAME)).isEqualTo(new CellValue.Text("#77"));
            assertThat(saved(Workshop.STATUS)).isEqualTo(new CellValue.Choice("Ready"));
            assertThat(saved(Workshop.CLIENT)).isInstanceOf(CellValue.Links.class);
            assertThat(saved(Workshop.TOTAL)).isEqualTo(new CellValue.Numeric(new java.math.BigDecimal("12.5")));
        }

        @Test
        void theSameFormOpenedTwiceSavesBothAsTheyWere() {
            chat.types("/add Orders").types("#1");
            ScriptedBotApi.Shown first = chat.telegram.screen();
            chat.types("/add Orders").types("#2").presses("⏭ Review").presses("Save");
            chat.presses(Chat.OWNER, first.id(), first.button("Review")).presses("Save");
            assertThat(chat.airtable.records(Workshop.ORDERS).stream()
                            .map(row -> row.cell(Workshop.NAME))
                            .skip(20))
                    .containsExactly(new CellValue.Text("#2"), new CellValue.Text("#1"));
        }

        @Test
        void aNoticeAboutADraftGoesToNobodyWhoBlockedTheBot() throws Exception {
            chat.types("/add Orders").types("#1");
            chat.database().writeNow(chat.stores.preferences().blocked(Chat.OWNER, true));
            chat.clock.pass(Duration.ofDays(31));
            chat.telegram.forgetCalls();
            chat.expireDrafts();
            assertThat(chat.telegram.calls("sendMessage")).isEmpty();
            assertThat(chat.stores.drafts().of(Chat.OWNER)).isEmpty();
        }
    }

    @Nested
    class Edit {
        @Test
        void everyScreenOfItNamesTheRecord() {
            openCard(0);
            chat.presses("✏️ Edit");
            assertThat(chat.screen()).contains("#1001");
            chat.presses("Total");
            assertThat(chat.screen()).startsWith("✏️ <b>#1001</b>  ·  Orders");
            chat.types("99");
            assertThat(chat.screen()).startsWith("✏️ <b>#1001</b>  ·  Orders").contains("→ 99.00\u00A0€");
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.TOTAL, CellValue.Numeric.of(50));
            chat.presses("Save");
            assertThat(chat.screen()).contains("<b>#1001</b>").contains("was changed meanwhile");
        }
    }

    @Nested
    class NumbersAndDates {
        @ParameterizedTest
        @EnumSource(Language.class)
        void whatTheHintShowsCanBeTyped(Language language) {
            Speech speech = new Speech(language, ZoneOffset.UTC);
            chat.inLanguage(language.code());
            openCard(0);
            chat.presses(
                    Chat.OWNER,
                    chat.telegram.screen().id(),
                    "E.Orders00000001." + order(0).value().substring(3) + "."
                            + Workshop.VISIT.value().substring(3));
            String time = speech.dates().time(LocalTime.of(14, 30)).replace('\u202F', ' ');
            assertThat(chat.screen()).contains(time);
            chat.types(speech.dates().day(LocalDate.of(2026, 12, 31)) + " " + time)
                    .presses("💾");
            assertThat(cell(0, Workshop.VISIT))
                    .isEqualTo(new CellValue.DateTime(Instant.parse("2026-12-31T14:30:00Z")));
        }
    }

    @Nested
    class ConcurrentEdits {
        @Test
        void onlyTheTouchedFieldIsSent() {
            openCard(0);
            chat.presses("✏️ Edit").presses("Total").types("99");
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.NOTES, new CellValue.Text("theirs"));
            chat.presses("Save");
            assertThat(chat.airtable.changes())
                    .singleElement()
                    .satisfies(change -> assertThat(change.cells()).containsOnlyKeys(Workshop.TOTAL));
            assertThat(cell(0, Workshop.NOTES)).isEqualTo(new CellValue.Text("theirs"));
        }

        @Test
        void linksAreMerged() {
            RecordId anna = chat.airtable.records(Workshop.CLIENTS).getFirst().id();
            RecordId boris = chat.airtable.records(Workshop.CLIENTS).getLast().id();
            RecordId cleo = chat.airtable.put(
                    Workshop.CLIENTS, java.util.Map.of(Workshop.CLIENT_NAME, new CellValue.Text("Cleo")));
            several();
            openCard(0);
            chat.presses("✏️ Edit").presses("Client").presses("Boris T.").presses("Done");
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.CLIENT, new CellValue.Links(List.of(anna, cleo)));
            chat.presses("Save");
            assertThat(cell(0, Workshop.CLIENT)).isEqualTo(new CellValue.Links(List.of(anna, cleo, boris)));
        }

        private void several() {
            Table orders = Workshop.fullOrders();
            List<dev.basegram.bot.airtable.Field> fields = new ArrayList<>(orders.fields());
            fields.replaceAll(field -> field.id().equals(Workshop.CLIENT)
                    ? Workshop.field(
                            Workshop.CLIENT,
                            "Client",
                            new FieldType.RecordLinks(Workshop.CLIENTS, false, false, Workshop.ORDERS_OF, null))
                    : field);
            chat.airtable.replaceTables(List.of(Workshop.orders(fields), Workshop.clients()));
        }

        @Test
        void onesOwnStatusHandledAgainAfterACrashIsNoChangeOfSomebodyElses() {
            openCard(0);
            chat.pressesAndCrashes("Status ▸ Ready");
            assertThat(chat.screen()).contains("✅ 🟢 Preparing → 🟢 Ready").doesNotContain("changed meanwhile");
            assertThat(chat.airtable.changes()).as("written once").hasSize(1);
            chat.presses("Undo");
            assertThat(cell(0, Workshop.STATUS)).isEqualTo(new CellValue.Choice("Preparing"));
        }

        @Test
        void whatMemoryTakesForDoneIsReadAnewBeforeItIsSaid() {
            openCard(0);
            String ready = chat.telegram.screen().button("Status ▸ Ready");
            chat.presses("Status ▸ Ready");
            chat.airtable.holdAsItIs(Workshop.ORDERS, order(0));
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.STATUS, new CellValue.Choice("Shipped"));
            chat.presses(Chat.OWNER, chat.telegram.screen().id(), ready);
            assertThat(chat.screen()).contains("changed meanwhile").contains("<b>Status:</b> 🟢 Shipped");
        }

        @Test
        void onesOwnEditHandledAgainAfterACrashIsNoConflict() {
            openCard(0);
            chat.presses("✏️ Edit").presses("Total").types("99");
            chat.pressesAndCrashes("Save");
            assertThat(chat.screen()).contains("✅ Saved").contains("<b>Total:</b> 99.00\u00A0€");
            chat.types("/undo");
            assertThat(cell(0, Workshop.TOTAL)).isEqualTo(CellValue.Numeric.of(10));
        }

        @Test
        void everyChangeSaysWhatItExpectsToFind() {
            openCard(0);
            chat.presses("Status ▸ Ready");
            openCard(1);
            chat.presses("✏️ Edit").presses("Total").types("1").presses("Save");
            assertThat(chat.airtable.changes())
                    .extracting(RecordChange::expected)
                    .containsExactly(
                            java.util.Map.of(Workshop.STATUS, new CellValue.Choice("Preparing")),
                            java.util.Map.of(Workshop.TOTAL, CellValue.Numeric.of(20)));
        }
    }
}
