package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import java.util.List;
import org.awaitility.Awaitility;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A message in Telegram reads and writes Airtable, whichever road it comes by. */
class ConversationIT {
    @ParameterizedTest
    @ValueSource(strings = {"polling", "webhook"})
    void annaLooksAroundAndAddsAClient(String ingress) {
        try (Basegram basegram = Basegram.in("conversation-" + ingress).start(ingress)) {
            Person anna = basegram.person(1001);

            anna.says("/start").sees("Tables").seesButton("Orders").seesButton("Clients");
            anna.presses("Clients").sees("Clients");
            anna.says("/help").sees("/add");

            String name = "Zineb of " + ingress;
            anna.says("/add Clients").sees("Name");
            anna.says(name);
            anna.presses("Review").sees(name);
            anna.presses("Save");

            Awaitility.await()
                    .untilAsserted(
                            () -> assertThat(clientsCalled(basegram, name)).hasSize(1));
            anna.sees(name);
            assertThat(basegram.sandbox().calls("telegram", ingress.equals("polling") ? "getUpdates" : "deliver"))
                    .isNotEmpty();
        }
    }

    static List<JsonNode> clientsCalled(Basegram basegram, String name) {
        return basegram.sandbox().rows(Basegram.BASE_ID, "Clients").stream()
                .filter(row -> row.path("cells").toString().contains("\"" + name + "\""))
                .toList();
    }
}
