package dev.basegram.sandbox.control;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults are switched on and off, and the calls they met are in the log. */
@QuarkusTest
class FaultsControlTest {
    private static final String HELLO = "{\"chat_id\":1001,\"text\":\"Hello\"}";

    @BeforeEach
    void fromTheStart() {
        SandboxDriver.reset();
    }

    @Test
    void aFaultIsOnForTheNextCallsAndCountsDown() {
        SandboxDriver.post(
                        "/sandbox/faults",
                        "{\"service\":\"telegram\",\"operation\":\"sendMessage\",\"kind\":\"429\",\"times\":2,\"retryAfter\":7}")
                .then()
                .statusCode(200);

        JsonPath refused = SandboxDriver.botAnswer("sendMessage", HELLO)
                .then()
                .statusCode(429)
                .extract()
                .jsonPath();
        assertThat(refused.getInt("parameters.retry_after")).isEqualTo(7);
        assertThat(SandboxDriver.get("/sandbox/faults").getInt("[0].remaining")).isEqualTo(1);

        SandboxDriver.botAnswer("sendMessage", HELLO).then().statusCode(429);
        SandboxDriver.botAnswer("sendMessage", HELLO).then().statusCode(200);
        assertThat(SandboxDriver.get("/sandbox/faults").getList("$")).isEmpty();
    }

    @Test
    void aFaultUntilClearedStaysUntilItIsCleared() {
        int id = SandboxDriver.post("/sandbox/faults", "{\"service\":\"telegram\",\"kind\":\"500\"}")
                .then()
                .statusCode(200)
                .extract()
                .path("id");
        for (int i = 0; i < 3; i++) {
            SandboxDriver.botAnswer("getMe", "{}").then().statusCode(500);
        }

        given().delete("/sandbox/faults/" + id).then().statusCode(204);
        SandboxDriver.botAnswer("getMe", "{}").then().statusCode(200);
        given().delete("/sandbox/faults/" + id).then().statusCode(404);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            {"kind":"429"}                                       | "service" is missing
            {"service":"telegram"}                               | "kind" is missing
            {"service":"teletext","kind":"429"}                  | No service "teletext"
            {"service":"telegram","kind":"430"}                  | No fault kind "430"
            {"service":"telegram","kind":"429","times":0}        | "times" is 0
            {"service":"telegram","kind":"429","time":1}         | "time" is not known here
            """)
    void anOrderThatCannotBeMeantIs400AndNamesWhatWasWrong(String body, String expected) {
        String error = SandboxDriver.post("/sandbox/faults", body)
                .then()
                .statusCode(400)
                .extract()
                .path("error");

        assertThat(error).contains(expected);
    }

    @Test
    void theLogHasEachCallWithItsBodiesAndNoToken() {
        SandboxDriver.bot("getMe", "{}");
        SandboxDriver.bot("sendMessage", HELLO);

        List<String> operations = SandboxDriver.get("/sandbox/telegram/calls").getList("operation");
        JsonPath sends = SandboxDriver.get("/sandbox/telegram/calls?operation=sendMessage");
        assertThat(operations).containsExactly("getMe", "sendMessage");
        assertThat(sends.getString("[0].parameters.text")).isEqualTo("Hello");
        assertThat(sends.getString("[0].answer.result.text")).isEqualTo("Hello");
        assertThat(sends.getInt("[0].status")).isEqualTo(200);
        assertThat(given().get("/sandbox/telegram/calls").asString())
                .doesNotContain(SandboxDriver.TOKEN.substring(SandboxDriver.TOKEN.indexOf(':') + 1));

        int last = sends.getInt("[0].id");
        assertThat(SandboxDriver.get("/sandbox/telegram/calls?after=" + last).getList("$"))
                .isEmpty();
        given().delete("/sandbox/telegram/calls").then().statusCode(204);
        assertThat(SandboxDriver.get("/sandbox/telegram/calls").getList("$")).isEmpty();
    }
}
