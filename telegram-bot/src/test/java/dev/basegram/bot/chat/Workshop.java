package dev.basegram.bot.chat;

import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.DateFormat;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.SelectChoice;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.View;
import dev.basegram.bot.airtable.ViewId;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** The base of a small workshop, for tests: orders and clients, a field of every type people fill in. */
public final class Workshop {
    public static final TableId ORDERS = new TableId("tblOrders00000001");
    public static final TableId CLIENTS = new TableId("tblClients0000001");

    public static final FieldId NAME = new FieldId("fldName0000000001");
    public static final FieldId TOTAL = new FieldId("fldTotal000000001");
    public static final FieldId PAID = new FieldId("fldPaid0000000001");
    public static final FieldId STATUS = new FieldId("fldStatus00000001");
    public static final FieldId CLIENT = new FieldId("fldClient00000001");
    public static final FieldId NOTES = new FieldId("fldNotes000000001");
    public static final FieldId DUE = new FieldId("fldDue00000000001");
    public static final FieldId VISIT = new FieldId("fldVisit000000001");
    public static final FieldId TAGS = new FieldId("fldTags0000000001");
    public static final FieldId SHARE = new FieldId("fldShare000000001");
    public static final FieldId STARS = new FieldId("fldStars000000001");
    public static final FieldId HOURS = new FieldId("fldHours000000001");
    public static final FieldId PHOTOS = new FieldId("fldPhotos00000001");
    public static final FieldId CLIENT_NAME = new FieldId("fldCName000000001");
    public static final FieldId PHONE = new FieldId("fldPhone000000001");
    public static final FieldId EMAIL = new FieldId("fldEmail000000001");
    public static final FieldId SITE = new FieldId("fldSite0000000001");
    public static final FieldId ORDERS_OF = new FieldId("fldOrdersOf000001");
    public static final FieldId COMPUTED = new FieldId("fldFormula0000001");

    private Workshop() {}

    public static Field field(FieldId id, String name, FieldType type) {
        return new Field(id, name, null, type);
    }

    public static SelectChoice choice(String name) {
        return new SelectChoice("sel" + (name + "0".repeat(14)).replace(" ", "").substring(0, 14), name, "greenBright");
    }

    public static final Field STATUS_FIELD = field(
            STATUS,
            "Status",
            new FieldType.SingleSelect(
                    List.of(choice("New"), choice("Preparing"), choice("Ready"), choice("Shipped"))));

    /** The four types of the first milestone and nothing else, which keeps conversations short. */
    public static Table shortOrders() {
        return orders(List.of(
                field(NAME, "Order", new FieldType.SingleLineText()),
                field(TOTAL, "Total", new FieldType.Currency(2, "€")),
                field(PAID, "Paid", new FieldType.Checkbox("check", "greenBright")),
                STATUS_FIELD));
    }

    /** Orders with a field of every type. */
    public static Table fullOrders() {
        return orders(List.of(
                field(NAME, "Order", new FieldType.SingleLineText()),
                field(CLIENT, "Client", new FieldType.RecordLinks(CLIENTS, false, true, ORDERS_OF, null)),
                STATUS_FIELD,
                field(TOTAL, "Total", new FieldType.Currency(2, "€")),
                field(DUE, "Due", new FieldType.Date(new DateFormat("european", "D/M/YYYY"))),
                field(VISIT, "Visit", new FieldType.DateTime(DateFormat.ISO, "HH:mm", "client")),
                field(
                        TAGS,
                        "Tags",
                        new FieldType.MultipleSelects(List.of(choice("Gift"), choice("Urgent"), choice("Fragile")))),
                field(SHARE, "Discount", new FieldType.Percent(0)),
                field(STARS, "Stars", new FieldType.Rating(5, "star", "yellowBright")),
                field(HOURS, "Hours", new FieldType.Duration("h:mm")),
                field(PAID, "Paid", new FieldType.Checkbox("check", "greenBright")),
                field(PHOTOS, "Photos", new FieldType.Attachments(false)),
                field(NOTES, "Notes", new FieldType.MultilineText()),
                field(COMPUTED, "Sum", new FieldType.Formula("1", true, List.of(), new FieldType.Numeric(0)))));
    }

    public static Table orders(List<Field> fields) {
        View all = new View(
                new ViewId("viwAll00000000001"),
                "All",
                "grid",
                fields.stream().map(Field::id).toList());
        View open = new View(new ViewId("viwOpen0000000001"), "Open", "grid", List.of(NAME, STATUS, TOTAL));
        return new Table(ORDERS, "Orders", null, NAME, fields, List.of(all, open));
    }

    public static Table clients() {
        return new Table(
                CLIENTS,
                "Clients",
                null,
                CLIENT_NAME,
                List.of(
                        field(CLIENT_NAME, "Name", new FieldType.SingleLineText()),
                        field(PHONE, "Phone", new FieldType.PhoneNumber()),
                        field(EMAIL, "E-mail", new FieldType.Email()),
                        field(SITE, "Site", new FieldType.Url()),
                        field(ORDERS_OF, "Orders", new FieldType.RecordLinks(ORDERS, true, false, CLIENT, null))),
                List.of());
    }

    /** A base with so many orders. */
    public static FakeAirtable withOrders(Table orders, int count) {
        FakeAirtable base = new FakeAirtable(List.of(orders, clients()));
        RecordId anna = base.put(CLIENTS, Map.of(CLIENT_NAME, new CellValue.Text("Anna K.")));
        base.put(CLIENTS, Map.of(CLIENT_NAME, new CellValue.Text("Boris T.")));
        List<Map<FieldId, CellValue>> rows = new ArrayList<>();
        for (int i = 1; i <= count; i++) {
            rows.add(Map.of(
                    NAME, new CellValue.Text("#" + (1000 + i)),
                    TOTAL, new CellValue.Numeric(BigDecimal.valueOf(i * 10L)),
                    STATUS, new CellValue.Choice(i % 2 == 0 ? "Ready" : "Preparing"),
                    CLIENT, new CellValue.Links(List.of(anna))));
        }
        rows.forEach(row -> base.put(ORDERS, row));
        return base;
    }
}
