package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page's facade, data of one's own, and what outlives a restart. */
class DataTest {
    @TempDir
    Path folder;

    private static LocalAirtable.Settings keptIn(Path path) {
        return new LocalAirtable.Settings(false, Optional.of(path));
    }

    @Test
    void thePageSeesWhatAPersonSees() {
        try (AirtableFixture fixture = new AirtableFixture()) {
            LocalAirtable airtable = fixture.airtable;
            Shown.Base base = airtable.bases().getFirst();
            assertThat(base.name()).isEqualTo("Atelier Nord");
            assertThat(base.tables()).extracting(Shown.Table::rowCount).containsExactly(23, 12, 10);
            Shown.Grid open = airtable.grid(base.id(), "Orders", "Open").orElseThrow();
            assertThat(open.columns()).extracting(Shown.Field::name).startsWith("Order", "Client", "Status");
            Shown.Row row = open.rows().getFirst();
            String client = open.columns().get(1).id();
            assertThat(row.cells().get(client).text()).isNotBlank().doesNotContain("rec");
            assertThat(airtable.grid(base.id(), "Orders", "Nope")).isEmpty();
            assertThat(airtable.grid("appNope", "Orders", null)).isEmpty();
        }
    }

    @Test
    void aPersonEditsInThePage() {
        try (AirtableFixture fixture = new AirtableFixture()) {
            LocalAirtable airtable = fixture.airtable;
            EditOutcome added = airtable.add(
                    AirtableFixture.BASE,
                    "Orders",
                    JsonNodeFactory.instance.objectNode().put("Total", "12,50 €"));
            assertThat(added).isInstanceOf(EditOutcome.Saved.class);
            String id = ((EditOutcome.Saved) added).row().id();
            EditOutcome changed =
                    airtable.change(AirtableFixture.BASE, "Orders", id, "Client", TextNode.valueOf("Anna Karlsson"));
            assertThat(changed)
                    .isInstanceOfSatisfying(
                            EditOutcome.Saved.class,
                            saved -> assertThat(saved.row().cells().values())
                                    .anyMatch(cell -> cell.text().equals("Anna Karlsson")));
            assertThat(airtable.change(AirtableFixture.BASE, "Orders", id, "Order", TextNode.valueOf("x")))
                    .isInstanceOfSatisfying(
                            EditOutcome.Refused.class,
                            refused -> assertThat(refused.message()).contains("computed"));
            assertThat(airtable.delete(AirtableFixture.BASE, "Orders", id)).isEqualTo(new EditOutcome.Deleted(id));
            assertThat(airtable.delete(AirtableFixture.BASE, "Orders", id)).isInstanceOf(EditOutcome.Refused.class);
        }
    }

    @Test
    void resetPutsTheBaseBackWithTheSameIds() {
        try (AirtableFixture airtable = new AirtableFixture()) {
            JsonNode before =
                    airtable.get(airtable.table("Orders") + "?fields=Order").json();
            airtable.delete(
                    airtable.table("Orders") + "/" + before.at("/records/0/id").asText());
            airtable.airtable.reset();
            assertThat(airtable.get(airtable.table("Orders") + "?fields=Order")
                            .json()
                            .path("records")
                            .findValuesAsText("id"))
                    .isEqualTo(before.path("records").findValuesAsText("id"));
        }
    }

    @Test
    void aBaseIsKeptInItsFile() {
        Path file = folder.resolve("data/base.json");
        String id;
        try (AirtableFixture airtable = new AirtableFixture(keptIn(file))) {
            id = airtable.post(airtable.table("Products"), "{'fields':{'Name':'Kept','Category':['Chairs']}}")
                    .id();
            String order = airtable.filter("Orders", "{No} = 1021").recordIds().getFirst();
            airtable.post(airtable.table("Orders") + "/" + order + "/comments", "{'text':'Kept too'}");
            await().atMost(Duration.ofSeconds(30))
                    .until(() -> Files.exists(file) && Files.readString(file).contains("Kept too"));
        }
        try (AirtableFixture airtable = new AirtableFixture(keptIn(file))) {
            Reply kept = airtable.get(airtable.table("Products") + "/" + id);
            assertThat(kept.fields().path("Name").asText()).isEqualTo("Kept");
            assertThat(kept.fields().path("Category").path(0).asText()).isEqualTo("Chairs");
            JsonNode order = airtable.filter("Orders", "{No} = 1035").json().at("/records/0/fields");
            assertThat(order.path("Order").asText()).isEqualTo("#1035");
            assertThat(order.path("Item total").intValue()).isEqualTo(1610);
            assertThat(order.path("Client phone")).hasSize(1);
            String url = order.at("/Photos/0/url").asText();
            assertThat(airtable.bytes(url).statusCode()).isEqualTo(200);
            assertThat(airtable.post(airtable.table("Orders"), "{'fields':{}}")
                            .fields()
                            .path("No")
                            .intValue())
                    .isEqualTo(1044);
        }
    }

