package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.DateFormat;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

/** More of the edge cases that the product names: what the base holds, as people read it. */
class EdgeCasesOfReadingTest {
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

    private void openCard(int index) {
        chat.types("/start r_Orders00000001_" + order(index).value().substring(3));
    }

    private CellValue saved(FieldId field) {
        return chat.airtable.records(Workshop.ORDERS).getLast().cell(field);
    }

    private void set(FieldId field, CellValue value) {
        chat.airtable.set(Workshop.ORDERS, order(0), field, value);
    }

    /** Gives the orders other fields in place of some of theirs. */
    private void replace(Field... others) {
        List<Field> fields = new ArrayList<>(Workshop.fullOrders().fields());
        for (Field other : others) {
            fields.replaceAll(field -> field.id().equals(other.id()) ? other : field);
        }
        chat.airtable.replaceTables(List.of(Workshop.orders(fields), Workshop.clients()));
    }

    private static int shownLength(String markup) {
        return markup.replaceAll("<[^>]*>", "")
                .replace("&lt;", "<")
                .replace("&gt;", ">")
                .replace("&amp;", "&")
                .length();
    }

    @Nested
    class SchemaSync {
        @Test
        void aPrimaryFieldThatIsAFormulaNamesRecordsAndIsNeverAskedFor() {
            FieldType formula = new FieldType.Formula("1", true, List.of(), new FieldType.SingleLineText());
            replace(Workshop.field(Workshop.NAME, "Order", formula));

            chat.types("/start").presses("Orders");
            assertThat(chat.screen()).contains("#1001");
            chat.presses("1");
            assertThat(chat.screen()).contains("<b>#1001</b>");
            chat.presses("✏️ Edit");
            assertThat(chat.telegram.screen().labels()).doesNotContain("Order").contains("Total");

            chat.types("/add Orders");
            assertThat(chat.screen()).contains("1/12").contains("<b>Client</b>");
            chat.presses("Anna K.").presses("⏭ Review").presses("Save");
            assertThat(saved(Workshop.NAME).isEmpty()).as("never sent").isTrue();
            assertThat(chat.last()).contains("✅ Saved").contains("Unnamed record");
        }

        @Test
        void aRecordWhoseFormulaFailsStillHasAName() {
            FieldType formula = new FieldType.Formula("1", true, List.of(), new FieldType.SingleLineText());
            replace(Workshop.field(Workshop.NAME, "Order", formula));
            set(Workshop.NAME, new CellValue.Invalid("#ERROR!"));
            openCard(0);
            assertThat(chat.screen()).contains("<b>⚠️ #ERROR!</b>");
        }

        @Test
        void namesWithBracesQuotesLineBreaksAndEmojiAreShownAsTheyAre() {
            String odd = "A} {B' \"C\" <b>\n🚚 {0:x|y}";
            String shown = "A} {B' &quot;C&quot; &lt;b&gt;";
            replace(
                    Workshop.field(Workshop.NOTES, odd, new FieldType.SingleLineText()),
                    Workshop.field(
                            Workshop.STATUS,
                            "Status",
                            new FieldType.SingleSelect(List.of(Workshop.choice(odd), Workshop.choice("Next")))));
            Table orders = chat.airtable.tables().getFirst();
            chat.airtable.replaceTables(List.of(
                    new Table(orders.id(), odd, odd, orders.primaryField(), orders.fields(), orders.views()),
                    Workshop.clients()));
            set(Workshop.STATUS, new CellValue.Choice(odd));
            set(Workshop.NOTES, new CellValue.Text("x"));

            chat.types("/start");
            assertThat(chat.telegram.screen().labels()).anyMatch(label -> label.contains("A} {B' \"C\" <b>"));
            chat.presses("A} {B'");
            assertThat(chat.screen()).contains(shown);
            chat.presses("1");
            assertThat(chat.screen()).contains(shown).contains("🚚 {0:x|y}");
            chat.presses("✏️ Edit").presses("A} {B'");
            chat.types("{1} " + odd).presses("Save");
            assertThat(chat.screen()).contains("✅ Saved").contains("{1} " + shown);
            chat.types("/find {1} A}");
            assertThat(chat.screen()).contains("1–1 of 1");
            chat.types("/add " + odd);
            assertThat(chat.screen()).contains(shown).contains("1/13");
        }

