package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import dev.basegram.endtoend.processes.Service;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** What the logs say of an update, and what they never say. */
class LogIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String WORDS = "Marmalade-Thursday";

    @Test
    void everyUpdateLeavesOneLineInEachServiceAndNoneOfItsWords() {
        try (Basegram basegram = Basegram.in("log-lines")) {
            basegram.bot().set("LOG_FORMAT", "json");
            basegram.door().set("LOG_FORMAT", "json");
            basegram.start("webhook");
            Person anna = basegram.person(1001);
            anna.says("/start").sees("Tables");
            anna.presses("Clients").sees("Clients");
            anna.says("/add Clients").sees("Name");
            anna.says(WORDS);
            anna.presses("Review").sees(WORDS);
            // Not for us, but for a release to come, and one that no parser of ours can read.
            basegram.sandbox().inject("{\"a_kind_of_tomorrow\":{\"some\":\"" + WORDS + "\"}}");
            basegram.sandbox().inject("{\"message\":{\"chat\":\"" + WORDS + "\",\"from\":[],\"date\":{}}}");
            anna.says("/help").sees("/add");

            Awaitility.await()
                    .untilAsserted(() -> assertThat(updates(basegram.bot()))
                            .containsOnlyKeys(updates(basegram.door()).keySet()));

            Map<String, List<JsonNode>> handled = updates(basegram.bot());
            assertThat(handled).hasSize(8);
            assertThat(handled.values())
                    .allSatisfy(lines -> assertThat(lines)
                            .singleElement()
                            .satisfies(line -> assertThat(line.path("mdc").fieldNames())
                                    .toIterable()
                                    .contains("kind", "lane", "outcome", "ms")));
            assertThat(handled.values().stream()
                            .map(lines ->
                                    lines.getFirst().path("mdc").path("outcome").asText()))
                    .contains("done", "unhandled");
            for (Service service : List.of(basegram.bot(), basegram.door())) {
                assertThat(service.output().lines()).allMatch(line -> line.startsWith("{") && line.endsWith("}"));
                assertThat(service.output())
                        .doesNotContain(WORDS)
                        .doesNotContain("Anna")
                        .doesNotContain(Basegram.BOT_TOKEN)
                        .doesNotContain("bot" + Basegram.BOT_TOKEN.substring(0, 14));
            }
            assertThat(lanes(basegram.bot())).isEqualTo(lanes(basegram.door()));
            assertThat(lanes(basegram.bot()).toString()).doesNotContain("1001");
        }
    }

    /** Returns the lines about updates, by their ids. */
    private static Map<String, List<JsonNode>> updates(Service service) {
        return service.output()
                .lines()
                .map(LogIT::read)
                .filter(line -> line.path("loggerName").asText().equals("dev.basegram.update"))
                .collect(Collectors.groupingBy(
                        line -> line.path("mdc").path("update").asText()));
    }

    private static Map<String, String> lanes(Service service) {
        return updates(service).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey,
                        entry -> entry.getValue()
                                .getFirst()
                                .path("mdc")
                                .path("lane")
                                .asText()));
    }

    private static JsonNode read(String line) {
        try {
            return JSON.readTree(line);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
