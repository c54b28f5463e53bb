package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Creating and changing tables and fields. */
class SchemaTest {
    private static final String TABLES = "/v0/meta/bases/" + AirtableFixture.BASE + "/tables";

    private AirtableFixture airtable;

    @BeforeEach
    void start() {
        airtable = new AirtableFixture();
    }

    @AfterEach
    void stop() {
        airtable.close();
    }

    private static final String EVERY_TYPE = """
            {'name':'Everything','description':'All types','fields':[
              {'name':'Name','type':'singleLineText'},
              {'name':'Mail','type':'email'},{'name':'Link','type':'url'},{'name':'Phone','type':'phoneNumber'},
              {'name':'Long','type':'multilineText'},{'name':'Rich','type':'richText'},
              {'name':'Number','type':'number','options':{'precision':2}},
              {'name':'Money','type':'currency','options':{'precision':2,'symbol':'$'}},
              {'name':'Share','type':'percent','options':{'precision':1}},
              {'name':'Time','type':'duration','options':{'durationFormat':'h:mm:ss'}},
              {'name':'Stars','type':'rating','options':{'max':5,'icon':'star','color':'yellowBright'}},
              {'name':'Yes','type':'checkbox','options':{'icon':'check','color':'greenBright'}},
              {'name':'Day','type':'date','options':{'dateFormat':{'name':'iso'}}},
              {'name':'Moment','type':'dateTime','options':{'dateFormat':{'name':'iso'},'timeFormat':{'name':'24hour'},'timeZone':'utc'}},
              {'name':'One','type':'singleSelect','options':{'choices':[{'name':'a'},{'name':'b','color':'redBright'}]}},
              {'name':'Many','type':'multipleSelects','options':{'choices':[{'name':'x'},{'name':'y'}]}},
              {'name':'Person','type':'singleCollaborator'},{'name':'People','type':'multipleCollaborators'},
              {'name':'Files','type':'multipleAttachments'},{'name':'Code','type':'barcode'}]}
            """;

