package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** The edge cases that the product names, feature by feature. */
class EdgeCasesTest {
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

    private AirtableRecord newest() {
        return chat.airtable.records(Workshop.ORDERS).getLast();
    }

    private void openCard(int index) {
        chat.types("/start r_Orders00000001_" + order(index).value().substring(3));
    }

    /** Opens the form for a new order at one field, everything before it skipped. */
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

    @Nested
    class SchemaSync {
        @Test
        void aFieldRemovedInTheMiddleOfAForm() {
            chat.types("/add Orders").types("#1");
            assertThat(chat.screen()).contains("<b>Client</b>");
            List<Field> left = new ArrayList<>(Workshop.fullOrders().fields());
            left.removeIf(field -> field.id().equals(Workshop.CLIENT));
            chat.airtable.replaceTables(List.of(Workshop.orders(left), Workshop.clients()));

            chat.presses("Skip");

            assertThat(chat.screen())
                    .contains("fields of this table have changed")
                    .contains("<b>Status</b>");
            chat.presses("Ready");
            finish();
            assertThat(newest().cell(Workshop.NAME)).isEqualTo(new CellValue.Text("#1"));
        }

        @Test
        void aFieldRenamedInTheMiddleOfAForm() {
            chat.types("/add Orders");
            List<Field> renamed = new ArrayList<>(Workshop.fullOrders().fields());
            renamed.set(0, Workshop.field(Workshop.NAME, "Order {no} }'\"\n🚚", new FieldType.SingleLineText()));
            chat.airtable.replaceTables(List.of(Workshop.orders(renamed), Workshop.clients()));

            chat.types("#1");
            finish();

            assertThat(newest().cell(Workshop.NAME)).isEqualTo(new CellValue.Text("#1"));
        }

        @Test
        void aTableThatIsGone() {
            chat.types("/add Orders");
            chat.airtable.replaceTables(List.of(Workshop.clients()));
            chat.types("#1");
            assertThat(chat.screen()).contains("no longer there");
        }

        @Test
        void anUnknownTypeIsShownAndNeverAskedFor() {
            FieldId strange = new FieldId("fldStrange0000001");
            chat.airtable.replaceTables(List.of(Workshop.orders(List.of(
                    Workshop.field(Workshop.NAME, "Order", new FieldType.SingleLineText()),
                    Workshop.field(strange, "Hologram", new FieldType.Unknown("hologram", null))))));
            chat.airtable.set(Workshop.ORDERS, order(0), strange, new CellValue.Raw("{\"x\":\"<b>\"}"));

            openCard(0);
            assertThat(chat.screen()).contains("Hologram").contains("&lt;b&gt;");
            chat.types("/add Orders");
            assertThat(chat.screen()).contains("1/1");
        }

        @Test
        void theBotsOwnKeyIsNeitherAskedForNorShown() {
            FieldId key = new FieldId("fldBotKey00000001");
            chat.airtable.replaceTables(List.of(Workshop.orders(List.of(
                    Workshop.field(Workshop.NAME, "Order", new FieldType.SingleLineText()),
                    Workshop.field(key, "Bot Key", new FieldType.SingleLineText())))));
            chat.airtable.set(Workshop.ORDERS, order(0), key, new CellValue.Text("form.1"));

            openCard(0);
            assertThat(chat.screen()).doesNotContain("Bot Key");
            chat.types("/add Orders");
            assertThat(chat.screen()).contains("1/1");
        }

        @Test
        void aTableOfFiveHundredFields() {
            List<Field> many =
                    new ArrayList<>(List.of(Workshop.field(Workshop.NAME, "Order", new FieldType.SingleLineText())));
            for (int i = 0; i < 500; i++) {
                FieldId id = new FieldId("fldMany%010d".formatted(i));
                many.add(Workshop.field(id, "Field " + i, new FieldType.SingleLineText()));
                chat.airtable.set(Workshop.ORDERS, order(0), id, new CellValue.Text("value".repeat(20)));
            }
            chat.airtable.replaceTables(List.of(Workshop.orders(many)));

            openCard(0);
            assertThat(chat.screen().length()).isLessThan(4096 + 2_000);
            assertThat(chat.screen().substring(chat.screen().length() - 60)).contains("more fields");
            chat.types("/add Orders").types("#1");
            finish();
            assertThat(newest().cell(Workshop.NAME)).isEqualTo(new CellValue.Text("#1"));
        }
    }

    @Nested
    class Browse {
        @Test
        void noRows() throws Exception {
            try (Chat empty = new Chat(Workshop.withOrders(Workshop.shortOrders(), 0))) {
                empty.types("/start").presses("Orders");
                assertThat(empty.screen()).contains("No records yet.");
            }
        }

