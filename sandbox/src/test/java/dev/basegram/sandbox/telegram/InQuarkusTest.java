package dev.basegram.sandbox.telegram;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.startsWith;

import dev.basegram.sandbox.faults.SandboxChanged;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** The Bot API on the sandbox's own HTTP server, as {@code ./run} starts it. */
@QuarkusTest
class InQuarkusTest {
    private static final String BOT = "/bot700300:AAbbCCddEEffGGhhIIjjKKllMMnnOOppQQr/";

    @Inject
    TelegramSandbox telegram;

    @Inject
    Heard heard;

    /** Hears the events that a page would. */
    @ApplicationScoped
    static class Heard {
        private final List<SandboxChanged> changes = new CopyOnWriteArrayList<>();

        void on(@Observes SandboxChanged change) {
            changes.add(change);
        }

        List<SandboxChanged> changes() {
            return changes;
        }
    }

    @Test
    void takesRequestsWithAndWithoutABody() {
        given().get(BOT + "getMe").then().statusCode(200).body("result.id", equalTo(700300));
        given().post(BOT + "getMe").then().statusCode(200);
        given().contentType("application/json")
                .body("{\"chat_id\":1002,\"text\":\"json\"}")
                .post(BOT + "sendMessage")
                .then()
                .body("result.text", equalTo("json"));
        given().formParam("chat_id", 1002)
                .formParam("text", "form")
                .post(BOT + "sendMessage")
                .then()
                .body("result.text", equalTo("form"));
        assertThat(heard.changes())
                .anySatisfy(change -> assertThat(change.subject()).isEqualTo("1002"));
    }

    @Test
    void takesAndHandsOutAFile() {
        byte[] big = "0123456789".repeat(300_000).getBytes(StandardCharsets.UTF_8);
        String fileId = given().multiPart("chat_id", "1002")
                .multiPart("document", "big.txt", big, "text/plain")
                .post(BOT + "sendDocument")
                .then()
                .statusCode(200)
                .extract()
                .path("result.document.file_id");
        String path = given().queryParam("file_id", fileId)
                .get(BOT + "getFile")
                .then()
                .body("result.file_path", startsWith("documents/"))
                .extract()
                .path("result.file_path");

        assertThat(given().get("/file" + BOT + path).asByteArray()).isEqualTo(big);
    }

    @Test
    void showsWhatABotSends() {
        given().queryParam("chat_id", 1003)
                .queryParam("text", "seen")
                .get(BOT + "sendMessage")
                .then()
                .statusCode(200);

        assertThat(telegram.chat(700300L, 1003)
                        .orElseThrow()
                        .messages()
                        .getLast()
                        .path("text")
                        .asText())
                .isEqualTo("seen");
    }
}