    @Test
    void everyTypeCanBeCreatedWrittenAndRead() {
        Reply table = airtable.post(TABLES, EVERY_TYPE.strip());
        assertThat(table.status()).isEqualTo(200);
        assertThat(table.json().path("fields")).hasSize(20);
        assertThat(table.json().at("/fields/12/options/dateFormat/format").asText())
                .isEqualTo("YYYY-MM-DD");
        assertThat(table.json().at("/fields/14/options/choices/0/id").asText()).startsWith("sel");
        assertThat(table.json().at("/views/0/name").asText()).isEqualTo("Grid view");
        String user = airtable.get("/v0/meta/whoami").id();
        Reply record = airtable.post(
                airtable.table("Everything"),
                "{'fields':{'Name':'n','Mail':'a@b.c','Link':'http://x.y','Phone':'1','Long':'a\\nb','Rich':'**b**',"
                        + "'Number':1.25,'Money':9.5,'Share':0.123,'Time':61.5,'Stars':4,'Yes':true,'Day':'2026-02-03',"
                        + "'Moment':'2026-02-03T04:05:06Z','One':'b','Many':['y','x'],'Person':{'id':'" + user
                        + "'},'People':['" + user + "'],'Code':{'text':'123','type':'ean8'}}}");
        assertThat(record.status()).isEqualTo(200);
        JsonNode fields = record.fields();
        assertThat(fields.path("Rich").asText()).isEqualTo("**b**\n");
        assertThat(fields.path("Share").doubleValue()).isEqualTo(0.123);
        assertThat(fields.path("Time").doubleValue()).isEqualTo(61.5);
        assertThat(fields.path("Many").toString()).isEqualTo("[\"y\",\"x\"]");
        assertThat(fields.path("Person").path("id").asText()).isEqualTo(user);
        assertThat(fields.path("People").path(0).path("email").asText()).contains("@");
        assertThat(fields.path("Code").path("type").asText()).isEqualTo("ean8");
        assertThat(fields.path("Moment").asText()).isEqualTo("2026-02-03T04:05:06.000Z");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '~', textBlock = """
            {'name':'Status','type':'number','options':{'precision':0}} | DUPLICATE_OR_EMPTY_FIELD_NAME
            {'name':'','type':'singleLineText'}                         | DUPLICATE_OR_EMPTY_FIELD_NAME
            {'name':'F','type':'formula','options':{'formula':'1'}}     | UNSUPPORTED_FIELD_TYPE_FOR_CREATE
            {'name':'F','type':'autoNumber'}                            | UNSUPPORTED_FIELD_TYPE_FOR_CREATE
            {'name':'F','type':'nonsense'}                              | INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE
            {'name':'F','type':'number'}                                | INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE
            {'name':'F','type':'rating','options':{'max':11,'icon':'star','color':'redBright'}} | INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE
            {'name':'F','type':'singleSelect'}                          | INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE
            {'name':'F','type':'multipleRecordLinks','options':{'linkedTableId':'tblNope'}} | INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE
            """)
    void aFieldThatCannotBeHadIsRefused(String field, String type) {
        Reply refused = airtable.post(TABLES + "/Orders/fields", field);
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.errorType()).isEqualTo(type);
    }

    @Test
    void aLinkFieldBringsItsOtherSide() {
        String clients = airtable.get(TABLES).json().at("/tables/1/id").asText();
        Reply link = airtable.post(
                TABLES + "/Products/fields",
                "{'name':'Favourite of','type':'multipleRecordLinks','options':{'linkedTableId':'" + clients + "'}}");
        String inverse = link.json().at("/options/inverseLinkFieldId").asText();
        String anna = airtable.filter("Clients", "{Name} = 'Anna Karlsson'")
                .recordIds()
                .getFirst();
        Reply product = airtable.post(airtable.table("Products"), "{'fields':{'Favourite of':['" + anna + "']}}");
        Reply client = airtable.get(airtable.table("Clients") + "/" + anna + "?returnFieldsByFieldId=true");
        assertThat(client.fields().path(inverse).path(0).asText()).isEqualTo(product.id());
        assertThat(airtable.changes).anyMatch(change -> change.change().equals("schema"));
    }

    @Test
    void aRenamedFieldKeepsItsIdAndItsFormulas() {
        String field = airtable.get(TABLES).json().at("/tables/0/fields/18/id").asText();
        Reply renamed = airtable.patch(TABLES + "/Orders/fields/" + field, "{'name':'Number','description':'counts'}");
        assertThat(renamed.json().path("name").asText()).isEqualTo("Number");
        assertThat(renamed.json().path("description").asText()).isEqualTo("counts");
        Reply found = airtable.filter("Orders", "{Number} = 1021");
        assertThat(found.json().at("/records/0/fields/Order").asText()).isEqualTo("#1021");
        assertThat(airtable.filter("Orders", "{No} = 1021").errorType()).isEqualTo("INVALID_FILTER_BY_FORMULA");
        assertThat(airtable.get(airtable.table("Orders") + "?view=All").status())
                .isEqualTo(200);
    }

    @Test
    void aTableIsRenamed() {
        Reply renamed = airtable.patch(TABLES + "/Products", "{'name':'Furniture'}");
        assertThat(renamed.json().path("name").asText()).isEqualTo("Furniture");
        assertThat(airtable.get(airtable.table("Furniture")).status()).isEqualTo(200);
        assertThat(airtable.get(airtable.table("Products")).status()).isEqualTo(403);
        assertThat(airtable.patch(TABLES + "/Clients", "{'name':'Furniture'}").status())
                .isEqualTo(422);
    }

    @Test
    void aDeletedFieldLeavesInvalidFormulas() {
        SchemaOutcome outcome = airtable.airtable.deleteField(AirtableFixture.BASE, "Orders", "Due date");
        assertThat(outcome).isInstanceOf(SchemaOutcome.Changed.class);
        Reply order = airtable.filter("Orders", "{No} = 1021");
        assertThat(order.json().at("/records/0/fields/Overdue/error").asText()).isEqualTo("#ERROR!");
        String overdue = airtable.get(TABLES).json().path("tables").path(0).toString();
        assertThat(overdue).contains("\"isValid\":false");
        assertThat(airtable.post(airtable.table("Orders"), "{'fields':{'Due date':'2026-01-01'}}")
                        .errorType())
                .isEqualTo("UNKNOWN_FIELD_NAME");
        assertThat(airtable.airtable.deleteField(AirtableFixture.BASE, "Orders", "Order"))
                .isInstanceOf(SchemaOutcome.Refused.class);
    }

    @Test
    void collaboratorsOfTheBaseAreListed() {
        Reply base = airtable.get("/v0/meta/bases/" + AirtableFixture.BASE);
        assertThat(base.json().at("/individualCollaborators/baseCollaborators")).hasSize(3);
    }
}
