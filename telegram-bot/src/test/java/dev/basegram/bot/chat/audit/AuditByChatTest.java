package dev.basegram.bot.chat.audit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.groups.Tuple.tuple;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditEntry.Operation;
import dev.basegram.bot.access.audit.AuditFilter;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.DateFormat;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.Workshop;
import dev.basegram.bot.telegram.ScriptedBotApi;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Every write is on the account once: by whatever road it came, and whatever crashed on the way. */
class AuditByChatTest {
    private static final TableId MIRROR = new TableId("tblAudit000000001");

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
    void aNewRecordIsNotedFieldByField() {
        add("#2000");
        assertThat(entries())
                .extracting(AuditEntry::operation, AuditEntry::personId, AuditEntry::personName, this::said)
                .containsExactlyInAnyOrder(
                        tuple(Operation.CREATED, 1001L, "Ada", "Order: null → #2000"),
                        tuple(Operation.CREATED, 1001L, "Ada", "Total: null → 12.00\u00A0€"));
    }

    @Test
    void aCrashAfterSavingNotesTheNewRecordOnce() {
        chat.types("/add Orders").types("#7").presses("⏭ Review");
        chat.pressesAndCrashes("Save");
        assertThat(entries()).extracting(this::said).containsExactly("Order: null → #7");
    }

    @Test
    void aStatusPressIsNotedWithOldAndNew() {
        openFirst();
        chat.presses("Status ▸ Ready");
        assertThat(entries()).extracting(this::said).containsExactly("Status: Preparing → Ready");
    }

    @Test
    void aStatusPressThatACrashCutShortIsNotedOnceThoughTheSecondTryHasNothingLeftToDo() throws Exception {
        openFirst();
        chat.pressesAndCrashes("Status ▸ Ready");
        chat.lookIntoLeftovers();
        assertThat(entries()).as("it may still be under way").isEmpty();

        chat.clock.pass(Duration.ofMinutes(3));
        chat.lookIntoLeftovers().lookIntoLeftovers();
        assertThat(entries()).extracting(this::said).containsExactly("Status: Preparing → Ready");
    }

    @Test
    void anEditThatACrashCutShortIsNotedOnceWithWhatWasThereBeforeTheFirstTry() throws Exception {
        openFirst();
        chat.presses("✏️ Edit").presses("Total").types("99");
        chat.pressesAndCrashes("Save");
        chat.clock.pass(Duration.ofMinutes(3));
        chat.lookIntoLeftovers();
        assertThat(entries()).extracting(this::said).containsExactly("Total: 10.00\u00A0€ → 99.00\u00A0€");
    }

    @Test
    void whatTelegramCouldNotShowIsNotedAllTheSame() {
        openFirst();
        ScriptedBotApi.Shown card = chat.telegram.screen();
        ObjectNode press = chat.pressOf(Chat.OWNER, card.id(), card.button("Status ▸ Ready"));
        chat.telegram.next("editMessageText", ScriptedBotApi.Answer.tooMany(30));
        chat.handleAnyhow(press);
        assertThat(chat.outcome()).isInstanceOf(dev.basegram.bot.inbox.HandleOutcome.TryAgain.class);
        chat.clock.pass(Duration.ofSeconds(31));
        chat.handle(press);
        assertThat(entries()).extracting(this::said).containsExactly("Status: Preparing → Ready");
    }

    @Test
    void whatAirtableRefusedIsNotNoted() throws Exception {
        openFirst();
        chat.presses("✏️ Edit").presses("Total").types("99");
        chat.airtable.failNextWrite(new AirtableFailure.Unavailable("HTTP 503", null));
        chat.presses("Save");
        chat.clock.pass(Duration.ofMinutes(3));
        chat.lookIntoLeftovers();
        assertThat(entries()).isEmpty();
    }

