package dev.basegram.sandbox.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** A person edits the base in the page, and a client that knows only the Web API sees it; and the other way round. */
@QuarkusTest
class AirtableControlTest {
    private String table;
    private String field;
    private String rows;

    @BeforeEach
    void fromTheStart() {
        SandboxDriver.reset();
        JsonPath bases = SandboxDriver.get("/sandbox/airtable/bases");
        Map<String, ?> writable = bases.getMap(
                "[0].tables.find { t -> t.fields.find { it.id == t.primaryFieldId && !it.computed } != null }");
        table = String.valueOf(writable.get("id"));
        field = String.valueOf(writable.get("primaryFieldId"));
        rows = "/sandbox/airtable/bases/" + SandboxDriver.BASE + "/tables/" + table + "/rows";
    }

    @Test
    void whatAPersonTypesIsWhatTheApiReads() {
        String row = SandboxDriver.post(rows, "{\"fields\":{\"" + field + "\":\"From the page\"}}")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        given().contentType(ContentType.JSON)
                .body("{\"fields\":{\"" + field + "\":\"Changed in the page\"}}")
                .patch(rows + "/" + row)
                .then()
                .statusCode(200);

        JsonPath record = api().get(
                        "/v0/" + SandboxDriver.BASE + "/" + table + "/" + row + "?returnFieldsByFieldId=true")
                .jsonPath();

        assertThat(record.getString("fields." + field)).isEqualTo("Changed in the page");
    }

    @Test
    void whatTheApiCreatesShowsInTheGridAndCanBeDeletedThere() {
        String row = api().contentType(ContentType.JSON)
                .body("{\"fields\":{\"" + field + "\":\"From the API\"}}")
                .post("/v0/" + SandboxDriver.BASE + "/" + table)
                .then()
                .statusCode(200)
                .extract()
                .path("id");

        JsonPath grid = SandboxDriver.get("/sandbox/airtable/bases/" + SandboxDriver.BASE + "/tables/" + table);
        assertThat(grid.getString("rows.find { it.id == '" + row + "' }.cells." + field + ".text"))
                .isEqualTo("From the API");

        given().delete(rows + "/" + row).then().statusCode(200);
        api().get("/v0/" + SandboxDriver.BASE + "/" + table + "/" + row)
                .then()
                .statusCode(org.hamcrest.Matchers.oneOf(403, 404));
    }

    @Test
    void editingInThePageCostsNoCallOfTheMonth() {
        long before = SandboxDriver.get("/sandbox/settings").getLong("airtable.callsThisMonth");
        SandboxDriver.post(rows, "{\"fields\":{}}").then().statusCode(200);

        assertThat(SandboxDriver.get("/sandbox/settings").getLong("airtable.callsThisMonth"))
                .isEqualTo(before);
        assertThat(SandboxDriver.get("/sandbox/airtable/calls").getList("$")).isEmpty();
    }

    @Test
    void anEditThatAirtableRefusesIs400WithItsType() {
        JsonPath refused = given().contentType(ContentType.JSON)
                .body("{\"fields\":{\"No such field\":1}}")
                .patch(rows + "/recDoesNotExist01")
                .then()
                .statusCode(400)
                .extract()
                .jsonPath();

        assertThat(refused.getString("error")).isNotBlank();
        assertThat(refused.getString("type")).isNotBlank();
        given().get("/sandbox/airtable/bases/" + SandboxDriver.BASE + "/tables/Nowhere")
                .then()
                .statusCode(404);
    }

    @Test
    void limitsCanBeChangedAndComeBackWithAReset() {
        given().contentType(ContentType.JSON)
                .body("{\"airtable\":{\"rateLimited\":false,\"monthlyCap\":7}}")
                .patch("/sandbox/settings")
                .then()
                .statusCode(200);
        JsonPath changed = SandboxDriver.get("/sandbox/settings");
        assertThat(changed.getBoolean("airtable.rateLimited")).isFalse();
        assertThat(changed.getLong("airtable.monthlyCap")).isEqualTo(7);

        given().contentType(ContentType.JSON)
                .body("{\"airtable\":{\"monthlyCap\":-2}}")
                .patch("/sandbox/settings")
                .then()
                .statusCode(400);
        given().contentType(ContentType.JSON)
                .body("{\"airtable\":{\"rateLimited\":true,\"monthlyCap\":-1}}")
                .patch("/sandbox/settings")
                .then()
                .statusCode(200);
        assertThat(SandboxDriver.get("/sandbox/settings").getString("airtable.monthlyCap"))
                .isNull();
    }

    private static io.restassured.specification.RequestSpecification api() {
        return given().header("Authorization", "Bearer " + SandboxDriver.AIRTABLE_TOKEN);
    }
}