        @Test
        void oneRow() throws Exception {
            try (Chat one = new Chat(Workshop.withOrders(Workshop.shortOrders(), 1))) {
                one.types("/start").presses("Orders");
                assertThat(one.screen()).contains("1–1 of 1");
                assertThat(one.telegram.screen().labels()).doesNotContain("◀", "▶");
            }
        }

        @Test
        void aRowDeletedBetweenListAndTap() {
            chat.types("/start").presses("Orders");
            chat.airtable.drop(Workshop.ORDERS, order(0));

            chat.presses("1");

            assertThat(chat.screen()).contains("This record is gone.");
        }

        @Test
        void aPageBeyondTheLastShowsTheLast() {
            chat.types("/start");
            chat.presses(Chat.OWNER, chat.telegram.screen().id(), "b.Orders00000001.-.zz");
            assertThat(chat.screen()).contains("17–20 of 20");
        }

        @Test
        void aViewThatIsGoneShowsTheTable() {
            chat.types("/start");
            chat.presses(Chat.OWNER, chat.telegram.screen().id(), "b.Orders00000001.Gone.0");
            assertThat(chat.screen()).contains("<b>Orders</b> · 1–8 of 20");
        }
    }

    @Nested
    class Search {
        @Test
        void caseAndAccentsDoNotMatter() {
            chat.airtable.put(Workshop.CLIENTS, Map.of(Workshop.CLIENT_NAME, new CellValue.Text("Förskolan Ekorren")));
            chat.types("/find FORSKOLAN");
            assertThat(chat.screen()).contains("Förskolan Ekorren").contains("1–1 of 1");
        }

        @Test
        void marksMeanThemselves() {
            for (String words : List.of("'", "\\", "\"", "{", ")", "' OR 1=1", "<b>")) {
                chat.types("/find " + words);
                assertThat(chat.screen()).startsWith("Nothing found for");
            }
        }

        @Test
        void wordsAskedForAndPages() {
            chat.types("/find");
            assertThat(chat.screen()).contains("What are you looking for");
            chat.types("#10");
            assertThat(chat.screen()).contains("1–8 of 20");
            chat.presses("▶");
            assertThat(chat.screen()).contains("9–16 of 20");
            chat.presses("1");
            assertThat(chat.screen()).contains("<b>#1009</b>");
        }

        @Test
        void aPageOfAnEarlierSearchAsksAnew() {
            chat.types("/find #10");
            ScriptedBotApi.Shown old = chat.telegram.screen();
            chat.types("/find Anna");

            chat.presses(Chat.OWNER, chat.telegram.screen().id(), old.button("▶"));

            assertThat(chat.screen()).contains("What are you looking for");
        }
    }

    @Nested
    class LinkedRecords {
        @Test
        void namesAndNotIds() {
            openCard(0);
            assertThat(chat.screen()).contains("<b>Client:</b> Anna K.").doesNotContain("rec0");
        }

        @Test
        void foundByTyping() {
            ask("Client");
            chat.types("bor").presses("Boris T.");
            finish();
            assertThat(newest().cell(Workshop.CLIENT)).isInstanceOf(CellValue.Links.class);
        }

        @Test
        void aNewOneByItsName() {
            ask("Client");
            chat.types("Cleo").presses("➕ New: Cleo");
            finish();

            assertThat(chat.airtable.records(Workshop.CLIENTS).getLast().cell(Workshop.CLIENT_NAME))
                    .isEqualTo(new CellValue.Text("Cleo"));
            assertThat(newest().cell(Workshop.CLIENT))
                    .isEqualTo(new CellValue.Links(List.of(
                            chat.airtable.records(Workshop.CLIENTS).getLast().id())));
        }

        @Test
        void aButtonMeansTheRecordItShowedWhateverCameSince() {
            ask("Client");
            String data = chat.telegram.screen().button("Anna K.");
            for (int i = 0; i < 5; i++) {
                chat.airtable.put(Workshop.CLIENTS, Map.of(Workshop.CLIENT_NAME, new CellValue.Text("New " + i)));
            }

            chat.presses(Chat.OWNER, chat.telegram.screen().id(), data);
            finish();

            assertThat(newest().cell(Workshop.CLIENT))
                    .isEqualTo(new CellValue.Links(List.of(
                            chat.airtable.records(Workshop.CLIENTS).getFirst().id())));
        }
    }

    @Nested
    class Select {
        private Table withChoices(int count) {
            List<dev.basegram.bot.airtable.SelectChoice> choices = new ArrayList<>();
            for (int i = 1; i <= count; i++) {
                choices.add(Workshop.choice("Option " + i));
            }
            return Workshop.orders(List.of(
                    Workshop.field(Workshop.NAME, "Order", new FieldType.SingleLineText()),
                    Workshop.field(Workshop.STATUS, "Status", new FieldType.SingleSelect(choices))));
        }

