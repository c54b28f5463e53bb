package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import java.net.http.HttpRequest;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Batches, upserts, typecast and the refusals of writing. */
class WriteTest {
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

    private static String records(int count) {
        return "{'records':["
                + IntStream.range(0, count)
                        .mapToObj(i -> "{'fields':{'Name':'Batch " + i + "','SKU':'B-" + i + "'}}")
                        .collect(Collectors.joining(","))
                + "]}";
    }

    @Test
    void tenRecordsAtOnceAndNotEleven() {
        Reply ten = airtable.post(products, records(10));
        assertThat(ten.recordIds()).hasSize(10);
        assertThat(ten.json().at("/records/9/fields/Name").asText()).isEqualTo("Batch 9");
        Reply eleven = airtable.post(products, records(11));
        assertThat(eleven.status()).isEqualTo(422);
        assertThat(eleven.errorType()).isEqualTo("INVALID_RECORDS");
        assertThat(eleven.errorMessage()).contains("up to 10 record objects");
        String ids = String.join("&records%5B%5D=", ten.recordIds());
        Reply deleted = airtable.delete(products + "?records%5B%5D=" + ids);
        assertThat(deleted.recordIds()).isEqualTo(ten.recordIds());
        assertThat(deleted.json().at("/records/0/deleted").booleanValue()).isTrue();
        assertThat(airtable.delete(products).errorMessage())
                .isEqualTo("You must provide an array of up to 10 record IDs.");
    }

