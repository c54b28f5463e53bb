package dev.basegram.sandbox.airtable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import com.sun.net.httpserver.HttpServer;
import dev.basegram.sandbox.airtable.AirtableFixture.Reply;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.time.Duration;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Webhooks: what they collect, how they ping, when they end. */
class WebhooksTest {
    private static final String HOOKS = "/v0/bases/" + AirtableFixture.BASE + "/webhooks";

    private AirtableFixture airtable;
    private HttpServer receiver;
    private final List<Ping> pings = new CopyOnWriteArrayList<>();

    private record Ping(String mac, byte[] body) {}

    @BeforeEach
    void start() throws IOException {
        airtable = new AirtableFixture();
        receiver = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        receiver.createContext("/ping", exchange -> {
            pings.add(new Ping(
                    exchange.getRequestHeaders().getFirst("X-Airtable-Content-MAC"),
                    exchange.getRequestBody().readAllBytes()));
            exchange.sendResponseHeaders(204, -1);
            exchange.close();
        });
        receiver.start();
    }

    @AfterEach
    void stop() {
        receiver.stop(0);
        airtable.close();
    }

    private Reply create(String filters, String includes) {
        return airtable.post(
                HOOKS, "{'specification':{'options':{'filters':" + filters + ",'includes':" + includes + "}}}");
    }

    private JsonNode payloads(String hook) {
        return airtable.get(HOOKS + "/" + hook + "/payloads").json();
    }

    private String fieldId(String name) {
        for (Shown.Table table : airtable.airtable.bases().getFirst().tables()) {
            for (Shown.Field field : table.fields()) {
                if (field.name().equals(name)) {
                    return field.id();
                }
            }
        }
        throw new AssertionError("No field " + name);
    }

