package dev.basegram.bot.ops.commands;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.chat.Workshop;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What has changed is told by ids: a new name is a new name, and not one thing gone and another come. */
class SchemaChangeTest {
    @Test
    void everyKindOfChangeIsToldOnce() {
        Table before = Workshop.shortOrders();
        var fields = new ArrayList<>(before.fields());
        fields.set(0, Workshop.field(Workshop.NAME, "Number", new FieldType.SingleLineText()));
        fields.set(1, Workshop.field(Workshop.TOTAL, "Total", new FieldType.Numeric(0)));
        fields.remove(2);
        fields.add(Workshop.field(Workshop.NOTES, "Notes", new FieldType.MultilineText()));
        Table now = new Table(before.id(), "Jobs", null, before.primaryField(), fields, List.of());
        Table added = new Table(
                new dev.basegram.bot.airtable.TableId("tblNew00000000001"),
                "New",
                null,
                Workshop.NAME,
                fields,
                List.of());

        assertThat(SchemaChange.between(
                        SchemaChange.of(List.of(before, Workshop.clients())), SchemaChange.of(List.of(now, added))))
                .containsExactlyInAnyOrder(
                        new SchemaChange.TableRenamed("Orders", "Jobs"),
                        new SchemaChange.FieldRenamed("Jobs", "Order", "Number"),
                        new SchemaChange.TypeChanged("Jobs", "Total", "Currency", "Numeric"),
                        new SchemaChange.FieldGone("Jobs", "Paid"),
                        new SchemaChange.NewField("Jobs", "Notes"),
                        new SchemaChange.NewTable("New"),
                        new SchemaChange.TableGone("Clients"));
    }

    @Test
    void theSameSchemaHasNotChanged() {
        var tables = SchemaChange.of(List.of(Workshop.fullOrders(), Workshop.clients()));
        assertThat(SchemaChange.between(tables, tables)).isEmpty();
    }
}