        @Test
        void aHundredAndTwentyChoicesArePagedAndNarrowedByTyping() {
            chat.airtable.replaceTables(List.of(withChoices(120)));
            ask("Status");
            assertThat(chat.telegram.screen().labels()).contains("▶").hasSizeLessThan(15);
            chat.types("option 117");
            finish();
            assertThat(newest().cell(Workshop.STATUS)).isEqualTo(new CellValue.Choice("Option 117"));
        }

        @Test
        void aChoiceRemovedWhileTheFormIsOpen() {
            chat.airtable.replaceTables(List.of(withChoices(4)));
            ask("Status");
            String third = chat.telegram.screen().button("Option 3");
            chat.airtable.replaceTables(List.of(withChoices(2)));

            chat.presses(Chat.OWNER, chat.telegram.screen().id(), third);

            assertThat(chat.screen()).contains("options have changed");
            assertThat(chat.telegram.screen().labels()).noneMatch(label -> label.contains("Option 3"));
        }

        @Test
        void aNewOptionIsNeverMadeByAccident() {
            ask("Status");
            chat.types("Lost");
            assertThat(chat.screen()).contains("no «Lost» among the options");
        }

        @Test
        void multipleSelectsKeepTheOrderOfMarking() {
            ask("Tags");
            chat.presses("Urgent").presses("Gift").presses("Done");
            finish();
            assertThat(newest().cell(Workshop.TAGS)).isEqualTo(new CellValue.Choices(List.of("Urgent", "Gift")));
        }

        @Test
        void clearing() {
            openCard(0);
            chat.presses("✏️ Edit").presses("Status").presses("Make empty").presses("Save");
            assertThat(chat.airtable
                            .records(Workshop.ORDERS)
                            .getFirst()
                            .cell(Workshop.STATUS)
                            .isEmpty())
                    .isTrue();
        }
    }

    @Nested
    class Computed {
        @Test
        void neverOfferedToEditAndShownEvenWhenBroken() {
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.COMPUTED, new CellValue.Invalid("#ERROR!"));
            openCard(0);
            assertThat(chat.screen()).contains("#ERROR!");
            chat.presses("✏️ Edit");
            assertThat(chat.telegram.screen().labels()).doesNotContain("Sum");
            chat.presses(
                    Chat.OWNER,
                    chat.telegram.screen().id(),
                    "E.Orders00000001." + order(0).value().substring(3) + ".Formula0000001");
            assertThat(chat.screen()).contains("cannot be changed here");
        }