    @Test
    void aSpoiltFileStopsTheStartWithItsName() throws IOException {
        Path file = Files.writeString(folder.resolve("base.json"), "{\"tables\":");
        assertThatThrownBy(() -> new AirtableFixture(keptIn(file)))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageStartingWith("SANDBOX_DATA: ")
                .hasMessageContaining("base.json");
    }

    @Test
    void csvFilesBecomeTablesWithTypesAndLinks() throws IOException {
        Files.writeString(
                folder.resolve("Clients-Grid view.csv"),
                "\uFEFFName,Phone,Orders\nAnna,+46 70 174 06 31,\"#1,#2\"\nBoris,+46 70 174 06 32,#3\n");
        Files.writeString(folder.resolve("Orders.csv"), """
                Order,Client,Status,Total,Paid,Due,Notes,Amount
                #1,Anna,New,$12.50,checked,2026-01-02,"two
                lines, and a comma",1.5
                #2,Anna,New,"$1,300.00",,2026-01-03,,2
                #3,Boris,Done,$8.00,checked,,,3
                #4,,Done,,,,,
                """);
        try (AirtableFixture airtable = new AirtableFixture(keptIn(folder))) {
            JsonNode tables = airtable.get("/v0/meta/bases/" + AirtableFixture.BASE + "/tables")
                    .json()
                    .path("tables");
            assertThat(tables.findValuesAsText("type"))
                    .contains(
                            "multipleRecordLinks",
                            "singleSelect",
                            "currency",
                            "checkbox",
                            "date",
                            "multilineText",
                            "number",
                            "phoneNumber");
            JsonNode order = airtable.filter("Orders", "{Total} > 1000").json().at("/records/0/fields");
            assertThat(order.path("Order").asText()).isEqualTo("#2");
            assertThat(order.path("Due").asText()).isEqualTo("2026-01-03");
            assertThat(airtable.filter("Orders", "{Client} = 'Anna'").recordIds())
                    .hasSize(2);
            Reply anna = airtable.filter("Clients", "{Name} = 'Anna'");
            assertThat(anna.json().at("/records/0/fields/Orders")).hasSize(2);
            airtable.airtable.reset();
            assertThat(airtable.get(airtable.table("Orders")).recordIds()).hasSize(4);
        }
    }

    @Test
    void anExportOfTheApiIsLoadedAsItIs() throws IOException {
        try (AirtableFixture source = new AirtableFixture();
                AirtableFixture target = new AirtableFixture()) {
            String schema = "/v0/meta/bases/" + AirtableFixture.BASE + "/tables";
            Files.writeString(
                    folder.resolve("schema.json"), source.get(schema).json().toString());
            for (String table : new String[] {"Orders", "Clients", "Products"}) {
                String records = source.get(source.table(table)).json().toString();
                Files.writeString(folder.resolve(table + ".json"), records);
            }
            assertThat(target.airtable.load(folder)).isEqualTo(new LoadOutcome.Loaded(AirtableFixture.BASE, 3, 45));
            JsonNode order = target.filter("Orders", "{Order} = '#1034'").json().at("/records/0");
            assertThat(order.at("/fields/Item total").intValue()).isEqualTo(480);
            assertThat(order.path("id"))
                    .isEqualTo(
                            source.filter("Orders", "{Order} = '#1034'").json().at("/records/0/id"));
        }
    }

    @Test
    void aFolderThatHoldsNothingIsRefusedAndNothingChanges() throws IOException {
        Files.writeString(
                folder.resolve("schema.json"),
                "{\"tables\":[{\"name\":\"A\",\"fields\":[{\"name\":\"x\",\"type\":\"odd\"}]}]}");
        try (AirtableFixture airtable = new AirtableFixture()) {
            assertThat(airtable.airtable.load(folder.resolve("none"))).isInstanceOf(LoadOutcome.Refused.class);
            assertThat(airtable.airtable.load(folder))
                    .isInstanceOfSatisfying(
                            LoadOutcome.Refused.class,
                            refused -> assertThat(refused.message())
                                    .contains("\"x\"")
                                    .contains("\"A\"")
                                    .contains("\"odd\""));
            assertThat(airtable.airtable.bases().getFirst().name()).isEqualTo("Atelier Nord");
        }
    }
}
