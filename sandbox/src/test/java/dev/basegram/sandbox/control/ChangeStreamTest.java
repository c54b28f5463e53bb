package dev.basegram.sandbox.control;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.http.TestHTTPResource;
import io.quarkus.test.junit.QuarkusTest;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The page is told of what changes, in either service and by whichever hand. */
@QuarkusTest
class ChangeStreamTest {
    @TestHTTPResource("/sandbox/events")
    URI events;

    private final List<String> lines = new CopyOnWriteArrayList<>();
    private final HttpClient http = HttpClient.newHttpClient();

    @BeforeEach
    void listen() {
        SandboxDriver.reset();
        Thread.ofVirtual().start(() -> {
            try {
                HttpResponse<Stream<String>> stream =
                        http.send(HttpRequest.newBuilder(events).build(), HttpResponse.BodyHandlers.ofLines());
                stream.body().forEach(lines::add);
            } catch (Exception e) {
                lines.add("ended: " + e);
            }
        });
        waitFor("event:hello");
        lines.clear();
    }

    @AfterEach
    void hangUp() {
        http.shutdownNow();
    }

    @Test
    void aMessageOfTheBotNamesItsChat() {
        SandboxDriver.bot("sendMessage", "{\"chat_id\":1003,\"text\":\"Hello\"}");

        waitFor("event:telegram");
        waitFor("\"1003\"");
        waitFor("event:calls");
    }

    @Test
    void aRowTypedInByAPersonNamesItsTable() {
        String table = SandboxDriver.get("/sandbox/airtable/bases").getString("[0].tables[0].id");
        SandboxDriver.post(
                        "/sandbox/airtable/bases/" + SandboxDriver.BASE + "/tables/" + table + "/rows",
                        "{\"fields\":{}}")
                .then()
                .statusCode(200);

        waitFor("event:airtable");
        waitFor("\"" + table + "\"");
    }

    @Test
    void faultsAndResetsAreTold() {
        SandboxDriver.post("/sandbox/faults", "{\"service\":\"telegram\",\"kind\":\"429\",\"times\":1}")
                .then()
                .statusCode(200);
        waitFor("event:faults");
        SandboxDriver.reset();
        waitFor("event:reset");
    }

    @Test
    void aBurstOfChangesComesAsFewEvents() {
        for (int i = 0; i < 200; i++) {
            SandboxDriver.send("{\"chat\":1001,\"text\":\"line " + i + "\"}");
        }

        waitFor("event:telegram");
        assertThat(lines.stream().filter(line -> line.equals("event:telegram")).count())
                .isLessThan(200);
    }

    private void waitFor(String part) {
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() ->
                        assertThat(lines).anySatisfy(line -> assertThat(line).contains(part)));
    }
}