        @Test
        void notANumberAndArrays() {
            chat.airtable.set(
                    Workshop.ORDERS,
                    order(0),
                    Workshop.COMPUTED,
                    new CellValue.Values(List.of(
                            new CellValue.Special(CellValue.Special.Kind.NAN),
                            CellValue.Numeric.of(3),
                            new CellValue.Invalid("#ERROR!"))));
            openCard(0);
            assertThat(chat.screen()).contains("<b>Sum:</b> —, 3, ⚠️ #ERROR!");
        }
    }

    @Nested
    class NumbersAndDates {
        @Test
        void amountsInTwoHands() {
            ask("Total");
            chat.types("1 200,50");
            finish();
            assertThat(newest().cell(Workshop.TOTAL)).isEqualTo(new CellValue.Numeric(new BigDecimal("1200.5")));
            ask("Total");
            chat.types("€ 1,200.50");
            finish();
            assertThat(newest().cell(Workshop.TOTAL)).isEqualTo(new CellValue.Numeric(new BigDecimal("1200.5")));
        }

        @Test
        void fifteenPercentIsAFraction() {
            ask("Discount");
            chat.types("15 %");
            finish();
            assertThat(newest().cell(Workshop.SHARE)).isEqualTo(new CellValue.Numeric(new BigDecimal("0.15")));
        }

        @Test
        void durationsAreSeconds() {
            ask("Hours");
            chat.types("1h 30m");
            finish();
            assertThat(newest().cell(Workshop.HOURS)).isEqualTo(new CellValue.Length(Duration.ofMinutes(90)));
        }

        @Test
        void theThirtyFirstOfFebruary() {
            ask("Due");
            chat.types("31.02");
            assertThat(chat.screen()).contains("There is no such day.").contains("<b>Due</b>");
            chat.types("28.02.2027");
            finish();
            assertThat(newest().cell(Workshop.DUE)).isEqualTo(new CellValue.Date(LocalDate.of(2027, 2, 28)));
        }

        @Test
        void aDayFromTheCalendar() {
            ask("Due");
            chat.presses("▶");
            assertThat(chat.telegram.screen().labels()).contains("Dec 2026");
            chat.presses("15");
            finish();
            assertThat(newest().cell(Workshop.DUE)).isEqualTo(new CellValue.Date(LocalDate.of(2026, 12, 15)));
        }

        @Test
        void summerTimeGapAndOverlap() {
            chat.types("/tz Madrid");
            ask("Visit");
            chat.types("28.03.2027 02:30");
            assertThat(chat.screen()).contains("The clocks go forward");
            finish();
            assertThat(newest().cell(Workshop.VISIT))
                    .isEqualTo(new CellValue.DateTime(Instant.parse("2027-03-28T01:30:00Z")));
            ask("Visit");
            chat.types("31.10.2027 02:30");
            assertThat(chat.screen()).contains("this time comes twice");
            finish();
            assertThat(newest().cell(Workshop.VISIT))
                    .isEqualTo(new CellValue.DateTime(Instant.parse("2027-10-31T00:30:00Z")));
        }

        @Test
        void aDayThenATime() {
            ask("Visit");
            chat.types("tomorrow");
            assertThat(chat.screen()).contains("at what time");
            chat.types("2:30 pm");
            finish();
            assertThat(newest().cell(Workshop.VISIT))
                    .isEqualTo(new CellValue.DateTime(Instant.parse("2026-11-26T14:30:00Z")));
        }
    }

    @Nested
    class LongText {
        @Test
        void isCutOnTheCardAndSentWholeOnDemand() {
            String notes = "Ж<&>😀 ".repeat(1_500);
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.NOTES, new CellValue.Text(notes));
            openCard(0);
            assertThat(chat.screen()).contains("…");
            int before = chat.telegram.messages().size();

            chat.presses("📄 Notes");

            List<ScriptedBotApi.Shown> sent = chat.telegram
                    .messages()
                    .subList(before, chat.telegram.messages().size());
            assertThat(sent).hasSizeGreaterThan(1);
            String whole = String.join(
                    "", sent.stream().map(ScriptedBotApi.Shown::text).toList());
            assertThat(whole.split("Ж", -1)).hasSize(1_501);
        }

        @Test
        void oneThatNobodyScrollsThroughComesAsAFileNamedAfterTheRecord() {
            String notes = "Ж<&>😀 ".repeat(10_000);
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.NOTES, new CellValue.Text(notes));
            openCard(0);
            int before = chat.telegram.messages().size();

            chat.presses("📄 Notes");

            var sent = chat.telegram.calls("sendDocument").getLast();
            int bytes = notes.getBytes(java.nio.charset.StandardCharsets.UTF_8).length;
            assertThat(sent.parameter("document")).isEqualTo("#1001 - Notes.txt " + bytes);
            assertThat(sent.parameter("caption"))
                    .contains("<b>#1001</b>")
                    .contains("…")
                    .contains("The whole text is in the file");
            assertThat(chat.telegram.messages()).hasSize(before + 1);
        }

        @Test
        void exactlyAtTheLimitItIsOneMessageAndOneMoreIsTwo() {
            String title = "Notes\n";
            for (int over : new int[] {0, 1}) {
                // Each 😀 is two UTF-16 code units, which is what Telegram counts.
                String notes = "😀".repeat((4_096 - title.length()) / 2) + "x".repeat(over);
                chat.airtable.set(Workshop.ORDERS, order(0), Workshop.NOTES, new CellValue.Text(notes));
                openCard(0);
                int before = chat.telegram.messages().size();
                chat.presses("📄 Notes");
                assertThat(chat.telegram.messages()).hasSize(before + 1 + over);
            }
        }
    }

    @Nested
    class AttachmentsIn {
        private void photo(String id, long size, String album) {
            chat.message(Chat.OWNER, message -> {
                message.putArray("photo")
                        .addObject()
                        .put("file_id", id)
                        .put("file_unique_id", id)
                        .put("width", 10)
                        .put("height", 10)
                        .put("file_size", size);
                if (album != null) {
                    message.put("media_group_id", album);
                }
            });
        }

        @Test
        void anAlbumOfTenIsOneAnswer() {
            ask("Photos");
            chat.telegram.forgetCalls();
            for (int i = 0; i < 10; i++) {
                photo("P" + i, 1_000, "album1");
            }
            assertThat(chat.screen()).contains("So far: 10 files");
            assertThat(chat.telegram.calls("sendMessage"))
                    .as("one new screen for the album")
                    .hasSize(1);
            chat.presses("Done");
            finish();

            assertThat(newest().cell(Workshop.PHOTOS))
                    .isInstanceOfSatisfying(
                            CellValue.Attachments.class,
                            files -> assertThat(files.files()).hasSize(10));
        }

        @Test
        void oneThatIsTooLargeIsSaidAtOnce() {
            ask("Photos");
            photo("BIG", 6L << 20, null);
            assertThat(chat.screen()).contains("over 5 MB").contains("<b>Photos</b>");
        }

        private void document(String id, String name, Long size, String album) {
            chat.message(Chat.OWNER, message -> {
                var document = message.putObject("document").put("file_id", id).put("file_unique_id", id);
                if (name != null) {
                    document.put("file_name", name);
                }
                if (size != null) {
                    document.put("file_size", size);
                }
                if (album != null) {
                    message.put("media_group_id", album);
                }
            });
        }

        @Test
        void oneThatNoBotCanHave() {
            ask("Photos");
            document("HUGE", "film.mkv", 21L << 20, null);
            assertThat(chat.screen()).contains("«film.mkv» is over 20 MB").contains("<b>Photos</b>");
        }

        @Test
        void ofAnAlbumTheRestIsTakenAndTheScreenNamesWhatWasNot() {
            ask("Photos");
            document("A", "a.pdf", 1_000L, "album");
            document("B", "film.mkv", 21L << 20, "album");
            document("C", "empty.txt", 0L, "album");
            document("D", "d.pdf", 1_000L, "album");
            assertThat(chat.screen()).contains("So far: 2 files").contains("«film.mkv», «empty.txt»");
        }

        @Test
        void withAWebhookServerALargeOneGoesByASignedLink() throws Exception {
            chat.close();
            chat = new Chat(Workshop.withOrders(Workshop.fullOrders(), 1), true);
            saveLarge();
            assertThat(chat.screen()).contains("1 large file is on the way");
            assertThat(chat.screen()).doesNotContain("could not be stored");
            assertThat(newest().cell(Workshop.PHOTOS)).isInstanceOfSatisfying(CellValue.Attachments.class, cell -> {
                String link = cell.files().getFirst().url();
                assertThat(link).doesNotContain("testTEST");
                assertThat(dev.basegram.common.FileTicket.read(
                                Chat.SECRET, link.substring(link.lastIndexOf('/') + 1), chat.clock.instant()))
                        .hasValueSatisfying(ticket -> {
                            assertThat(ticket.fileId()).isEqualTo("BIG");
                            assertThat(ticket.name()).isEqualTo("plan.pdf");
                            assertThat(ticket.expires())
                                    .isBefore(chat.clock.instant().plusSeconds(1_800));
                        });
            });
        }

        private void saveLarge() {
            ask("Photos");
            document("BIG", "../plan.pdf", 12L << 20, null);
            chat.presses("Done");
            finish();
        }

        @Test
        void aLinkThatDoesNotWorkIsNotGivenToAirtable() throws Exception {
            chat.close();
            chat = new Chat(Workshop.withOrders(Workshop.fullOrders(), 1), true);
            chat.telegram.linksWork(false);
            saveLarge();
            assertThat(chat.screen()).contains("1 file could not be stored");
            assertThat(newest().cell(Workshop.PHOTOS).isEmpty()).isTrue();
        }

        @Test
        void everyOtherKindOfMessageGetsAHelpfulLineAndLosesNothing() {
            ask("Photos");
            document("A", "a.pdf", 1_000L, null);
            List<java.util.function.Consumer<com.fasterxml.jackson.databind.node.ObjectNode>> others = List.of(
                    message -> message.putObject("sticker").put("file_id", "S"),
                    message ->
                            message.putObject("location").put("latitude", 1.0).put("longitude", 2.0),
                    message -> message.putObject("contact")
                            .put("phone_number", "+1")
                            .put("first_name", "x"),
                    message -> message.putObject("dice").put("emoji", "🎲").put("value", 3),
                    message -> message.put("text", "x".repeat(4_096)));
            for (var other : others) {
                chat.message(Chat.OWNER, other);
                assertThat(chat.screen())
                        .contains("Please send a photo or a file")
                        .contains("So far: 1 file");
            }
            chat.message(Chat.OWNER, message -> {
                message.putObject("animation").put("file_id", "G").put("file_unique_id", "G");
                message.putObject("document")
                        .put("file_id", "G")
                        .put("file_unique_id", "G")
                        .put("file_size", 10);
            });
            chat.message(
                    Chat.OWNER,
                    message -> message.putObject("voice")
                            .put("file_id", "V")
                            .put("file_unique_id", "V")
                            .put("duration", 1));
            assertThat(chat.screen()).contains("So far: 3 files");
        }

        @Test
        void theBotsTokenGoesNowhere() {
            ask("Photos");
            photo("P1", 1_000, null);
            chat.presses("Done");
            finish();
            assertThat(chat.airtable.records(Workshop.ORDERS).toString()).doesNotContain("testTEST");
        }

        @Test
        void aTextWhereAFileIsExpected() {
            ask("Photos");
            chat.types("see attached");
            assertThat(chat.screen()).contains("Please send a photo or a file");
        }

        @Test
        void aCrashAfterSavingDoesNotDoubleTheFiles() {
            ask("Photos");
            photo("P1", 1_000, null);
            chat.presses("Done");
            if (!chat.screen().contains("is everything right")) {
                chat.presses("⏭ Review");
            }
            chat.pressesAndCrashes("Save");
            assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(21);
            assertThat(newest().cell(Workshop.PHOTOS))
                    .isInstanceOfSatisfying(
                            CellValue.Attachments.class,
                            files -> assertThat(files.files()).hasSize(1));
        }
    }

    @Nested
    class AttachmentsOut {
        private void files(String type, int count) {
            List<dev.basegram.bot.airtable.Attachment> files = new java.util.ArrayList<>();
            for (int i = 1; i <= count; i++) {
                files.add(file("att" + type + i, type, "n" + i, 3));
            }
            put(files);
        }

        private dev.basegram.bot.airtable.Attachment file(String id, String type, String name, int size) {
            return new dev.basegram.bot.airtable.Attachment(
                    id, name, type, size, null, null, chat.telegram.url() + "/content/" + size);
        }

        private void put(List<dev.basegram.bot.airtable.Attachment> files) {
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.PHOTOS, new CellValue.Attachments(files));
        }

        @Test
        void theSecondTimeByTelegramsOwnId() {
            files("image/jpeg", 1);
            openCard(0);
            chat.presses("📎 Photos");
            assertThat(chat.telegram.calls("sendPhoto").getLast().parameter("photo"))
                    .isEqualTo("n1 3");
            chat.airtable.takeCalls();

            openCard(0);
            chat.airtable.takeCalls();
            chat.presses("📎 Photos");

            assertThat(chat.telegram.calls("sendPhoto")).hasSize(2);
            assertThat(chat.telegram.calls("sendPhoto").getLast().parameter("photo"))
                    .startsWith("PH");
            assertThat(chat.airtable.takeCalls())
                    .as("what Telegram has is asked of nobody")
                    .containsOnlyOnce("record");
        }

        @Test
        void tenMakeAnAlbumAndTheRestIsAButtonAway() {
            files("image/jpeg", 23);
            openCard(0);
            chat.presses("📎 Photos");

            assertThat(chat.telegram.calls("sendMediaGroup")).hasSize(1);
            assertThat(chat.telegram.calls("sendMediaGroup").getFirst().parameter("media"))
                    .contains("attach://file9")
                    .contains("<b>#1001</b>");
            assertThat(chat.telegram.calls("sendChatAction").getLast().parameter("action"))
                    .isEqualTo("upload_photo");
            assertThat(chat.screen()).contains("1–10 of 23");
            chat.presses("Next 10").presses("Next 3");
            assertThat(chat.last()).contains("21–23 of 23");
            assertThat(chat.telegram.last().labels()).isEmpty();
        }

        @Test
        void picturesAndVideosMixAndFilesKeepToThemselves() {
            put(List.of(
                    file("a1", "image/jpeg", "a.jpg", 3),
                    file("a2", "application/pdf", "b.pdf", 3),
                    file("a3", "video/mp4", "c.mp4", 3),
                    file("a4", "image/svg+xml", "d.svg", 3),
                    file("a5", "audio/mpeg", "e.mp3", 3)));
            openCard(0);
            chat.telegram.forgetCalls();
            chat.presses("📎 Photos");

            assertThat(chat.telegram.calls("sendMediaGroup"))
                    .extracting(call -> call.parameter("media").replaceAll("[^,{}]*(\"type\":\"\\w+\")[^{}]*", "$1"))
                    .containsExactly(
                            "[{\"type\":\"photo\"},{\"type\":\"video\"}]",
                            "[{\"type\":\"document\"},{\"type\":\"document\"}]");
            assertThat(chat.telegram.calls("sendAudio")).hasSize(1);
        }

        @Test
        void aBadOneCostsNobodyTheRest() {
            files("image/jpeg", 3);
            chat.telegram.next(
                    "sendMediaGroup",
                    dev.basegram.bot.telegram.ScriptedBotApi.Answer.error(
                            400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
            chat.telegram.next(
                    "sendPhoto",
                    dev.basegram.bot.telegram.ScriptedBotApi.Answer.error(
                            400, "Bad Request: PHOTO_INVALID_DIMENSIONS"));
            openCard(0);
            chat.presses("📎 Photos");

            assertThat(chat.telegram.calls("sendPhoto")).hasSize(3);
            assertThat(chat.telegram.calls("sendDocument")).hasSize(1);
        }

        @Test
        void oneThatIsGoneFromTheBaseIsSaid() {
            put(List.of(file("a1", "application/pdf", "a.pdf", 3), file("a2", "application/pdf", "gone.pdf", 0)));
            put(List.of(
                    file("a1", "application/pdf", "a.pdf", 3),
                    new dev.basegram.bot.airtable.Attachment(
                            "a2", "gone.pdf", "application/pdf", 5, null, null, chat.telegram.url() + "/content/0")));
            openCard(0);
            chat.presses("📎 Photos");

            assertThat(chat.telegram.calls("sendDocument").getLast().parameter("document"))
                    .isEqualTo("a.pdf 3");
            assertThat(chat.last()).contains("Not everything could be sent");
        }

        @Test
        void oneThatAirtableIsStillFetching() {
            put(List.of(
                    new dev.basegram.bot.airtable.Attachment("a1", "a.mp4", "", 0, null, null, "https://x.example")));
            openCard(0);
            chat.presses("📎 Photos");
            assertThat(chat.last()).contains("still fetching");
        }
    }

    @Nested
    class FormsAndDrafts {
        @Test
        void aDayLaterTheFormGoesOnWhereItWas() {
            chat.types("/add Orders").types("#77");
            chat.types("/menu");
            chat.clock.pass(Duration.ofHours(24));

            chat.types("/drafts");
            assertThat(chat.screen()).contains("Unfinished forms").contains("Orders · 1/13");
            chat.presses("▶ 1");
            assertThat(chat.screen()).contains("2/13");
            finish();
            assertThat(newest().cell(Workshop.NAME)).isEqualTo(new CellValue.Text("#77"));
        }

        @Test
        void discarding() {
            chat.types("/add Orders").types("#77").types("/drafts").presses("🗑");
            assertThat(chat.screen()).contains("no unfinished forms");
            assertThat(chat.stores.drafts().of(Chat.OWNER)).isEmpty();
        }

        @Test
        void aStickerWhereTextIsExpected() {
            chat.types("/add Orders");
            chat.message(
                    Chat.OWNER,
                    message -> message.putObject("sticker").put("file_id", "S").put("file_unique_id", "S"));
            assertThat(chat.screen()).contains("Please send this as text").contains("1/13");
        }

        @Test
        void anEditedAnswer() {
            chat.types("/add Orders").types("#77").edits("#78");
            assertThat(chat.last()).contains("Edited messages are not read again");
            assertThat(chat.screen()).contains("2/13");
        }

        @Test
        void theSameFormOpenedTwiceIsTwoDrafts() {
            chat.types("/add Orders").types("#1").types("/add Orders").types("#2");
            assertThat(chat.stores.drafts().of(Chat.OWNER)).hasSize(2);
        }

        @Test
        void someoneElsesFormCannotBeTouched() {
            chat.types("/add Orders").types("#1");
            String data = chat.telegram.screen().button("Cancel");
            chat.presses(Chat.STRANGER, chat.telegram.screen().id(), data);
            assertThat(chat.stores.drafts().of(Chat.OWNER)).hasSize(1);
            assertThat(chat.last()).contains("invited people");
        }

        @Test
        void anAbsurdlyLongAnswer() {
            ask("Notes");
            chat.types("x".repeat(4096));
            assertThat(chat.screen()).contains("is everything right").contains("…");
        }
    }

    @Nested
    class Save {
        @Test
        void theMonthlyBudgetGone() {
            chat.types("/add Orders").types("#1").presses("⏭ Review");
            chat.airtable.failNext(new AirtableFailure.MonthlyCallsSpent(""));
            chat.presses("Save");
            assertThat(chat.screen()).contains("monthly limit").contains("Not saved yet");
            assertThat(chat.stores.drafts().of(Chat.OWNER)).hasSize(1);
        }

        @Test
        void anUnknownOutcomeIsNotRepeatedAsASecondRecord() {
            chat.types("/add Orders").types("#1").presses("⏭ Review");
            chat.airtable.failNext(new AirtableFailure.OutcomeUnknown("cut"));
            chat.presses("Save");
            assertThat(chat.screen()).contains("did not confirm");
            chat.pressesAndCrashes("Save");
            assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(21);
        }
    }

    @Nested
    class ConcurrentEdits {
        @Test
        void keepTheirsOrUseMine() {
            openCard(0);
            chat.presses("✏️ Edit").presses("Total").types("99");
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.TOTAL, CellValue.Numeric.of(50));

            chat.presses("Save");
            assertThat(chat.screen())
                    .contains("was changed meanwhile to 50.00\u00A0€")
                    .contains("Yours is 99.00\u00A0€");

            chat.presses("Use mine");
            assertThat(chat.airtable.records(Workshop.ORDERS).getFirst().cell(Workshop.TOTAL))
                    .isEqualTo(CellValue.Numeric.of(99));
        }

        @Test
        void keepingTheirsWritesNothing() {
            openCard(0);
            chat.presses("✏️ Edit").presses("Total").types("99");
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.TOTAL, CellValue.Numeric.of(50));
            chat.presses("Save").presses("Keep theirs");
            assertThat(chat.airtable.records(Workshop.ORDERS).getFirst().cell(Workshop.TOTAL))
                    .isEqualTo(CellValue.Numeric.of(50));
            assertThat(chat.screen()).contains("#1001");
        }

        @Test
        void multipleSelectsAreMerged() {
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.TAGS, new CellValue.Choices(List.of("Gift")));
            openCard(0);
            chat.presses("✏️ Edit").presses("Tags").presses("Urgent").presses("Done");
            chat.airtable.set(
                    Workshop.ORDERS, order(0), Workshop.TAGS, new CellValue.Choices(List.of("Gift", "Fragile")));
            chat.presses("Save");
            assertThat(chat.airtable.records(Workshop.ORDERS).getFirst().cell(Workshop.TAGS))
                    .isEqualTo(new CellValue.Choices(List.of("Gift", "Fragile", "Urgent")));
        }

        @Test
        void theOneTapStatusMeansWhatItShowed() {
            openCard(0);
            chat.presses("Status ▸ Ready");
            assertThat(chat.screen()).contains("🟢 Preparing → 🟢 Ready");

            openCard(2);
            String button = chat.telegram.screen().button("Status ▸ Ready");
            chat.airtable.set(Workshop.ORDERS, order(2), Workshop.STATUS, new CellValue.Choice("New"));
            chat.presses(Chat.OWNER, chat.telegram.screen().id(), button);
            assertThat(chat.screen()).contains("changed meanwhile");
            assertThat(chat.airtable.records(Workshop.ORDERS).get(2).cell(Workshop.STATUS))
                    .isEqualTo(new CellValue.Choice("New"));
        }
    }

    @Nested
    class UndoAndDelete {
        @Test
        void aNewRecordIsTakenBackWithinAMinute() {
            chat.types("/add Orders").types("#1");
            finish();
            chat.presses("↩️ Undo");
            assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(20);
        }

        @Test
        void afterAMinuteItStays() {
            chat.types("/add Orders").types("#1");
            finish();
            chat.clock.pass(Duration.ofSeconds(61));
            chat.types("/undo");
            assertThat(chat.last()).contains("too late");
            assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(21);
        }

        @Test
        void aChangedFieldIsPutBackUnlessItChangedAgain() {
            openCard(0);
            chat.presses("Status ▸ Ready").types("/undo");
            assertThat(chat.last()).contains("Taken back");
            assertThat(chat.airtable.records(Workshop.ORDERS).getFirst().cell(Workshop.STATUS))
                    .isEqualTo(new CellValue.Choice("Preparing"));

            openCard(0);
            chat.presses("Status ▸ Ready");
            chat.airtable.set(Workshop.ORDERS, order(0), Workshop.STATUS, new CellValue.Choice("Shipped"));
            chat.types("/undo");
            assertThat(chat.last()).contains("changed again meanwhile");
        }

        @Test
        void deletingIsHeldForAMinute() throws Exception {
            openCard(0);
            chat.presses("🗑 Delete");
            assertThat(chat.screen()).contains("Delete <b>#1001</b>?").contains("Linked: 1 item.");
            chat.presses("🗑 Delete");
            assertThat(chat.last()).contains("in 60 seconds");
            chat.clock.pass(Duration.ofSeconds(30));
            chat.carryOutDeletions();
            assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(20);

            chat.presses("↩️ Undo");
            chat.clock.pass(Duration.ofSeconds(60));
            chat.carryOutDeletions();
            assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(20);
        }

        @Test
        void afterTheMinuteItIsDone() throws Exception {
            openCard(0);
            chat.presses("🗑 Delete").presses("🗑 Delete");
            chat.clock.pass(Duration.ofSeconds(61));
            chat.carryOutDeletions();
            assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(19);
            assertThat(chat.last()).contains("<b>#1001</b> was deleted");
            chat.types("/undo");
            assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(19);
        }
    }

    @Nested
    class Languages {
        @Test
        void theAppsLanguageAndTheChosenOne() {
            chat.inLanguage("ru").types("/start");
            assertThat(chat.screen()).contains("Таблицы");
            chat.types("/lang").presses("Español").types("/menu");
            assertThat(chat.screen()).contains("Tablas");
        }

        @Test
        void numbersAndDatesFollow() {
            chat.inLanguage("es");
            openCard(0);
            assertThat(chat.screen()).contains("10,00\u00A0€");
        }

        @Test
        void zones() {
            chat.types("/tz").types("sao paulo");
            assertThat(chat.screen()).contains("America/Sao_Paulo");
            chat.types("/tz Atlantis");
            assertThat(chat.last()).contains("do not know a time zone «Atlantis»");
        }
    }
}
