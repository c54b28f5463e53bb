package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The parameters of listing records, by GET and by POST. */
class ListTest {
    private AirtableFixture airtable;
    private String orders;
    private String products;

    @BeforeEach
    void start() {
        airtable = new AirtableFixture();
        orders = airtable.table("Orders");
        products = airtable.table("Products");
    }

    @AfterEach
    void stop() {
        airtable.close();
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {Status} = 'Ready'                                             | 3
            AND({Status} != 'Shipped', {Status} != 'Cancelled')            | 13
            NOT({Paid})                                                    | 13
            {Client} = "Greta O'Hara"                                      | 1
            {Client} = 'Greta O\\'Hara'                                    | 1
            {Client} = 'Lova Studio "Nio"'                                 | 1
            SEARCH('hotell', LOWER({Client} & ''))                         | 3
            FIND('Stool', {Items})                                         | 4
            {Total} > 2000                                                 | 7
            {Item count} = 2                                               | 10
            {Priority} = BLANK()                                           | 2
            IS_BEFORE({Due date}, TODAY())                                 | 13
            {Overdue}                                                      | 3
            {Assignee} = 'Sam Eriksson'                                    | 7
            {Client phone} = '+46 70 174 06 31'                            | 2
            """)
    void filterByFormulaKeepsWhatIsTrue(String formula, int expected) {
        assertThat(airtable.filter("Orders", formula).recordIds()).hasSize(expected);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            AND({Nope} = 1, {Other})  | The formula for filtering records is invalid: Unknown field names: nope, other
            {Status} = 'New           | The formula for filtering records is invalid: Invalid formula. Please check your formula text.
            """)
    void aBadFormulaIsNamed(String formula, String message) {
        Reply reply = airtable.filter("Orders", formula);
        assertThat(reply.status()).isEqualTo(422);
        assertThat(reply.errorType()).isEqualTo("INVALID_FILTER_BY_FORMULA");
        assertThat(reply.errorMessage()).isEqualTo(message);
    }

    @Test
    void aViewFiltersAndOrdersAndShowsHiddenFieldsAllTheSame() {
        Reply open = airtable.get(orders + "?view=Open");
        assertThat(open.recordIds()).hasSize(13);
        assertThat(open.json().at("/records/0/fields").has("Total")).isTrue();
        String first = open.json().at("/records/0/fields/Due date").asText();
        String last = open.json().at("/records/12/fields/Due date").asText();
        assertThat(first).isLessThan(last);
        Reply sorted =
                airtable.get(orders + "?view=Open&sort%5B0%5D%5Bfield%5D=Due%20date&sort%5B0%5D%5Bdirection%5D=desc");
        assertThat(sorted.json().at("/records/0/fields/Due date").asText()).isEqualTo(last);
    }

    @Test
    void aViewThatIsNotThereIsRefused() {
        assertThat(airtable.get(orders + "?view=Nope").errorType()).isEqualTo("VIEW_NAME_NOT_FOUND");
        assertThat(airtable.get(orders + "?view=viwAAAAAAAAAAAAAA").errorType()).isEqualTo("VIEW_ID_NOT_FOUND");
    }

    @Test
    void sortsBySeveralFieldsAndBySelectsOrder() {
        Reply reply = airtable.post(
                orders + "/listRecords",
                "{'sort':[{'field':'Status'},{'field':'Total','direction':'desc'}],'fields':['Status','Total']}");
        JsonNode records = reply.json().path("records");
        assertThat(records.at("/0/fields/Status").asText()).isEqualTo("New");
        assertThat(records.at("/0/fields/Total").intValue()).isEqualTo(6800);
        assertThat(records.at("/22/fields/Status").asText()).isEqualTo("Cancelled");
        assertThat(records.at("/0/fields").size()).isEqualTo(2);
    }

