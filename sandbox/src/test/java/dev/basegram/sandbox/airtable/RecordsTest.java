package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import java.net.URI;
import java.net.http.HttpRequest;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Records over HTTP: list, get, create, update, delete. */
class RecordsTest {
    private AirtableFixture airtable;
    private String orders;
    private String clients;
    private String products;

    @BeforeEach
    void start() {
        airtable = new AirtableFixture();
        orders = airtable.table("Orders");
        clients = airtable.table("Clients");
        products = airtable.table("Products");
    }

    @AfterEach
    void stop() {
        airtable.close();
    }

    @Test
    void aMissingTokenIsAskedFor() {
        Reply reply = airtable.send(HttpRequest.newBuilder(URI.create(airtable.root() + orders)));
        assertThat(reply.status()).isEqualTo(401);
        assertThat(reply.errorType()).isEqualTo("AUTHENTICATION_REQUIRED");
        assertThat(reply.errorMessage()).isEqualTo("Authentication required");
    }

    @Test
    void anyTokenIsTheBasesOwner() {
        Reply me = airtable.get("/v0/meta/whoami");
        assertThat(me.status()).isEqualTo(200);
        assertThat(me.id()).matches("usr[0-9A-Za-z]{14}");
        Reply bases = airtable.get("/v0/meta/bases");
        assertThat(bases.json().at("/bases/0/id").asText()).isEqualTo("appSandbox0000001");
        assertThat(bases.json().at("/bases/0/name").asText()).isEqualTo("Atelier Nord");
        assertThat(bases.json().at("/bases/0/permissionLevel").asText()).isEqualTo("create");
    }

    @Test
    void theSchemaTellsTablesFieldsAndViews() {
        Reply schema = airtable.get("/v0/meta/bases/" + AirtableFixture.BASE + "/tables");
        assertThat(schema.json().path("tables").findValuesAsText("name")).contains("Orders", "Clients", "Products");
        JsonNode table = schema.json().at("/tables/0");
        assertThat(table.path("primaryFieldId").asText())
                .isEqualTo(table.at("/fields/0/id").asText());
        assertThat(table.at("/fields/0/type").asText()).isEqualTo("formula");
        assertThat(table.at("/fields/0/options/formula").asText()).matches("\"#\" & \\{fld[0-9A-Za-z]{14}}");
        JsonNode client = table.at("/fields/1");
        assertThat(client.at("/options/linkedTableId").asText())
                .isEqualTo(schema.json().at("/tables/1/id").asText());
        assertThat(client.at("/options/inverseLinkFieldId").asText()).startsWith("fld");
        assertThat(table.at("/views/1/name").asText()).isEqualTo("Open");
        assertThat(table.at("/views/3/type").asText()).isEqualTo("form");
        assertThat(table.at("/views/0").has("visibleFieldIds")).isFalse();
        Reply full = airtable.get("/v0/meta/bases/" + AirtableFixture.BASE + "/tables?include%5B%5D=visibleFieldIds");
        assertThat(full.json().at("/tables/0/views/0/visibleFieldIds").size()).isEqualTo(12);
    }

    @Test
    void aListComesInPagesUntilThereIsNoOffset() {
        List<String> seen = new ArrayList<>();
        String offset = "";
        do {
            Reply page = airtable.get(orders + "?pageSize=10&view=All&offset=" + AirtableFixture.encode(offset));
            assertThat(page.status()).isEqualTo(200);
            seen.addAll(page.recordIds());
            offset = page.json().path("offset").asText("");
        } while (!offset.isEmpty());
        assertThat(seen).hasSize(23).doesNotHaveDuplicates();
    }

    @Test
    void aRecordShowsNamesLinksAndComputedCells() {
        Reply list = airtable.filter("Orders", "{No} = 1034");
        JsonNode fields = list.json().at("/records/0/fields");
        assertThat(fields.path("Order").asText()).isEqualTo("#1034");
        assertThat(fields.path("Status").asText()).isEqualTo("Ready");
        assertThat(fields.path("Client").path(0).asText()).startsWith("rec");
        assertThat(fields.path("Client phone").path(0).asText()).isEqualTo("+46 70 174 06 31");
        assertThat(fields.path("Item count").intValue()).isEqualTo(1);
        assertThat(fields.path("Item total").intValue()).isEqualTo(480);
        assertThat(fields.path("Paid").booleanValue()).isTrue();
        assertThat(fields.path("No").intValue()).isEqualTo(1034);
        assertThat(fields.has("Overdue")).isFalse();
        assertThat(fields.path("Assignee").path("name").asText()).isEqualTo("Sam Eriksson");
        assertThat(fields.path("Photos").path(0).path("width").intValue()).isEqualTo(480);
        assertThat(list.json().at("/records/0/createdTime").asText()).endsWith(".000Z");
    }