    @Test
    void severalRecordsChangeTogetherOrNotAtAll() {
        Reply made = airtable.post(products, records(2));
        String first = made.recordIds().get(0);
        String second = made.recordIds().get(1);
        Reply changed = airtable.patch(
                products,
                "{'records':[{'id':'" + first + "','fields':{'Price':1}},{'id':'" + second
                        + "','fields':{'Price':2}}]}");
        assertThat(changed.json().at("/records/1/fields/Price").intValue()).isEqualTo(2);
        Reply refused = airtable.patch(
                products,
                "{'records':[{'id':'" + first
                        + "','fields':{'Price':9}},{'id':'recAAAAAAAAAAAAAA','fields':{'Price':9}}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorType()).isEqualTo("ROW_DOES_NOT_EXIST");
        assertThat(refused.errorMessage()).isEqualTo("Record ID recAAAAAAAAAAAAAA does not exist in this table");
        assertThat(airtable.get(products + "/" + first).fields().path("Price").intValue())
                .isEqualTo(1);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            'Nope':1                     | UNKNOWN_FIELD_NAME              | Unknown field name: "Nope"
            'Order':'#1'                 | INVALID_VALUE_FOR_COLUMN        | Field "Order" cannot accept a value because the field is computed
            'Item total':1               | INVALID_VALUE_FOR_COLUMN        | Field "Item total" cannot accept a value because the field is computed
            'Total':'12'                 | INVALID_VALUE_FOR_COLUMN        | Field "Total" cannot accept the provided value
            'Notes':12                   | INVALID_VALUE_FOR_COLUMN        | Field "Notes" cannot accept the provided value
            'Paid':'yes'                 | INVALID_VALUE_FOR_COLUMN        | Field "Paid" cannot accept the provided value
            'Priority':6                 | INVALID_VALUE_FOR_COLUMN        | Field "Priority" cannot accept the provided value
            'Due date':'tomorrow'        | INVALID_VALUE_FOR_COLUMN        | Cannot parse value "tomorrow" for field Due date
            'Status':'Lost'              | INVALID_MULTIPLE_CHOICE_OPTIONS | Insufficient permissions to create new select option ""Lost""
            'Status':'ready'             | INVALID_MULTIPLE_CHOICE_OPTIONS | Insufficient permissions to create new select option ""ready""
            'Client':['recAAAAAAAAAAAAAA'] | ROW_DOES_NOT_EXIST            | Record ID recAAAAAAAAAAAAAA does not exist in this table
            'Client':'Anna Karlsson'     | INVALID_VALUE_FOR_COLUMN        | Field "Client" cannot accept the provided value
            'Photos':[{'url':'no url'}]  | INVALID_ATTACHMENT_OBJECT       | Invalid attachment object for field Photos: {"url":"no url"}
            'Assignee':{'email':'x@y.z'} | INVALID_VALUE_FOR_COLUMN        | Field "Assignee" cannot accept the provided value
            """)
    void aValueThatDoesNotFitIsRefused(String cell, String type, String message) {
        int before = airtable.get(orders).recordIds().size();
        Reply refused = airtable.post(orders, "{'fields':{" + cell + "}}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorType()).isEqualTo(type);
        assertThat(refused.errorMessage()).isEqualTo(message);
        assertThat(airtable.get(orders).recordIds()).hasSize(before);
    }

    @Test
    void aBodyThatIsNoneIsRefused() {
        assertThat(airtable.post(orders, "{'field':{}}").errorMessage())
                .isEqualTo("Could not find field \"fields\" in the request body");
        assertThat(airtable.post(orders, "no json").status()).isEqualTo(400);
        assertThat(airtable.post(orders, "[]").errorType()).isEqualTo("INVALID_REQUEST_BODY");
        assertThat(airtable.patch(orders, "{'records':[{'fields':{}}]}").errorMessage())
                .contains("each with an \"id\"");
        assertThat(airtable.patch(orders + "/recAAAAAAAAAAAAAA", "{'fields':{}}")
                        .errorType())
                .isEqualTo("MODEL_ID_NOT_FOUND");
    }

    @Test
    void aBodyThatIsTooLongIsRefusedAndTheServerGoesOn() {
        Reply refused = airtable.post(orders, "{\"fields\":{\"Notes\":\"" + "x".repeat(17 * 1024 * 1024) + "\"}}");
        assertThat(refused.status()).isEqualTo(413);
        assertThat(refused.errorType()).isEqualTo("REQUEST_TOO_LARGE");
        assertThat(airtable.get(orders).status()).isEqualTo(200);
    }

    @Test
    void typecastUnderstandsTextAndMakesChoicesAndRecords() {
        Reply made = airtable.post(
                orders,
                "{'typecast':true,'fields':{'Status':'Lost','Total':'€1,200.50','Paid':'true','Due date':'3/4/2026',"
                        + "'Client':['Anna Karlsson','Brand New'],'Deposit':'12.5%','Hours':'1:30','Priority':'3',"
                        + "'Notes':7,'Assignee':'Sam Eriksson'}}");
        assertThat(made.status()).isEqualTo(200);
        assertThat(made.fields().path("Status").asText()).isEqualTo("Lost");
        assertThat(made.fields().path("Total").doubleValue()).isEqualTo(1200.5);
        assertThat(made.fields().path("Paid").booleanValue()).isTrue();
        assertThat(made.fields().path("Due date").asText()).isEqualTo("2026-03-04");
        assertThat(made.fields().path("Client")).hasSize(2);
        assertThat(made.fields().path("Deposit").doubleValue()).isEqualTo(0.125);
        assertThat(made.fields().path("Hours").intValue()).isEqualTo(5400);
        assertThat(made.fields().path("Priority").intValue()).isEqualTo(3);
        assertThat(made.fields().path("Notes").asText()).isEqualTo("7");
        assertThat(made.fields().path("Assignee").path("email").asText()).isEqualTo("sam@ateliernord.example");
        Reply brandNew = airtable.filter("Clients", "{Name} = 'Brand New'");
        assertThat(brandNew.json().at("/records/0/fields/Orders/0").asText()).isEqualTo(made.id());
        String schema = airtable.get("/v0/meta/bases/" + AirtableFixture.BASE + "/tables")
                .json()
                .toString();
        assertThat(schema).contains("\"name\":\"Lost\"");
    }

    @Test
    void aRefusedBatchTakesItsNewChoicesAndRecordsBack() {
        Reply refused = airtable.post(
                orders,
                "{'typecast':true,'records':[{'fields':{'Status':'Lost','Client':['Brand New']}},{'fields':{'Nope':1}}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(airtable.filter("Clients", "{Name} = 'Brand New'").recordIds())
                .isEmpty();
        String schema = airtable.get("/v0/meta/bases/" + AirtableFixture.BASE + "/tables")
                .json()
                .toString();
        assertThat(schema).doesNotContain("\"name\":\"Lost\"");
        assertThat(airtable.changes).isEmpty();
    }

    @Test
    void upsertCreatesOrChangesByKey() {
        String body = "{'performUpsert':{'fieldsToMergeOn':['SKU']},'records':["
                + "{'fields':{'SKU':'CHA-ALVA','Price':150}},{'fields':{'SKU':'NEW-1','Name':'New'}}]}";
        Reply first = airtable.patch(products, body);
        assertThat(first.json().path("createdRecords")).hasSize(1);
        assertThat(first.json().path("updatedRecords")).hasSize(1);
        assertThat(first.json().at("/records/0/fields/Name").asText()).isEqualTo("Stool Alva");
        assertThat(first.json().at("/records/0/fields/Price").intValue()).isEqualTo(150);
        Reply again = airtable.patch(products, body);
        assertThat(again.json().path("createdRecords")).isEmpty();
        assertThat(again.recordIds()).isEqualTo(first.recordIds());
    }

    @Test
    void upsertFailsAsAWholeWhenSeveralMatch() {
        airtable.post(products, "{'records':[{'fields':{'SKU':'TWICE'}},{'fields':{'SKU':'TWICE'}}]}");
        Reply refused = airtable.patch(
                products,
                "{'performUpsert':{'fieldsToMergeOn':['SKU']},'records':[{'fields':{'SKU':'OTHER'}},{'fields':{'SKU':'TWICE','Price':1}}]}");
        assertThat(refused.status()).isEqualTo(422);
        assertThat(airtable.filter("Products", "{SKU} = 'OTHER'").recordIds()).isEmpty();
    }

    @Test
    void upsertKeysMustBeGivenAndBeKeys() {
        String start = "{'performUpsert':{'fieldsToMergeOn':";
        assertThat(airtable.patch(products, start + "['SKU']},'records':[{'fields':{'Name':'x'}}]}")
                        .status())
                .isEqualTo(422);
        assertThat(airtable.patch(products, start + "['Label']},'records':[{'fields':{'Label':'x'}}]}")
                        .status())
                .isEqualTo(422);
        assertThat(airtable.patch(products, start + "[]},'records':[{'fields':{'Name':'x'}}]}")
                        .status())
                .isEqualTo(422);
        assertThat(airtable.patch(products, start + "['Nope']},'records':[{'fields':{'Name':'x'}}]}")
                        .errorType())
                .isEqualTo("UNKNOWN_FIELD_NAME");
        Reply byNull = airtable.patch(products, start + "['SKU']},'records':[{'fields':{'SKU':null,'Name':'x'}}]}");
        assertThat(byNull.json().path("createdRecords")).hasSize(1);
        Reply missing = airtable.patch(
                products, start + "['SKU']},'records':[{'id':'recAAAAAAAAAAAAAA','fields':{'Name':'x'}}]}");
        assertThat(missing.errorType()).isEqualTo("ROW_DOES_NOT_EXIST");
    }

    @Test
    void emptyValuesEmptyTheCell() {
        String id = airtable.filter("Orders", "{No} = 1034").recordIds().getFirst();
        Reply emptied = airtable.patch(
                orders + "/" + id,
                "{'fields':{'Notes':'','Total':null,'Paid':false,'Client':[],'Status':null,'Photos':[],'Priority':null}}");
        assertThat(emptied.status()).isEqualTo(200);
        for (String name :
                new String[] {"Notes", "Total", "Paid", "Client", "Status", "Photos", "Priority", "Client phone"}) {
            assertThat(emptied.fields().has(name)).as(name).isFalse();
        }
    }

    @Test
    void timesAreReadInTheFieldsZoneAndReturnedInUtc() {
        Reply local = airtable.post(orders, "{'fields':{'Delivery at':'2026-07-01T10:00:00'}}");
        assertThat(local.fields().path("Delivery at").asText()).isEqualTo("2026-07-01T08:00:00.000Z");
        Reply offset = airtable.post(orders, "{'fields':{'Delivery at':'2026-07-01T10:00:00+05:00'}}");
        assertThat(offset.fields().path("Delivery at").asText()).isEqualTo("2026-07-01T05:00:00.000Z");
    }

    @Test
    void computedFieldsFollowWhatTheyStandOn() {
        String anna = airtable.filter("Clients", "{Name} = 'Anna Karlsson'")
                .recordIds()
                .getFirst();
        double before =
                airtable.get(clients + "/" + anna).fields().path("Spent").doubleValue();
        Reply order = airtable.post(orders, "{'fields':{'Client':['" + anna + "'],'Total':100}}");
        assertThat(order.fields().path("Client phone").path(0).asText()).isEqualTo("+46 70 174 06 31");
        assertThat(airtable.get(clients + "/" + anna).fields().path("Spent").doubleValue())
                .isEqualTo(before + 100);
        airtable.patch(clients + "/" + anna, "{'fields':{'Phone':'+1'}}");
        assertThat(airtable.get(orders + "/" + order.id())
                        .fields()
                        .path("Client phone")
                        .path(0)
                        .asText())
                .isEqualTo("+1");
        assertThat(order.fields().path("No").intValue()).isEqualTo(1044);
        assertThat(order.fields().path("Item count").intValue()).isZero();
        assertThat(order.fields().path("Item total").intValue()).isZero();
    }

    @Test
    void lastChangedFollowsTheClock() {
        Reply order = airtable.post(orders, "{'fields':{'Notes':'a'}}");
        airtable.clock.advance(java.time.Duration.ofHours(1));
        Reply changed = airtable.patch(orders + "/" + order.id(), "{'fields':{'Notes':'b'}}");
        assertThat(changed.fields().path("Last changed").asText())
                .isGreaterThan(order.fields().path("Last changed").asText());
        assertThat(changed.fields().path("Created")).isEqualTo(order.fields().path("Created"));
    }

    @Test
    void tokensActOutMissingScopes() {
        HttpRequest.Builder readOnly = airtable.request(orders)
                .setHeader("Authorization", "Bearer patReadOnly.x")
                .POST(HttpRequest.BodyPublishers.ofString("{\"fields\":{}}"));
        assertThat(airtable.send(readOnly).status()).isEqualTo(403);
        HttpRequest.Builder noSchema = airtable.request("/v0/meta/bases/" + AirtableFixture.BASE + "/tables")
                .setHeader("Authorization", "Bearer patNoSchema.x");
        assertThat(airtable.send(noSchema).status()).isEqualTo(403);
        HttpRequest.Builder invalid = airtable.request(orders).setHeader("Authorization", "Bearer patInvalid.x");
        assertThat(airtable.send(invalid).status()).isEqualTo(401);
        HttpRequest.Builder noBase = airtable.request(orders).setHeader("Authorization", "Bearer patNoBase.x");
        assertThat(airtable.send(noBase).status()).isEqualTo(404);
    }
}
