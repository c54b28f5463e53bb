package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Who changed what is known once, in the bot and in the base, though the bot is killed in the middle of it. */
class AuditIT {
    private static final String TABLE = """
            {"name":"Bot Audit","fields":[
              {"name":"Record","type":"singleLineText"},
              {"name":"When","type":"dateTime","options":{"timeZone":"utc","dateFormat":{"name":"iso"},"timeFormat":{"name":"24hour"}}},
              {"name":"Who","type":"singleLineText"},
              {"name":"Field","type":"singleLineText"},
              {"name":"Old","type":"multilineText"},
              {"name":"New","type":"multilineText"},
              {"name":"Basegram key","type":"singleLineText"}]}""";

    @Test
    void aRecordMadeWhileTheBotIsKilledIsOnTheAccountOnce() throws Exception {
        try (Basegram basegram = Basegram.in("audit").start("polling")) {
            makeTable(basegram);
            Person anna = basegram.person(1001);
            anna.says("/start").sees("Tables").seesButton("Clients");
            anna.says("/add Clients").sees("Name");
            anna.says("Killed in between").presses("Review").seesButton("Save");

            // The record is made, the answer is on its way, and the bot is no more.
            basegram.sandbox().faultUntilCleared("telegram", "sendMessage", "slow");
            anna.presses("Save");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(1))
                    .pollInterval(Duration.ofMillis(20))
                    .until(() -> !ConversationIT.clientsCalled(basegram, "Killed in between")
                            .isEmpty());
            basegram.bot().kill();
            basegram.sandbox().clearFaults();
            basegram.bot().start().awaitReady();

            anna.waiting(Duration.ofMinutes(3)).sees("Saved");
            assertThat(ConversationIT.clientsCalled(basegram, "Killed in between"))
                    .hasSize(1);
            anna.says("/audit").sees("Who changed what", "1–1 of 1", "Killed in between");
            Awaitility.await()
                    .atMost(Duration.ofMinutes(3))
                    .untilAsserted(() -> assertThat(noted(basegram))
                            .singleElement()
                            .satisfies(row -> assertThat(row.toString()).contains("Name")));
        }
    }

    private static List<JsonNode> noted(Basegram basegram) {
        return basegram.sandbox().rows(Basegram.BASE_ID, "Bot Audit").stream()
                .filter(row -> row.toString().contains("Killed in between"))
                .toList();
    }

    private static void makeTable(Basegram basegram) throws Exception {
        try (HttpClient http = HttpClient.newHttpClient()) {
            URI tables = URI.create(basegram.sandbox().root() + "/v0/meta/bases/" + Basegram.BASE_ID + "/tables");
            HttpResponse<String> made = http.send(
                    HttpRequest.newBuilder(tables)
                            .timeout(Duration.ofSeconds(30))
                            .header("Authorization", "Bearer patEndToEnd000000." + "0".repeat(64))
                            .header("Content-Type", "application/json")
                            .POST(HttpRequest.BodyPublishers.ofString(TABLE))
                            .build(),
                    HttpResponse.BodyHandlers.ofString());
            assertThat(made.statusCode()).as(made.body()).isEqualTo(200);
        }
    }
}