    @Test
    void createChangeAndDeleteOneRecord() {
        Reply created = airtable.post(products, "{'fields':{'Name':'Stool Ek','Price':99.5,'Category':['Chairs']}}");
        assertThat(created.status()).isEqualTo(200);
        assertThat(created.fields().path("Price").doubleValue()).isEqualTo(99.5);
        assertThat(created.fields().path("Label").asText()).isEqualTo(" · Stool Ek");
        Reply changed = airtable.patch(products + "/" + created.id(), "{'fields':{'Price':100}}");
        assertThat(changed.fields().path("Price").isIntegralNumber()).isTrue();
        assertThat(changed.fields().path("Name").asText()).isEqualTo("Stool Ek");
        Reply put = airtable.put(products + "/" + created.id(), "{'fields':{'Name':'Stool Alm'}}");
        assertThat(put.fields().has("Price")).isFalse();
        Reply deleted = airtable.delete(products + "/" + created.id());
        assertThat(deleted.json().path("deleted").booleanValue()).isTrue();
        assertThat(deleted.id()).isEqualTo(created.id());
        Reply gone = airtable.get(products + "/" + created.id());
        assertThat(gone.status()).isEqualTo(404);
        assertThat(gone.errorType()).isEqualTo("MODEL_ID_NOT_FOUND");
    }

    @Test
    void fieldsGoByNameOrIdAndComeBackAsAsked() {
        String sku = fieldId("Products", "SKU");
        Reply created = airtable.post(
                products, "{'fields':{'Name':'Lamp Sol','" + sku + "':'LIG-SOL'},'returnFieldsByFieldId':true}");
        assertThat(created.fields().path(sku).asText()).isEqualTo("LIG-SOL");
        Reply list = airtable.get(products + "?returnFieldsByFieldId=true&fields%5B%5D=" + sku + "&fields%5B%5D=Name");
        assertThat(list.json().at("/records/0/fields").size()).isEqualTo(2);
        assertThat(list.json().at("/records/0/fields").has(sku)).isTrue();
        assertThat(airtable.filter("Products", "{" + sku + "} = 'LIG-SOL'").recordIds())
                .containsExactly(created.id());
    }

    @Test
    void linksAreSymmetric() {
        String anna = airtable.filter("Clients", "{Name} = 'Anna Karlsson'")
                .recordIds()
                .getFirst();
        Reply order = airtable.post(orders, "{'fields':{'Client':['" + anna + "'],'Status':'New'}}");
        assertThat(airtable.get(clients + "/" + anna).fields().path("Orders").toString())
                .contains(order.id());
        airtable.patch(orders + "/" + order.id(), "{'fields':{'Client':[]}}");
        assertThat(airtable.get(clients + "/" + anna).fields().path("Orders").toString())
                .doesNotContain(order.id());
        airtable.patch(clients + "/" + anna, "{'fields':{'Orders':['" + order.id() + "']}}");
        assertThat(airtable.get(orders + "/" + order.id())
                        .fields()
                        .path("Client")
                        .path(0)
                        .asText())
                .isEqualTo(anna);
        airtable.delete(clients + "/" + anna);
        assertThat(airtable.get(orders + "/" + order.id()).fields().has("Client"))
                .isFalse();
    }

    @Test
    void aRecordOfAnotherTableIsFoundByItsId() {
        String anna = airtable.filter("Clients", "{Name} = 'Anna Karlsson'")
                .recordIds()
                .getFirst();
        Reply found = airtable.get(orders + "/" + anna);
        assertThat(found.status()).isEqualTo(200);
        assertThat(found.fields().path("Name").asText()).isEqualTo("Anna Karlsson");
    }

    @Test
    void aBadRecordTakesItsBatchWithIt() {
        Reply refused = airtable.post(
                products, "{'records':[{'fields':{'Name':'One'}},{'fields':{'Name':'Two','Price':'much'}}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorType()).isEqualTo("INVALID_VALUE_FOR_COLUMN");
        assertThat(refused.errorMessage()).isEqualTo("Field \"Price\" cannot accept the provided value");
        assertThat(airtable.filter("Products", "{Name} = 'One'").recordIds()).isEmpty();
    }

    @Test
    void everyChangeIsAnnounced() {
        airtable.post(products, "{'fields':{'Name':'Lamp Sol'}}");
        assertThat(airtable.changes).hasSize(1);
        assertThat(airtable.changes.getFirst().subject()).startsWith("tbl");
        assertThat(airtable.changes.getFirst().change()).isEqualTo("record");
    }

    private String fieldId(String table, String field) {
        JsonNode schema = airtable.get("/v0/meta/bases/" + AirtableFixture.BASE + "/tables")
                .json();
        for (JsonNode candidate : schema.path("tables")) {
            if (candidate.path("name").asText().equals(table)) {
                for (JsonNode one : candidate.path("fields")) {
                    if (one.path("name").asText().equals(field)) {
                        return one.path("id").asText();
                    }
                }
            }
        }
        throw new AssertionError("No field " + field);
    }
}