    @Test
    void aPingIsSignedOverItsRawBody() throws Exception {
        Reply hook = airtable.post(
                HOOKS,
                "{'notificationUrl':'http://127.0.0.1:" + receiver.getAddress().getPort()
                        + "/ping','specification':{'options':{'filters':{'dataTypes':['tableData']}}}}");
        assertThat(hook.id()).startsWith("ach");
        airtable.post(airtable.table("Products"), "{'fields':{'Name':'a'}}");
        await().atMost(Duration.ofSeconds(30)).until(() -> !pings.isEmpty());
        Ping ping = pings.getFirst();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(
                Base64.getDecoder().decode(hook.json().path("macSecretBase64").asText()), "HmacSHA256"));
        assertThat(ping.mac()).isEqualTo("hmac-sha256=" + HexFormat.of().formatHex(mac.doFinal(ping.body())));
        assertThat(new String(ping.body(), java.nio.charset.StandardCharsets.UTF_8))
                .contains("\"base\":{\"id\":\"" + AirtableFixture.BASE + "\"}")
                .contains("\"webhook\":{\"id\":\"" + hook.id() + "\"}");
        await().atMost(Duration.ofSeconds(30))
                .until(() -> airtable.get(HOOKS)
                        .json()
                        .at("/webhooks/0/lastNotificationResult/success")
                        .booleanValue());
        assertThat(airtable.get(HOOKS).json().toString()).doesNotContain("macSecret");
    }

    @Test
    void payloadsTellOfRowsByFieldId() {
        String hook = create("{'dataTypes':['tableData']}", "{'includePreviousCellValues':true}")
                .id();
        Reply made = airtable.post(airtable.table("Orders"), "{'fields':{'Status':'New','Notes':'one'}}");
        airtable.patch(airtable.table("Orders") + "/" + made.id(), "{'fields':{'Status':'Ready'}}");
        airtable.delete(airtable.table("Orders") + "/" + made.id());
        JsonNode read = payloads(hook);
        assertThat(read.path("payloads")).hasSize(3);
        assertThat(read.path("cursor").intValue()).isEqualTo(4);
        assertThat(read.path("mightHaveMore").booleanValue()).isFalse();
        JsonNode first = read.path("payloads").path(0);
        assertThat(first.at("/actionMetadata/source").asText()).isEqualTo("publicApi");
        assertThat(first.at("/actionMetadata/sourceMetadata/user/email").asText())
                .contains("nora@");
        assertThat(first.path("payloadFormat").asText()).isEqualTo("v0");
        JsonNode created = first.path("changedTablesById")
                .elements()
                .next()
                .path("createdRecordsById")
                .path(made.id());
        assertThat(created.path("cellValuesByFieldId")
                        .path(fieldId("Status"))
                        .path("name")
                        .asText())
                .isEqualTo("New");
        JsonNode changed = read.path("payloads")
                .path(1)
                .path("changedTablesById")
                .elements()
                .next()
                .path("changedRecordsById")
                .path(made.id());
        assertThat(changed.at("/current/cellValuesByFieldId")
                        .path(fieldId("Status"))
                        .path("name")
                        .asText())
                .isEqualTo("Ready");
        assertThat(changed.at("/previous/cellValuesByFieldId")
                        .path(fieldId("Status"))
                        .path("name")
                        .asText())
                .isEqualTo("New");
        assertThat(read.path("payloads")
                        .path(2)
                        .path("changedTablesById")
                        .elements()
                        .next()
                        .toString())
                .isEqualTo("{\"destroyedRecordIds\":[\"" + made.id() + "\"]}");
        JsonNode later =
                airtable.get(HOOKS + "/" + hook + "/payloads?cursor=2&limit=1").json();
        assertThat(later.path("payloads")).hasSize(1);
        assertThat(later.path("cursor").intValue()).isEqualTo(3);
        assertThat(later.path("mightHaveMore").booleanValue()).isTrue();
    }

    @Test
    void bothSidesOfALinkAreTold() {
        String hook = create("{'dataTypes':['tableData']}", "{}").id();
        String anna = airtable.filter("Clients", "{Name} = 'Anna Karlsson'")
                .recordIds()
                .getFirst();
        airtable.post(airtable.table("Orders"), "{'fields':{'Client':['" + anna + "']}}");
        JsonNode tables = payloads(hook).path("payloads").path(0).path("changedTablesById");
        assertThat(tables).hasSize(2);
        assertThat(tables.toString()).contains("\"name\":\"Anna Karlsson\"").contains(anna);
    }

    @Test
    void filtersLeaveOutWhatNobodyWants() {
        String products = airtable.airtable.bases().getFirst().tables().get(2).id();
        String byTable = create("{'dataTypes':['tableData'],'recordChangeScope':'" + products + "'}", "{}")
                .id();
        String removals = create("{'dataTypes':['tableData'],'changeTypes':['remove']}", "{}")
                .id();
        String people = create("{'dataTypes':['tableData'],'fromSources':['client']}", "{}")
                .id();
        String fields = create("{'dataTypes':['tableFields']}", "{}").id();
        airtable.post(airtable.table("Clients"), "{'fields':{'Name':'a'}}");
        Reply product = airtable.post(airtable.table("Products"), "{'fields':{'Name':'a'}}");
        airtable.airtable.change(
                AirtableFixture.BASE,
                "Products",
                product.id(),
                "Name",
                com.fasterxml.jackson.databind.node.TextNode.valueOf("b"));
        airtable.airtable.renameField(AirtableFixture.BASE, "Products", "SKU", "Code");
        assertThat(payloads(byTable).path("payloads")).hasSize(2);
        assertThat(payloads(removals).path("payloads")).isEmpty();
        assertThat(payloads(people).path("payloads")).hasSize(1);
        assertThat(payloads(fields).path("payloads")).hasSize(1);
        assertThat(payloads(fields).toString())
                .contains("\"changedFieldsById\"")
                .contains("\"name\":\"Code\"");
    }

    @Test
    void deletingAWatchedFieldBreaksTheHookWhileItLooksHealthy() {
        String hook = create("{'dataTypes':['tableData'],'watchDataInFieldIds':['" + fieldId("Due date") + "']}", "{}")
                .id();
        airtable.airtable.deleteField(AirtableFixture.BASE, "Orders", "Due date");
        JsonNode payload = payloads(hook).path("payloads").path(0);
        assertThat(payload.path("error").booleanValue()).isTrue();
        assertThat(payload.path("code").asText()).isEqualTo("INVALID_HOOK");
        airtable.post(airtable.table("Orders"), "{'fields':{'Notes':'x'}}");
        assertThat(payloads(hook).path("payloads")).hasSize(1);
        assertThat(airtable.get(HOOKS).json().at("/webhooks/0/isHookEnabled").booleanValue())
                .isTrue();
    }

    @Test
    void aHookEndsAfterSevenDaysUnlessReadOrRefreshed() {
        String hook = create("{'dataTypes':['tableData']}", "{}").id();
        airtable.clock.advance(Duration.ofDays(6));
        assertThat(airtable.post(HOOKS + "/" + hook + "/refresh", "{}")
                        .json()
                        .path("expirationTime")
                        .isTextual())
                .isTrue();
        airtable.clock.advance(Duration.ofDays(6));
        airtable.post(airtable.table("Products"), "{'fields':{'Name':'heard'}}");
        assertThat(payloads(hook).path("payloads")).hasSize(1);
        airtable.clock.advance(Duration.ofDays(8));
        airtable.post(airtable.table("Products"), "{'fields':{'Name':'not heard'}}");
        assertThat(airtable.get(HOOKS).json().at("/webhooks/0/isHookEnabled").booleanValue())
                .isFalse();
        assertThat(payloads(hook).path("payloads")).isEmpty();
        assertThat(payloads(hook).path("cursor").intValue()).isEqualTo(1);
        airtable.clock.advance(Duration.ofDays(8));
        assertThat(airtable.get(HOOKS + "/" + hook + "/payloads").status()).isEqualTo(404);
    }

    @Test
    void hooksAreTenAndCanBeDeletedAndSilenced() {
        for (int i = 0; i < 10; i++) {
            assertThat(create("{'dataTypes':['tableData']}", "{}").status()).isEqualTo(200);
        }
        assertThat(create("{'dataTypes':['tableData']}", "{}").status()).isEqualTo(422);
        String hook = airtable.get(HOOKS).json().at("/webhooks/0/id").asText();
        assertThat(airtable.post(HOOKS + "/" + hook + "/enableNotifications", "{'enable':true}")
                        .status())
                .isEqualTo(422);
        assertThat(airtable.delete(HOOKS + "/" + hook).status()).isEqualTo(200);
        assertThat(airtable.delete(HOOKS + "/" + hook).status()).isEqualTo(404);
        assertThat(create("{'dataTypes':['nonsense']}", "{}").status()).isEqualTo(422);
        assertThat(create("{}", "{}").status()).isEqualTo(422);
    }
}
