package dev.basegram.sandbox.telegram.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import io.vertx.core.Vertx;
import io.vertx.core.buffer.Buffer;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class WebhookClientTest {
    @Test
    void whatComesLateToAWebhookThatIsGoneIsReportedAsNotDelivered() throws Exception {
        Vertx vertx = Vertx.vertx();
        try {
            var client = new WebhookClient(vertx, new Waits(vertx), "http://127.0.0.1:1/", "", 1, "");
            client.close();
            List<Postman.Outcome> outcomes = new ArrayList<>();

            client.post(Buffer.buffer("{}"), outcomes::add);

            assertThat(outcomes).containsExactly(new Postman.NoReply("Webhook connection closed"));
        } finally {
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }
}
