package dev.basegram.sandbox.control;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;

/** What the tests say to the sandbox: as a person through the control endpoints, as a bot through the Bot API. */
final class SandboxDriver {
    static final String TOKEN = "4242:AAH-a-token-of-the-usual-shape-0123";
    static final String AIRTABLE_TOKEN = "patSandbox0000001.0123456789abcdef0123456789abcdef";
    static final String BASE = "appSandbox0000001";

    private SandboxDriver() {}

    static void reset() {
        given().post("/sandbox/reset").then().statusCode(204);
    }

    /** Calls a Bot API method and returns its result. */
    static JsonPath bot(String method, String body) {
        return botAnswer(method, body).then().statusCode(200).extract().jsonPath();
    }

    static Response botAnswer(String method, String body) {
        return given().contentType(ContentType.JSON).body(body).post("/bot" + TOKEN + "/" + method);
    }

    /** Acts as a person and returns the answer. */
    static JsonPath send(String body) {
        return sendAnswer(body).then().statusCode(200).extract().jsonPath();
    }

    static Response sendAnswer(String body) {
        return post("/sandbox/telegram/send", body);
    }

    static Response post(String path, String body) {
        return given().contentType(ContentType.JSON).body(body).post(path);
    }

    static JsonPath get(String path) {
        return given().get(path).then().statusCode(200).extract().jsonPath();
    }

    static JsonPath chat(long id) {
        return get("/sandbox/telegram/chats/" + id);
    }
}
