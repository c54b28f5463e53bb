package dev.basegram.bot.chat.screen;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.chat.Workshop;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which option of which select comes next, told from the schema alone. */
class StagesTest {
    private static final FieldId ID = new FieldId("fldAny00000000001");

    private static Field select(String name, String options) {
        List<SelectChoice> choices =
                Arrays.stream(options.split("/")).map(Workshop::choice).toList();
        return Workshop.field(ID, name, new FieldType.SingleSelect(choices));
    }

    private static String next(Field field, String now) {
        CellValue value = now == null || now.isEmpty() ? CellValue.empty() : new CellValue.Choice(now);
        return Stages.next(field, value).stream()
                .mapToObj(i -> Stages.choices(field).get(i).name())
                .findFirst()
                .orElse(null);
    }

    @ParameterizedTest
    @CsvSource({
        "New/Preparing/Ready/Shipped/Cancelled,, New",
        "New/Preparing/Ready/Shipped/Cancelled, New, Preparing",
        "New/Preparing/Ready/Shipped/Cancelled, Ready, Shipped",
        "New/Preparing/Ready/Shipped/Cancelled, Shipped,",
        "New/Preparing/Ready/Shipped/Cancelled, Cancelled,",
        "Cancelled/New/Done,, New",
        "Open/On hold/Won/Lost, Open, Won",
        "Open/On hold/Won/Lost, Won,",
        "Open/Won't do/Done, Open, Done",
        "Lead/Order rejected by client/Order placed, Lead, Order placed",
        "Nuevo/En curso/Anulado/Entregado, En curso, Entregado",
        "Novo/Cancelado/Concluído, Novo, Concluído",
        "Новый/В работе/Готов/Отменён, Готов,",
        "Новый/Отклонён/Готов, Новый, Готов",
        "جديد/ملغى/مكتمل, جديد, مكتمل",
        "New/Ready, Something old,"
    })
    void theNextStageIsTheNextInTheBasesOrderThatIsNoWayToStop(String options, String now, String expected) {
        assertThat(next(select("Status", options), now)).isEqualTo(expected);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Status",
                "Order status",
                "STAGE",
                "Lead stage",
                "Estado",
                "Situação",
                "Статус заказа",
                "Étape",
                "حالة الطلب",
                "الحالة"
            })
    void isToldByTheNameOfTheField(String name) {
        Field city = select("City", "Oslo/Malmö");
        Field status = select(name, "A/B");
        assertThat(Stages.of(List.of(city, status))).contains(status);
    }

    @Test
    void isToldByItsOptionsWhereTheNameDoesNotTell() {
        Field work = select("Where it stands", "To do/In progress/Done");
        assertThat(Stages.of(List.of(select("City", "Oslo/New York"), work))).contains(work);
    }

    @ParameterizedTest
    @CsvSource({"City, Stockholm/Göteborg/Malmö", "Priority, Low/Medium/High", "Country, France/Spain"})
    void aSelectWithoutStagesIsNone(String name, String options) {
        assertThat(Stages.of(List.of(select(name, options)))).isEmpty();
    }
}
