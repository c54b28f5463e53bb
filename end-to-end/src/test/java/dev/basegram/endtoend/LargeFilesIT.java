package dev.basegram.endtoend;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.endtoend.conversation.Person;
import dev.basegram.endtoend.processes.Basegram;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Random;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;

/** Files too large to upload reach the base whole, through a door whose memory could not hold them, and no token with them. */
class LargeFilesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int SIZE = 12 << 20;
    private static final int FILES = 8;

    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(10)).build();

    @Test
    void eightFilesOfTwelveMegabytesArriveByteByByte() throws Exception {
        try (Basegram basegram = Basegram.in("large-files")) {
            basegram.start("webhook");
            Person anna = basegram.person(1001);
            anna.says("/start").presses("Products").presses("1").presses("Edit").presses("Photo");
            anna.seesButton("Cancel");
            List<byte[]> sent = new ArrayList<>();
            for (int i = 0; i < FILES; i++) {
                sent.add(bytes(i));
                send(basegram, "plan " + i + ".pdf", sent.get(i));
            }
            anna.sees("So far: " + FILES + " files");
            anna.presses("Done").presses("Save").sees(FILES + " large files are on the way");

            Awaitility.await()
                    .atMost(Duration.ofSeconds(120))
                    // Any faster, and the local Airtable shuts the base for 30 s, as the real one does.
                    .pollInterval(Duration.ofSeconds(1))
                    .untilAsserted(() -> assertThat(arrived(basegram)).hasSize(FILES));
            for (JsonNode file : arrived(basegram)) {
                int number = Integer.parseInt(file.path("filename").asText().replaceAll("\\D", ""));
                assertThat(get(file.path("url").asText())).isEqualTo(sent.get(number));
            }
            assertThat(basegram.sandbox().calls("airtable", "update").toString())
                    .contains("/files/")
                    .doesNotContain(Basegram.BOT_TOKEN.substring(11));
        }
    }

    private static byte[] bytes(int seed) {
        byte[] bytes = new byte[SIZE + seed];
        new Random(seed).nextBytes(bytes);
        return bytes;
    }

    private static void send(Basegram basegram, String name, byte[] content) {
        ObjectNode act = JSON.createObjectNode().put("chat", 1001).put("from", 1001);
        act.putObject("file")
                .put("kind", "document")
                .put("name", name)
                .put("type", "application/pdf")
                .put("content", Base64.getEncoder().encodeToString(content));
        basegram.sandbox().act(act);
    }

    /** Returns the files of this test that Airtable has fetched by now. */
    private List<JsonNode> arrived(Basegram basegram) throws IOException, InterruptedException {
        byte[] answer = get(basegram.sandbox().root() + "/v0/" + Basegram.BASE_ID + "/Products");
        List<JsonNode> files = new ArrayList<>();
        for (JsonNode record : JSON.readTree(answer).path("records")) {
            for (JsonNode file : record.path("fields").path("Photo")) {
                if (file.path("size").asInt() >= SIZE) {
                    files.add(file);
                }
            }
        }
        return files;
    }

    private byte[] get(String url) throws IOException, InterruptedException {
        HttpRequest request = HttpRequest.newBuilder(URI.create(url))
                .timeout(Duration.ofSeconds(60))
                .header("Authorization", "Bearer patReader0000000." + "0".repeat(64))
                .build();
        return http.send(request, HttpResponse.BodyHandlers.ofByteArray()).body();
    }
}