        @Test
        void aViewDeletedBetweenListAndTapGivesTheTable() {
            chat.types("/start").presses("Orders").presses("View ▾");
            chat.airtable.dropView(new ViewId("viwOpen0000000001"));
            chat.presses("Open");
            assertThat(chat.screen()).contains("<b>Orders</b> · 1–8 of 20");
            chat.presses("▶");
            assertThat(chat.screen()).contains("9–16 of 20");
        }

        @Test
        void theTokenLosesAccessInTheMiddleOfAForm() {
            chat.types("/add Orders").types("#7").presses("⏭ Review");
            chat.airtable.failNextWrite(new AirtableFailure.BaseNotGranted(chat.airtable.base()));
            chat.presses("Save");
            assertThat(chat.screen()).contains("Not saved yet").contains("AIRTABLE_BASE_ID");
            assertThat(chat.stores.drafts().of(Chat.OWNER)).hasSize(1);

            chat.presses("Save"); // it has it back
            assertThat(saved(Workshop.NAME)).isEqualTo(new CellValue.Text("#7"));
        }
    }

    @Nested
    class Search {
        @Test
        void numbersInText() {
            set(Workshop.NOTES, new CellValue.Text("Gate 4711, ring after 17:30"));
            for (String words : List.of("4711", "gate 4711", "17:30", "471")) {
                chat.types("/find " + words);
                assertThat(chat.screen()).as(words).contains("1–1 of 1").contains("#1001");
            }
        }

        @Test
        void amountsAsThePersonWritesThem() {
            set(Workshop.TOTAL, new CellValue.Numeric(new BigDecimal("31250.5")));
            for (String words : List.of("31250.5", "31 250,50", "31,250.50", "31,250.50 €", "٣١٢٥٠٫٥")) {
                chat.types("/find " + words);
                assertThat(chat.screen()).as(words).contains("1–1 of 1").contains("#1001");
            }
        }

        @Test
        void backFromACardLeadsToThePageOfWhatWasFound() {
            chat.types("/find #10").presses("▶").presses("1");
            assertThat(chat.screen()).contains("<b>#1009</b>");
            chat.presses("Client (1)").presses("Anna K.").presses("◀ Back");
            assertThat(chat.screen()).contains("«#10»").contains("9–16 of 20");
        }

        @Test
        void fromAListBackLeadsToTheListThoughThereWasASearchBefore() {
            chat.types("/find #10").presses("1");
            chat.types("/menu").presses("Orders").presses("▶").presses("1");
            chat.presses("◀ Back");
            assertThat(chat.screen()).contains("<b>Orders</b> · 9–16 of 20");
        }
    }

    @Nested
    class NumbersAndDates {
        @Test
        void theFieldsZoneAgainstThePersons() {
            replace(Workshop.field(
                    Workshop.VISIT, "Visit", new FieldType.DateTime(DateFormat.ISO, "HH:mm", "Asia/Tokyo")));
            chat.types("/tz Madrid").types("/add Orders").types("#1");
            while (!chat.screen().contains("<b>Visit</b>")) {
                chat.presses("Skip");
            }
            chat.types("26.11.2026 14:30").presses("⏭ Review");
            assertThat(chat.screen()).contains("2:30").contains("(Asia/Tokyo)");
            chat.presses("Save");

            assertThat(saved(Workshop.VISIT)).isEqualTo(new CellValue.DateTime(Instant.parse("2026-11-26T05:30:00Z")));
            assertThat(chat.last()).as("as the base shows it").contains("2:30").contains("(Asia/Tokyo)");
        }
    }

    @Nested
    class LongText {
        private List<ScriptedBotApi.Shown> sent(String text) {
            set(Workshop.NOTES, new CellValue.Text(text));
            openCard(0);
            int before = chat.telegram.messages().size();
            chat.presses("📄 Notes");
            return chat.telegram
                    .messages()
                    .subList(before, chat.telegram.messages().size());
        }

        @Test
        void isCutBetweenParagraphs() {
            String paragraph = ("<word> & " + "x".repeat(91)).repeat(9);
            List<ScriptedBotApi.Shown> sent = sent((paragraph + "END\n\n").repeat(11));
            assertThat(sent).hasSize(3).allSatisfy(part -> {
                assertThat(part.text()).endsWith("END");
                assertThat(shownLength(part.text())).isLessThanOrEqualTo(4_096);
            });
        }

