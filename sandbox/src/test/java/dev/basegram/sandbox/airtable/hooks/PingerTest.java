package dev.basegram.sandbox.airtable.hooks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.sun.net.httpserver.HttpServer;
import dev.basegram.sandbox.airtable.attachments.AttachmentStore;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Origin;
import dev.basegram.sandbox.airtable.base.RecordWriter;
import dev.basegram.sandbox.airtable.data.DemoBase;
import dev.basegram.sandbox.faults.CallLog;
import dev.basegram.sandbox.faults.Service;
import io.vertx.core.Vertx;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.util.Base64;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The signature of a ping, and what happens while nobody answers it. */
class PingerTest {

    @Test
    void theMacIsTheOneThatClientsVerify() {
        byte[] secret = Base64.getDecoder().decode("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=");
        String body = "{\"base\":{\"id\":\"app00000000000000\"},\"webhook\":{\"id\":\"ach00000000000000\"},"
                + "\"timestamp\":\"2022-02-01T21:25:05.663Z\"}";
        assertThat(Pinger.mac(secret, body.getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("hmac-sha256=997ae1f19848fdf4e8e07db1c9650045193abc5dc4b82b4c70466ecafe7b6f7d");
    }

    @Test
    void aPingIsRepeatedThirteenTimesAndThenTheHookIsSilenced() throws Exception {
        AtomicInteger attempts = new AtomicInteger();
        HttpServer receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/", exchange -> {
            attempts.incrementAndGet();
            exchange.sendResponseHeaders(500, -1);
            exchange.close();
        });
        receiver.start();
        Vertx vertx = Vertx.vertx();
        try {
            Clock clock = Clock.systemUTC();
            CallLog log = new CallLog();
            LiveBase live = new LiveBase(DemoBase.make("appA", clock.instant(), new AttachmentStore()), clock);
            Webhooks webhooks = new Webhooks(vertx, live, (id, name) -> "", log, Duration.ofMillis(1));
            String id = live.read(
                    base -> webhooks.create(base, request(receiver)).path("id").asText());
            change(live);
            await().atMost(Duration.ofSeconds(120))
                    .until(() -> !hook(live, webhooks)
                            .path("areNotificationsEnabled")
                            .booleanValue());
            assertThat(attempts).hasValue(14);
            assertThat(hook(live, webhooks)
                            .at("/lastNotificationResult/success")
                            .booleanValue())
                    .isFalse();
            assertThat(log.list(Service.AIRTABLE))
                    .hasSize(14)
                    .allMatch(call -> call.operation().equals("ping"));
            change(live);
            assertThat(live.read(base -> webhooks.payloads(id, "", "")).path("payloads"))
                    .hasSize(2);
            live.read(base -> {
                webhooks.enable(id, BooleanNode.TRUE);
                return id;
            });
            change(live);
            await().atMost(Duration.ofSeconds(60)).until(() -> attempts.get() > 14);
        } finally {
            receiver.stop(0);
            vertx.close().toCompletionStage().toCompletableFuture().get(30, TimeUnit.SECONDS);
        }
    }

    private static JsonNode hook(LiveBase live, Webhooks webhooks) {
        return live.read(base -> webhooks.list().at("/webhooks/0"));
    }

    private static void change(LiveBase live) {
        live.write(base -> Origin.client(base.owner()), transaction -> {
            ObjectNode fields = JsonNodeFactory.instance.objectNode().put("Name", "x");
            return new RecordWriter(
                            transaction, transaction.base().find("Products").orElseThrow(), false)
                    .create(fields)
                    .id();
        });
    }

    private static ObjectNode request(HttpServer receiver) {
        try {
            return (ObjectNode) new ObjectMapper()
                    .readTree("{\"notificationUrl\":\"http://127.0.0.1:"
                            + receiver.getAddress().getPort()
                            + "/\",\"specification\":{\"options\":{\"filters\":{\"dataTypes\":[\"tableData\"]}}}}");
        } catch (java.io.IOException impossible) {
            throw new AssertionError(impossible);
        }
    }
}