    @Test
    void maxRecordsCountsOverAllPages() {
        Reply first = airtable.get(orders + "?maxRecords=12&pageSize=10");
        assertThat(first.recordIds()).hasSize(10);
        Reply second = airtable.get(orders + "?maxRecords=12&pageSize=10&offset="
                + AirtableFixture.encode(first.json().path("offset").asText()));
        assertThat(second.recordIds()).hasSize(2);
        assertThat(second.json().has("offset")).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"pageSize=101", "pageSize=0", "pageSize=x", "maxRecords=-1"})
    void sizesOutOfRangeAreRefused(String query) {
        assertThat(airtable.get(orders + "?" + query).status()).isEqualTo(422);
    }

    @Test
    void anOffsetExpiresAndAMadeUpOneIsInvalid() {
        String offset =
                airtable.get(orders + "?pageSize=5").json().path("offset").asText();
        assertThat(offset).matches("itr[0-9A-Za-z]{14}/rec[0-9A-Za-z]{14}");
        airtable.clock.advance(Duration.ofMinutes(6));
        Reply expired = airtable.get(orders + "?pageSize=5&offset=" + AirtableFixture.encode(offset));
        assertThat(expired.status()).isEqualTo(422);
        assertThat(expired.errorType()).isEqualTo("LIST_RECORDS_ITERATOR_NOT_AVAILABLE");
        Reply invalid = airtable.get(orders + "?offset=nonsense");
        assertThat(invalid.errorType()).isEqualTo("INVALID_OFFSET_VALUE");
        assertThat(invalid.errorMessage()).isEqualTo("The value of offset nonsense is invalid");
        assertThat(airtable.get(orders + "?offset=").status()).isEqualTo(200);
    }

    @Test
    void textFormatNeedsZoneAndLocale() {
        assertThat(airtable.get(orders + "?cellFormat=string").errorType()).isEqualTo("INVALID_REQUEST_UNKNOWN");
        Reply text = airtable.post(
                orders + "/listRecords?timeZone=Europe/Stockholm&userLocale=en",
                "{'cellFormat':'string','filterByFormula':'{No} = 1021'}");
        JsonNode fields = text.json().at("/records/0/fields");
        assertThat(fields.path("Client").asText()).isEqualTo("Hotell Fyren");
        assertThat(fields.path("Total").asText()).isEqualTo("€4,650.00");
        assertThat(fields.path("Deposit").asText()).isEqualTo("30%");
        assertThat(fields.path("Hours").asText()).isEqualTo("26:00");
        assertThat(fields.path("Paid").asText()).isEqualTo("checked");
        assertThat(fields.path("Due date").asText()).matches("\\d{1,2}/\\d{1,2}/\\d{4}");
    }

    @Test
    void linksAreObjectsWhenTheirMetadataIsAskedFor() {
        Reply plain = airtable.filter("Orders", "{No} = 1021");
        String client = plain.json().at("/records/0/fields/Client/0").asText();
        Reply objects =
                airtable.get(orders + "/" + plain.recordIds().getFirst() + "?includeDateDependencyMetadata=true");
        assertThat(objects.fields().at("/Client/0/id").asText()).isEqualTo(client);
    }

    @Test
    void commentCountComesWhenAskedFor() {
        Reply plain = airtable.filter("Orders", "{No} = 1033");
        assertThat(plain.json().at("/records/0").has("commentCount")).isFalse();
        Reply counted = airtable.post(
                orders + "/listRecords", "{'recordMetadata':['commentCount'],'filterByFormula':'{No} = 1033'}");
        assertThat(counted.json().at("/records/0/commentCount").intValue()).isEqualTo(2);
    }

    @Test
    void aLongFormulaGoesByPostAndNotInTheUrl() {
        StringBuilder formula = new StringBuilder("OR(FALSE()");
        for (int i = 0; i < 500; i++) {
            formula.append(",RECORD_ID()='recAAAAAAAAAA").append(1000 + i).append("'");
        }
        String id = airtable.filter("Orders", "{No} = 1021").recordIds().getFirst();
        formula.append(",RECORD_ID()='").append(id).append("')");
        assertThat(airtable.filter("Orders", formula.toString()).status()).isEqualTo(414);
        Reply posted = airtable.post(orders + "/listRecords", "{\"filterByFormula\":\"" + formula + "\"}");
        assertThat(posted.recordIds()).containsExactly(id);
    }

    @Test
    void unknownNamesAnswerAsTheServiceDoes() {
        assertThat(airtable.get(airtable.table("Nope")).errorType())
                .isEqualTo("INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND");
        assertThat(airtable.get(airtable.table("Nope")).status()).isEqualTo(403);
        Reply base = airtable.get("/v0/appAAAAAAAAAAAAAA/Orders");
        assertThat(base.status()).isEqualTo(404);
        assertThat(base.json().path("error").asText()).isEqualTo("NOT_FOUND");
        assertThat(airtable.get("/v0/a/b/c/d/e/f").status()).isEqualTo(404);
        assertThat(airtable.get(orders + "/nonsense").json().path("error").asText())
                .isEqualTo("NOT_FOUND");
        assertThat(airtable.get(orders + "?fields%5B%5D=Nope").errorMessage())
                .isEqualTo("Unknown field name: \"Nope\"");
    }

    @Test
    void aTableWithASlashInItsNameIsFound() {
        String base = "/v0/meta/bases/" + AirtableFixture.BASE + "/tables";
        airtable.post(base, "{'name':'Test/Table 2 (a&b) 100%','fields':[{'name':'Name','type':'singleLineText'}]}");
        assertThat(airtable.get("/v0/" + AirtableFixture.BASE + "/Test%2FTable%202%20(a%26b)%20100%25")
                        .status())
                .isEqualTo(200);
    }

    @Test
    void selectsAreEmptyOrAbsentAndZeroIsPresent() {
        Reply lamp = airtable.filter("Products", "{SKU} = 'LIG-NORR'");
        assertThat(lamp.json().at("/records/0/fields/In stock").isNumber()).isTrue();
        assertThat(lamp.json().at("/records/0/fields").has("Discontinued")).isFalse();
        assertThat(airtable.get(products + "?fields=SKU")
                        .json()
                        .at("/records/0/fields")
                        .size())
                .isEqualTo(1);
    }
}
