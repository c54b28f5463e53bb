package dev.basegram.bench.stub;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class TelegramStubTest {
    private final TelegramStub telegram = new TelegramStub();
    private final HttpClient http = HttpClient.newHttpClient();

    @AfterEach
    void stop() {
        telegram.close();
        http.close();
    }

    @Test
    void aMessageIsUnderstoodAsJsonAsAFormAndInTheQuery() throws Exception {
        List<BotCall> seen = Collections.synchronizedList(new ArrayList<>());
        telegram.watch(seen::add);

        post("sendMessage", "application/json", "{\"chat_id\":-100,\"text\":\"a & b\"}");
        post("sendMessage", "application/x-www-form-urlencoded", "chat_id=-100&text=a+%26+b");
        post("sendMessage?chat_id=-100&text=a%20%26%20b", "application/json", "");

        assertThat(seen).hasSize(3).allSatisfy(call -> {
            assertThat(call.method()).isEqualTo("sendMessage");
            assertThat(call.chat()).isEqualTo(-100);
            assertThat(call.parameter("text")).contains("a & b");
        });
        assertThat(telegram.messagesSent()).isEqualTo(3);
    }

    @Test
    void anEditKeepsTheMessagesId() throws Exception {
        int sent = post("sendMessage", "application/json", "{\"chat_id\":5}")
                .at("/result/message_id")
                .asInt();
        JsonNode edited = post("editMessageText", "application/json", "{\"chat_id\":5,\"message_id\":" + sent + "}");

        assertThat(edited.at("/result/message_id").asInt()).isEqualTo(sent);
        assertThat(telegram.messagesSent()).isEqualTo(1);
    }

    @Test
    void theWebhookThatWasSetIsTheOneItTells() throws Exception {
        post("setWebhook", "application/json", "{\"url\":\"http://127.0.0.1:1/hook\"}");

        assertThat(post("getWebhookInfo", "application/json", "{}")
                        .at("/result/url")
                        .asText())
                .isEqualTo("http://127.0.0.1:1/hook");
    }

    private JsonNode post(String method, String contentType, String body) throws Exception {
        HttpRequest request = HttpRequest.newBuilder(URI.create(telegram.root() + "/bot1:token/" + method))
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body))
                .build();
        return new ObjectMapper()
                .readTree(http.send(request, BodyHandlers.ofString()).body());
    }
}
