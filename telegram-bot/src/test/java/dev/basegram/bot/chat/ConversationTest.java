package dev.basegram.bot.chat;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.BaseId;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.inbox.HandleOutcome;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.math.BigDecimal;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The main job: look around, open a record, add one. */
class ConversationTest {
    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        chat = new Chat(Workshop.withOrders(Workshop.shortOrders(), 23));
    }

    @AfterEach
    void close() throws Exception {
        chat.close();
    }

    @Test
    void fromStartToACardAndBack() {
        chat.types("/start");
        assertThat(chat.telegram.screen().labels()).contains("Orders", "Clients");

        chat.presses("Orders");
        assertThat(chat.screen())
                .contains("<b>Orders</b> · 1–8 of 23")
                .contains("<b>1</b>  #1001 · 10.00\u00A0€ · 🟢 Preparing");

        chat.presses("▶");
        assertThat(chat.screen()).contains("9–16 of 23");

        chat.presses("2");
        assertThat(chat.screen())
                .contains("<b>#1010</b>")
                .contains("<b>Total:</b> 100.00\u00A0€")
                .contains("<b>Status:</b> 🟢 Ready");

        chat.presses("◀ Back");
        assertThat(chat.screen()).contains("9–16 of 23");
        assertThat(chat.telegram.messages())
                .as("one live screen, edited in place")
                .hasSize(1);
    }

    @Test
    void turningPagesAsksForNothingButTheSnapshot() {
        chat.types("/start").presses("Orders");
        chat.airtable.takeCalls();

        chat.presses("▶").presses("▶").presses("◀");

        assertThat(chat.airtable.takeCalls()).containsOnly("schema", "table");
    }

    @Test
    void addingARecordStepByStep() {
        chat.types("/add").presses("Orders");
        assertThat(chat.screen()).contains("➕ <b>Orders</b> · 1/4").contains("<b>Order</b>");

        chat.types("#2000");
        assertThat(chat.screen()).contains("2/4").contains("<b>Total</b>");
        chat.types("1 200,50");
        assertThat(chat.screen()).contains("3/4").contains("Understood: <b>1,200.50\u00A0€</b>");
        chat.presses("Yes");
        chat.presses("Preparing");
        assertThat(chat.screen())
                .contains("is everything right")
                .contains("<b>Order:</b> #2000", "<b>Total:</b> 1,200.50\u00A0€", "<b>Paid:</b> ✅");

        chat.presses("✏️ Status").presses("Ready").presses("Save");

        assertThat(chat.last()).contains("✅ Saved").contains("#2000").contains("🟢 Ready");
        AirtableRecord made = chat.airtable.records(Workshop.ORDERS).getLast();
        assertThat(made.cells())
                .containsEntry(Workshop.NAME, new CellValue.Text("#2000"))
                .containsEntry(Workshop.TOTAL, new CellValue.Numeric(new BigDecimal("1200.5")))
                .containsEntry(Workshop.PAID, new CellValue.Checkbox(true))
                .containsEntry(Workshop.STATUS, new CellValue.Choice("Ready"));
    }

    @Test
    void skipBackAndCancel() {
        chat.types("/add Orders").types("#1").presses("Skip");
        assertThat(chat.screen()).contains("3/4");
        chat.presses("◀ Back").presses("◀ Back");
        assertThat(chat.screen()).contains("1/4");
        chat.presses("✖ Cancel");
        assertThat(chat.last()).contains("/drafts");

        chat.types("/cancel");
        assertThat(chat.last()).isEqualTo("There is nothing to cancel.");
        assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(23);
    }

    @Test
    void aPressIsAnsweredBeforeAnythingElse() {
        chat.types("/start");
        chat.telegram.forgetCalls();

        chat.presses("Orders");

        assertThat(chat.telegram.calls().stream().map(ScriptedBotApi.Call::method))
                .containsExactly("answerCallbackQuery", "editMessageText");
    }

    @Test
    void aPressOnAStepThatIsDoneSaysSoAndShowsTheCurrentStep() {
        chat.types("/add Orders");
        ScriptedBotApi.Shown first = chat.telegram.screen();
        chat.types("#1");
        int now = chat.telegram.screen().id();

        chat.presses(Chat.OWNER, now, first.button("Skip"));

        assertThat(chat.telegram.calls("answerCallbackQuery").getLast().parameter("text"))
                .isEqualTo("That step is already done.");
        assertThat(chat.screen()).contains("2/4");
    }

    @Test
    void savingTwiceMakesOneRecord() {
        chat.types("/add Orders").types("#7").presses("⏭ Review");
        chat.pressesAndCrashes("Save");

        assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(24);
    }

    @Test
    void whatAirtableDoesNotTakeIsCalledNotSavedAndKept() {
        chat.types("/add Orders").types("#7").presses("⏭ Review");
        chat.airtable.failNext(new AirtableFailure.Unavailable("HTTP 503", null));

        chat.presses("Save");
        assertThat(chat.screen()).contains("Airtable does not answer").contains("<b>Not saved yet.</b>");
        assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(23);

        chat.presses("Save");
        assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(24);
    }

    @Test
    void anAnswerGivenWhileAirtableIsAwayWaitsOnTheForm() {
        chat.types("/add Orders");
        chat.airtable.hideSchema(new AirtableFailure.Unavailable("HTTP 503", null));
        chat.types("#7 <b>");
        assertThat(chat.screen())
                .contains("Airtable does not answer")
                .contains("kept where it is")
                .contains("What you wrote is kept for then: #7 &lt;b&gt;");

        chat.presses("🔁");
        assertThat(chat.screen()).contains("Airtable does not answer").contains("#7 &lt;b&gt;");

        chat.airtable.hideSchema(null);
        chat.presses("🔁").presses("⏭ Review");
        assertThat(chat.screen()).contains("#7 &lt;b&gt;");
        chat.presses("Save");
        assertThat(chat.airtable.records(Workshop.ORDERS).getLast().cell(Workshop.NAME))
                .isEqualTo(new CellValue.Text("#7 <b>"));
    }

    @Test
    void anAnswerGivenTwiceWhileAirtableIsAwayIsTheLatestOne() {
        chat.types("/add Orders");
        chat.airtable.hideSchema(new AirtableFailure.Unavailable("HTTP 503", null));
        chat.types("#7").types("#8");
        chat.airtable.hideSchema(null);
        chat.types("/drafts").presses("▶ 1").presses("⏭ Review");
        assertThat(chat.screen()).contains("#8").doesNotContain("#7");
    }

    @Test
    void aSaveThatCannotReadTheTableKeepsTheReview() {
        chat.types("/add Orders").types("#7").presses("⏭ Review");
        chat.airtable.hideSchema(new AirtableFailure.Unavailable("HTTP 503", null));
        chat.presses("Save");
        assertThat(chat.screen()).contains("kept where it is").doesNotContain("kept for then");
        chat.airtable.hideSchema(null);
        chat.presses("🔁").presses("Save");
        assertThat(chat.airtable.records(Workshop.ORDERS)).hasSize(24);
    }

    @Test
    void whileAirtableIsAwayListAndCardShowWhatIsHeldAndSayHowOldItIs() {
        chat.types("/start").presses("Orders");
        assertThat(chat.screen()).doesNotContain("Airtable does not answer");
        chat.airtable.goAway(new AirtableFailure.Unavailable("503", null));

        chat.presses("▶");
        assertThat(chat.screen()).contains("9–16 of 23").contains("Airtable does not answer right now");
        chat.presses("2");
        assertThat(chat.screen())
                .contains("As of")
                .contains("Airtable does not answer right now")
                .contains("Total");
    }

    @Test
    void aRefusedValueLeadsToItsStep() {
        chat.types("/add Orders").types("#7").presses("⏭ Review");
        chat.airtable.failNext(new AirtableFailure.ValueRefused(Workshop.TOTAL, "Total", "must be positive"));

        chat.presses("Save");

        assertThat(chat.screen()).contains("2/4").contains("does not accept this value for Total");
    }

    @Test
    void aWrongTokenIsSaidInWordsAndTheOwnerToldWhatToDo() throws Exception {
        try (Chat broken = new Chat(new FakeAirtable(List.of()) {
            @Override
            public io.smallrye.mutiny.Uni<dev.basegram.bot.airtable.Answer<dev.basegram.bot.airtable.Schema>> schema(
                    dev.basegram.bot.airtable.Caller caller) {
                return io.smallrye.mutiny.Uni.createFrom()
                        .item(dev.basegram.bot.airtable.Answer.failed(new AirtableFailure.TokenRejected()));
            }
        })) {
            broken.types("/start");
            assertThat(broken.last())
                    .contains("does not accept the bot's token")
                    .contains("AIRTABLE_TOKEN");
        }
        assertThat(new AirtableFailure.BaseNotGranted(new BaseId("appSandbox0000001")).forOperator())
                .contains("AIRTABLE_BASE_ID");
        assertThat(new AirtableFailure.MissingScope(Scope.READ_SCHEMA).forOperator())
                .contains("schema.bases:read");
    }

    @Test
    void strangersGetOnePoliteLineAndNothingElse() {
        chat.types(Chat.STRANGER, "/start");
        assertThat(chat.last()).contains("invited people").contains("<code>1002</code>");

        chat.presses(Chat.STRANGER, 1, "b.Orders00000001.-.0");
        chat.types(Chat.STRANGER, "/whoami");
        assertThat(chat.telegram.messages()).noneMatch(message -> message.text().contains("Orders"));
        // The checkpoint looks for the settings tables in the schema, which is in memory; nobody reads a row for a
        // stranger.
        assertThat(chat.airtable.takeCalls()).containsOnly("schema");
    }

    @Test
    void unknownCommandsAndStrangeUpdatesAreAnsweredOrAcknowledged() {
        chat.types("/nonsense");
        assertThat(chat.last()).contains("/nonsense").contains("/help");
        chat.types("hello");
        assertThat(chat.last()).contains("/menu");
        int before = chat.telegram.messages().size();
        chat.types("/start@otherbot");
        assertThat(chat.telegram.messages()).hasSize(before);
        chat.types("/START@acme_ops_bot");
        assertThat(chat.screen()).contains("Tables");
        chat.presses(Chat.OWNER, 1, "'; DROP TABLE");
        assertThat(chat.telegram.calls("answerCallbackQuery").getLast().parameter("text"))
                .isEqualTo("This button no longer works.");
        assertThat(chat.outcome()).isInstanceOf(HandleOutcome.Done.class);
    }

    @Test
    void whoAmIAndHelp() {
        chat.types("/whoami");
        assertThat(chat.last()).contains("<code>1001</code>").contains("owner").contains("English");
        chat.types("/help");
        assertThat(chat.last()).contains("/add — new record").contains("/cancel");
    }

    @Test
    void aLinkOpensARecord() {
        String id = chat.airtable.records(Workshop.ORDERS).get(4).id().value().substring(3);

        chat.types("/start r_Orders00000001_" + id);
        assertThat(chat.screen()).contains("#1005");

        chat.types("/start r_Orders00000001_recGUESSED");
        assertThat(chat.screen()).contains("This record is gone.");
    }

    @Test
    void aScreenThatIsGoneIsSentAnew() {
        chat.types("/start");
        chat.telegram.next(
                "editMessageText", ScriptedBotApi.Answer.error(400, "Bad Request: message to edit not found"));

        chat.presses("Orders");

        assertThat(chat.screen()).contains("1–8 of 23");
        assertThat(chat.telegram.calls("sendMessage")).hasSize(2);
    }

    @Test
    void aMessageTakesTheScreenToTheEndOfTheChat() {
        chat.types("/start");
        int first = chat.telegram.screen().id();

        chat.types("/menu");

        assertThat(chat.telegram.messages()).hasSize(1);
        assertThat(chat.telegram.screen().id()).isNotEqualTo(first);
    }
}