    @Test
    void aWriteWhoseAnswerWasLostIsLookedInto() throws Exception {
        openFirst();
        chat.presses("✏️ Edit").presses("Total").types("99");
        chat.airtable.failNextWrite(new AirtableFailure.OutcomeUnknown("cut"));
        chat.presses("Save");
        chat.airtable.set(Workshop.ORDERS, first().id(), Workshop.TOTAL, CellValue.Numeric.of(99)); // it did arrive
        assertThat(entries()).isEmpty();
        chat.clock.pass(Duration.ofMinutes(3));
        chat.lookIntoLeftovers();
        assertThat(entries()).extracting(this::said).containsExactly("Total: 10.00\u00A0€ → 99.00\u00A0€");
    }

    @Test
    void undoAndDeletionAreNoted() throws Exception {
        openFirst();
        chat.presses("Status ▸ Ready").types("/undo");
        assertThat(entries())
                .extracting(this::said)
                .containsExactlyInAnyOrder("Status: Preparing → Ready", "Status: Ready → Preparing");

        chat.types("/start").presses("Orders").presses("2").presses("🗑 Delete").presses("🗑 Delete");
        assertThat(entries()).as("held, not done").hasSize(2);
        chat.clock.pass(Duration.ofSeconds(61));
        chat.carryOutDeletions();
        assertThat(entries())
                .filteredOn(entry -> entry.operation() == Operation.DELETED)
                .singleElement()
                .satisfies(entry -> {
                    assertThat(entry.before()).isEqualTo("#1002");
                    assertThat(entry.personName()).isEqualTo("Ada");
                });
    }

    @Test
    void theOwnerReadsWhoChangedWhatAndOpensTheRecord() {
        chat.types("/audit");
        assertThat(chat.screen()).contains("Who changed what").contains("Nothing has been changed");

        openFirst();
        chat.presses("Status ▸ Ready");
        for (int i = 0; i < 6; i++) {
            add("#300" + i);
        }
        chat.types("/audit");
        assertThat(chat.screen())
                .contains("1–5 of 7")
                .contains("Ada · <b>#3005</b>  Orders")
                .contains("➕ created")
                .contains("Total: 12.00\u00A0€")
                .contains("kept for 365 days");
        chat.presses("▶");
        assertThat(chat.screen()).contains("6–7 of 7").contains("Status: Preparing → Ready");
        chat.presses("#1001");
        assertThat(chat.screen()).contains("<b>#1001</b>");

        chat.presses("History");
        assertThat(chat.screen()).contains("· #1001 · 1–1 of 1").contains("Status: Preparing → Ready");
        chat.presses("All changes");
        assertThat(chat.screen()).contains("1–5 of 7");
    }

    @Test
    void theChangesOfOnePersonAlone() {
        chat.types(1002, "/start i_" + chat.invitation("Editor", "All tables"));
        openFirst();
        chat.presses("Status ▸ Ready");
        chat.types(1002, "/add Orders").types(1002, "#5");
        ScriptedBotApi.Shown step = chat.lastWithButtons(1002);
        chat.presses(1002, step.id(), step.button("⏭ Review"));
        step = chat.lastWithButtons(1002);
        chat.presses(1002, step.id(), step.button("Save"));

        chat.types("/audit");
        assertThat(chat.screen()).contains("1–2 of 2");
        assertThat(chat.audit().page(new AuditFilter.By(1002), 0, 10)).hasSize(1);
        chat.presses(Chat.OWNER, chat.telegram.screen().id(), "j.p." + Long.toString(1002, 36) + ".0");
        assertThat(chat.screen()).contains("· Ada · 1–1 of 1").contains("#5").doesNotContain("Preparing");
    }

    @Test
    void nobodyElseReadsTheAccount() {
        chat.types(1002, "/start i_" + chat.invitation("Editor", "All tables"));
        add("#2000");
        int before = chat.telegram.messages().size();
        chat.presses(1002, 1, "j.a.0");
        assertThat(chat.telegram.messages()).hasSize(before);
        chat.types(1002, "/audit");
        assertThat(chat.lastTo(1002)).contains("/audit").contains("/help").doesNotContain("#2000");
    }

