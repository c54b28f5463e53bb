package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Attachments: uploaded, fetched by URL, served by links that expire. */
class AttachmentsTest {
    private AirtableFixture airtable;
    private HttpServer elsewhere;
    private String orders;

    @BeforeEach
    void start() throws IOException {
        airtable = new AirtableFixture();
        orders = airtable.table("Orders");
        elsewhere = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        elsewhere.createContext("/plan.txt", exchange -> {
            byte[] body = "the plan".getBytes(StandardCharsets.UTF_8);
            exchange.getResponseHeaders().add("Content-Type", "text/plain; charset=utf-8");
            exchange.sendResponseHeaders(200, body.length);
            exchange.getResponseBody().write(body);
            exchange.close();
        });
        elsewhere.start();
    }

    @AfterEach
    void stop() {
        elsewhere.stop(0);
        airtable.close();
    }

    private String elsewhere(String path) {
        return "http://127.0.0.1:" + elsewhere.getAddress().getPort() + path;
    }

    private Reply upload(String recordId, String field, byte[] bytes) {
        return airtable.post(
                "/v0/" + AirtableFixture.BASE + "/" + recordId + "/" + field + "/uploadAttachment",
                "{'contentType':'text/plain','filename':'a b.txt','file':'"
                        + Base64.getEncoder().encodeToString(bytes) + "'}");
    }

    private JsonNode photos(String recordId) {
        return airtable.get(orders + "/" + recordId).fields().path("Photos");
    }

    @Test
    void anUploadIsAppendedAndServedForTwoHours() {
        String id = airtable.filter("Orders", "{No} = 1035").recordIds().getFirst();
        Reply uploaded = upload(id, "Photos", "hello".getBytes(StandardCharsets.UTF_8));
        assertThat(uploaded.status()).isEqualTo(200);
        JsonNode cell = uploaded.fields().elements().next();
        assertThat(uploaded.fields().fieldNames().next()).startsWith("fld");
        assertThat(cell).hasSize(2);
        assertThat(cell.path(1).path("size").intValue()).isEqualTo(5);
        assertThat(cell.path(1).path("type").asText()).isEqualTo("text/plain");
        String url = cell.path(1).path("url").asText();
        assertThat(new String(airtable.bytes(url).body(), StandardCharsets.UTF_8))
                .isEqualTo("hello");
        airtable.clock.advance(Duration.ofMinutes(121));
        assertThat(airtable.bytes(url).statusCode()).isEqualTo(410);
        String fresh = photos(id).path(1).path("url").asText();
        assertThat(airtable.bytes(fresh).statusCode()).isEqualTo(200);
        assertThat(airtable.bytes(fresh.replaceAll(
                                "att[0-9A-Za-z]{14}",
                                photos(id).path(0).path("id").asText()))
                        .statusCode())
                .isEqualTo(410);
    }

    @Test
    void fiveMegabytesAndNotMore() {
        String id = airtable.filter("Orders", "{No} = 1021").recordIds().getFirst();
        assertThat(upload(id, "Photos", new byte[5 * 1024 * 1024]).status()).isEqualTo(200);
        assertThat(upload(id, "Photos", new byte[5 * 1024 * 1024 + 1]).status()).isEqualTo(413);
        assertThat(upload(id, "Notes", new byte[1]).status()).isEqualTo(422);
        assertThat(upload("recAAAAAAAAAAAAAA", "Photos", new byte[1]).status()).isEqualTo(404);
    }

    @Test
    void aFileByUrlIsFetchedAfterwards() {
        Reply order = airtable.post(
                orders, "{'fields':{'Photos':[{'url':'" + elsewhere("/plan.txt") + "','filename':'plan.txt'}]}}");
        JsonNode first = order.fields().path("Photos").path(0);
        assertThat(first.path("id").asText()).startsWith("att");
        assertThat(first.path("filename").asText()).isEqualTo("plan.txt");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> photos(order.id()).path(0).has("size"));
        JsonNode fetched = photos(order.id()).path(0);
        assertThat(fetched.path("id")).isEqualTo(first.path("id"));
        assertThat(fetched.path("type").asText()).isEqualTo("text/plain");
        assertThat(airtable.bytes(fetched.path("url").asText()).body()).hasSize(8);
    }

    @Test
    void aFileThatCannotBeFetchedVanishesWithoutAWord() {
        Reply order = airtable.post(orders, "{'fields':{'Photos':[{'url':'" + elsewhere("/nothing") + "'}]}}");
        assertThat(order.status()).isEqualTo(200);
        await().atMost(Duration.ofSeconds(30)).until(() -> photos(order.id()).isMissingNode());
    }

    @Test
    void filesAreKeptByIdAndReplacedAsAWhole() {
        String id = airtable.filter("Orders", "{No} = 1034").recordIds().getFirst();
        JsonNode before = photos(id);
        assertThat(before).hasSize(2);
        String second = before.path(1).path("id").asText();
        Reply kept = airtable.patch(orders + "/" + id, "{'fields':{'Photos':[{'id':'" + second + "'}]}}");
        assertThat(kept.fields().path("Photos")).hasSize(1);
        assertThat(kept.fields().path("Photos").path(0).path("id").asText()).isEqualTo(second);
        assertThat(kept.fields()
                        .path("Photos")
                        .path(0)
                        .path("thumbnails")
                        .path("small")
                        .path("url")
                        .asText())
                .startsWith("http://127.0.0.1:");
    }
}
