package dev.basegram.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.Test;

class UpdateSourceTest {
    private static final int CHATS = 50;

    private final Door door = new Door(URI.create("http://127.0.0.1:8080/telegram/webhook"), "secret-token");

    @Test
    void eachUpdateIsANewMessageOfAboutAKibibyteFromTheNextChat() throws Exception {
        UpdateSource updates = source(1);
        Set<Long> updateIds = new HashSet<>();
        Set<Long> chats = new HashSet<>();
        for (int i = 0; i < CHATS; i++) {
            String request = new String(updates.next(), StandardCharsets.UTF_8);
            String body = request.substring(request.indexOf("\r\n\r\n") + 4);
            JsonNode update = new ObjectMapper().readTree(body);
            updateIds.add(update.get("update_id").asLong());
            JsonNode message = update.get("message");
            chats.add(message.get("chat").get("id").asLong());

            assertThat(body.getBytes(StandardCharsets.UTF_8)).hasSizeBetween(1_020, 1_024);
            assertThat(request).contains("Content-Length: " + body.getBytes(StandardCharsets.UTF_8).length + "\r\n");
            assertThat(request).contains("X-Telegram-Bot-Api-Secret-Token: secret-token\r\n");
            assertThat(message.get("date").asLong()).isEqualTo(1_764_000_000L);
            assertThat(message.get("text").asText()).startsWith("/help");
            assertThat(message.get("from").get("id"))
                    .isEqualTo(message.get("chat").get("id"));
        }
        assertThat(updateIds).hasSize(CHATS);
        assertThat(chats).hasSize(CHATS);
    }

    @Test
    void theSameSeedGivesTheSameUpdates() {
        UpdateSource one = source(7);
        UpdateSource other = source(7);
        UpdateSource another = source(8);
        for (int i = 0; i < 3 * CHATS; i++) {
            byte[] update = one.next();
            assertThat(update).isEqualTo(other.next()).isNotEqualTo(another.next());
        }
    }

    private UpdateSource source(long seed) {
        return new UpdateSource(new WebhookRequest(door), seed, CHATS, "/help", () -> 1_764_000_000L);
    }
}