    @Test
    void changesAreCopiedIntoTheBaseAndAFailureLosesNone() throws Exception {
        chat.airtable.replaceTables(List.of(Workshop.shortOrders(), Workshop.clients(), mirror()));
        for (int i = 0; i < 7; i++) {
            add("#400" + i); // two fields each: fourteen rows
        }
        chat.copyChanges();
        assertThat(chat.airtable.records(MIRROR))
                .as("they are let come together first")
                .isEmpty();

        chat.clock.pass(Duration.ofSeconds(30));
        chat.airtable.failNextWrite(new AirtableFailure.Unavailable("HTTP 503", null));
        chat.copyChanges();
        assertThat(chat.airtable.records(MIRROR)).hasSize(9);
        chat.copyChanges();
        assertThat(chat.airtable.records(MIRROR)).as("the rest goes on").hasSize(13);
        chat.clock.pass(Duration.ofMinutes(2));
        chat.copyChanges().copyChanges();
        assertThat(chat.airtable.records(MIRROR)).hasSize(14);
        assertThat(chat.airtable.records(MIRROR)).allSatisfy(row -> {
            assertThat(row.cell(field("When"))).isInstanceOf(CellValue.DateTime.class);
            assertThat(row.cell(field("Who"))).isEqualTo(new CellValue.Text("Ada (1001)"));
            assertThat(row.cell(field("Table"))).isEqualTo(new CellValue.Text("Orders"));
        });
        assertThat(chat.airtable.records(MIRROR))
                .extracting(row -> row.cell(field("New")))
                .contains(new CellValue.Text("#4003"), new CellValue.Text("12.00\u00A0€"));
    }

    @Test
    void withoutTheTableNothingIsCopiedAndNothingIsKeptForIt() throws Exception {
        add("#2000");
        chat.clock.pass(Duration.ofSeconds(30));
        chat.copyChanges();
        chat.airtable.replaceTables(List.of(Workshop.shortOrders(), Workshop.clients(), mirror()));
        chat.copyChanges();
        assertThat(chat.airtable.records(MIRROR)).isEmpty();
        assertThat(entries()).hasSize(2);
    }

    @Test
    void entriesAreKeptForAYear() {
        add("#2000");
        AuditLog log = chat.audit();
        log.forgetOld(chat.clock.instant().plus(AuditLog.KEPT_FOR).minusSeconds(60));
        assertThat(entries()).isNotEmpty();
        log.forgetOld(chat.clock.instant().plus(AuditLog.KEPT_FOR).plusSeconds(60));
        assertThat(entries()).isEmpty();
    }

    private void add(String name) {
        chat.clock.pass(Duration.ofSeconds(1));
        chat.types("/add Orders").types(name).types("12").presses("⏭ Review").presses("Save");
    }

    private void openFirst() {
        chat.types("/start").presses("Orders").presses("1");
    }

    private AirtableRecord first() {
        return chat.airtable.records(Workshop.ORDERS).getFirst();
    }

    private List<AuditEntry> entries() {
        return chat.audit().page(new AuditFilter.Everything(), 0, 100).stream()
                .flatMap(change -> change.entries().stream())
                .toList();
    }

    private String said(AuditEntry entry) {
        String field = entry.field()
                .flatMap(id -> Workshop.shortOrders().field(id))
                .map(Field::name)
                .orElse("");
        return field + ": " + entry.before() + " → " + entry.after();
    }

    private static Table mirror() {
        List<Field> fields = new ArrayList<>();
        fields.add(new Field(field("Record"), "Record", null, new FieldType.SingleLineText()));
        fields.add(new Field(field("When"), "When", null, new FieldType.DateTime(DateFormat.ISO, "HH:mm", "utc")));
        for (String name : List.of("Who", "Table", "Field", "Old", "New")) {
            fields.add(new Field(field(name), name, null, new FieldType.MultilineText()));
        }
        return new Table(MIRROR, "Bot Audit", null, field("Record"), fields, List.of());
    }

    private static FieldId field(String name) {
        return new FieldId(("fld" + name + "00000000000000").substring(0, 17));
    }
}