        @Test
        void theLimitCountsWhatIsShownAndNotTheMarksOfEscaping() {
            // As markup each of these characters takes five.
            assertThat(sent("&".repeat(4_096 - "Notes\n".length()))).hasSize(1);
        }

        @Test
        void captionsKeepTo1024() {
            String name = "😀".repeat(700);
            replace(Workshop.field(Workshop.PHOTOS, name, new FieldType.Attachments(false)));
            set(
                    Workshop.PHOTOS,
                    new CellValue.Attachments(List.of(new Attachment(
                            "a1", "a.pdf", "application/pdf", 3, null, null, chat.telegram.url() + "/content/3"))));
            openCard(0);
            chat.presses("📎");
            String caption = chat.telegram.calls("sendDocument").getLast().parameter("caption");
            assertThat(shownLength(caption)).isBetween(1_000, 1_024);
            assertThat(caption.codePoints().filter(c -> c >= 0xD800 && c < 0xE000))
                    .isEmpty();
        }

        @Test
        void formattingAfterEmojiIsWhereItWas() {
            replace(Workshop.field(Workshop.NOTES, "Notes", new FieldType.RichText()));
            set(Workshop.NOTES, new CellValue.RichText("😀👨‍👩‍👧‍👦 **bold 😀** plain _slanted_\n"));
            openCard(0);
            // Telegram counts offsets in UTF-16 code units; in HTML there are none to get wrong.
            assertThat(chat.screen()).contains("😀👨‍👩‍👧‍👦 <b>bold 😀</b> plain <i>slanted</i>");
            assertThat(chat.telegram.calls("sendMessage"))
                    .allSatisfy(call -> assertThat(call.parameters())
                            .containsEntry("parse_mode", "HTML")
                            .doesNotContainKey("entities"));
        }
    }

    @Nested
    class AttachmentsOut {
        private Attachment file(int bytes) {
            return new Attachment(
                    "att1", "plan.pdf", "application/pdf", 3, null, null, chat.telegram.url() + "/content/" + bytes);
        }

        @Test
        void aLinkThatIsOverIsReadAnew() {
            set(Workshop.PHOTOS, new CellValue.Attachments(List.of(file(0)))); // refused, as after two hours
            chat.airtable.holdAsItIs(Workshop.ORDERS, order(0));
            set(Workshop.PHOTOS, new CellValue.Attachments(List.of(file(3))));

            openCard(0);
            chat.presses("📎 Photos");

            assertThat(chat.telegram.calls("sendDocument").getLast().parameter("document"))
                    .isEqualTo("plan.pdf 3");
        }

        @Test
        void oneGoneMeanwhileIsSaid() {
            set(Workshop.PHOTOS, new CellValue.Attachments(List.of(file(3))));
            openCard(0);
            set(Workshop.PHOTOS, CellValue.empty());
            chat.presses("📎 Photos");
            assertThat(chat.last()).contains("no longer there");
            assertThat(chat.telegram.calls("sendDocument")).isEmpty();
        }

        @Test
        void filesOfAFieldThatIsNotTheirsStayWhereTheyAre() throws Exception {
            FakeAirtable base = Workshop.withOrders(Workshop.fullOrders(), 2);
            Team team = new Team(base, Workshop.fullOrders(), Workshop.clients());
            RecordId first = base.records(Workshop.ORDERS).getFirst().id();
            team.worker("viewer");
            team.rule("Orders", "viewer", List.of("See"), Map.of("Hidden", "Photos"));
            try (Chat theirs = new Chat(base)) {
                base.set(
                        Workshop.ORDERS,
                        first,
                        Workshop.PHOTOS,
                        new CellValue.Attachments(List.of(new Attachment(
                                "a",
                                "a.pdf",
                                "application/pdf",
                                3,
                                null,
                                null,
                                theirs.telegram.url() + "/content/3"))));
                theirs.types("/start r_Orders00000001_" + first.value().substring(3));
                String real = theirs.telegram.screen().button("📎 Photos");
                theirs.types(Team.WORKER, "/start");
                theirs.presses(Team.WORKER, theirs.telegram.screen().id(), real);
                assertThat(theirs.lastTo(Team.WORKER)).contains("no longer there");
                assertThat(theirs.telegram.calls("sendDocument")).isEmpty();
            }
        }
    }
}
