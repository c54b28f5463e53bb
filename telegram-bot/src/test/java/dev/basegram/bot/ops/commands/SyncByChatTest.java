package dev.basegram.bot.ops.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.Chat;
import dev.basegram.bot.chat.FakeAirtable;
import dev.basegram.bot.chat.Workshop;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What has changed in the base since somebody last asked is said by name, once. */
class SyncByChatTest {
    private static final long BORIS = 1002;

    private FakeAirtable base;
    private OperatorChat operator;
    private Chat chat;

    @BeforeEach
    void open() throws Exception {
        base = Workshop.withOrders(Workshop.shortOrders(), 1);
        operator = new OperatorChat(base);
        chat = operator.chat;
    }

    @AfterEach
    void close() throws Exception {
        operator.close();
    }

    private static Table renamed(Table table, String name) {
        return new Table(table.id(), name, null, table.primaryField(), table.fields(), List.of());
    }

    private static Table added(int number) {
        FieldId field = new FieldId("fldAdded%09d".formatted(number));
        return new Table(
                new TableId("tblAdded%09d".formatted(number)),
                "Added <" + number + ">",
                null,
                field,
                List.of(Workshop.field(field, "Name", new FieldType.SingleLineText())),
                List.of());
    }

    @Test
    void theFirstTimeCountsAndTheNextTellsWhatIsAnotherWay() {
        chat.types("/sync");
        assertThat(chat.last()).contains("Read anew: 2 tables").contains("Next time I say what has changed");

        chat.clock.pass(Duration.ofMinutes(5));
        chat.types("/sync");
        assertThat(chat.last()).contains("Nothing has changed since 10:00");

        base.replaceTables(List.of(renamed(Workshop.shortOrders(), "Jobs"), Workshop.clients(), added(1)));
        chat.types("/sync");
        assertThat(chat.last())
                .contains("<b>Changed since 10:05\u202fAM</b>")
                .contains("• Orders is called Jobs now")
                .contains("• new table Added &lt;1&gt;");
        chat.types("/sync");
        assertThat(chat.last()).as("told once").contains("Nothing has changed");
        chat.types("/menu");
        assertThat(chat.telegram.screen().labels()).as("and screens go by it").contains("Jobs");
    }

    @Test
    void aBaseThatIsAnotherAltogetherFitsOnAScreen() {
        chat.types("/sync");
        base.replaceTables(
                IntStream.range(0, 60).mapToObj(SyncByChatTest::added).toList());
        chat.types("/sync");
        assertThat(chat.last().lines().filter(line -> line.startsWith("• "))).hasSize(25);
        assertThat(chat.last()).endsWith("…");
    }

    @Test
    void anAirtableThatIsAwayIsSaidAndNothingIsTakenForGone() {
        chat.types("/sync");
        base.goAway(new AirtableFailure.TokenRejected());
        chat.types("/sync");
        assertThat(chat.last()).contains("does not accept the bot's token");
        base.goAway(null);
        chat.types("/sync");
        assertThat(chat.last()).contains("Nothing has changed");
    }

    @Test
    void anAdministratorMayAskAndAnEditorMayNot() {
        operator.joins(BORIS, "Admin");
        chat.types(BORIS, "/sync");
        assertThat(chat.lastTo(BORIS)).contains("Read anew");
        operator.joins(1003L, "Editor");
        chat.types(1003L, "/sync");
        assertThat(chat.lastTo(1003)).contains("do not know /sync");
    }

    @ParameterizedTest
    @CsvSource({
        "en, 'Read anew: 2 tables, ', Nothing has changed, Orders is called Jobs now, new table, the table Clients is gone",
        "es, 'Leído de nuevo: 2 tablas, ', Nada ha cambiado, Orders se llama ahora Jobs, tabla nueva, ya no existe la tabla Clients",
        "pt, 'Relido: 2 tabelas, ', Nada mudou, Orders agora se chama Jobs, tabela nova, a tabela Clients não existe mais",
        "ru, 'Перечитано: 2 таблицы, ', ничего не изменилось, Orders теперь называется Jobs, новая таблица, таблицы Clients больше нет",
        "ar, أُعيدت القراءة: 2 جدولان, لم يتغير شيء, Orders صار اسمه Jobs, جدول جديد, اختفى الجدول Clients"
    })
    void inEveryLanguage(String language, String first, String same, String renamed, String added, String gone) {
        chat.types("/lang " + language).types("/sync");
        assertThat(operator.words()).contains(first);
        chat.types("/sync");
        assertThat(operator.words()).contains(same);
        base.replaceTables(new ArrayList<>(List.of(renamed(Workshop.shortOrders(), "Jobs"), added(7))));
        chat.types("/sync");
        assertThat(operator.words()).contains(renamed).contains(added).contains(gone);
    }
}
