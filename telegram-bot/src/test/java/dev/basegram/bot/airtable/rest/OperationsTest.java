package dev.basegram.bot.airtable.rest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.TextNode;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.NewFile;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.ScriptedAirtable;
import dev.basegram.bot.airtable.ScriptedServer;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.formula.Condition;
import dev.basegram.bot.airtable.json.Json;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Every operation against every way a server can answer. */
@QuarkusTest
@WithTestResource(ScriptedAirtable.class)
class OperationsTest {
    private static final FieldId NAME = new FieldId("fldName");
    private static final RecordId REC = new RecordId("recA");
    private static final Table TABLE = new Table(
            new TableId("tblA"),
            "T",
            null,
            NAME,
            List.of(new Field(NAME, "Name", null, new FieldType.SingleLineText())),
            List.of());
    private static final String RECORD =
            "{\"id\":\"recA\",\"createdTime\":\"2026-01-01T00:00:00.000Z\",\"fields\":{\"fldName\":\"x\"}}";
    private static final String BASE = "/v0/appSandbox0000001";

    @Inject
    RecordsApi records;

    @Inject
    MetaApi meta;

    @Inject
    CommentsApi comments;

    @Inject
    FilesApi files;

    @Inject
    WebhooksApi webhooks;

    private final ScriptedServer server = ScriptedAirtable.server();

    private record Operation(Supplier<Call<?>> call, Safety safety, String request, String happy) {}

    @BeforeEach
    void clean() {
        server.reset();
    }

    private Map<String, Operation> operations() {
        var body = new RecordBody(null, Map.of(NAME, TextNode.valueOf("x")));
        var change = new RecordBody(REC, Map.of(NAME, TextNode.valueOf("x")));
        String one = "{\"records\":[" + RECORD + "]}";
        Map<String, Operation> all = new LinkedHashMap<>();
        all.put("whoami", new Operation(meta::whoAmI, Safety.READ, "GET /v0/meta/whoami", "{\"id\":\"usrA\"}"));
        all.put("bases", new Operation(() -> meta.bases(null), Safety.READ, "GET /v0/meta/bases", "{\"bases\":[]}"));
        all.put(
                "schema",
                new Operation(
                        meta::schema,
                        Safety.READ,
                        "GET /v0/meta/bases/appSandbox0000001/tables?include",
                        "{\"tables\":[]}"));
        all.put(
                "list",
                new Operation(
                        () -> records.list(TABLE, ListRequest.all(null)),
                        Safety.READ,
                        "POST " + BASE + "/tblA/listRecords",
                        one));
        all.put(
                "get",
                new Operation(
                        () -> records.get(TABLE, REC),
                        Safety.READ,
                        "GET " + BASE + "/tblA/recA?returnFieldsByFieldId=true",
                        RECORD));
        all.put(
                "create",
                new Operation(() -> records.create(TABLE, List.of(body)), Safety.ONCE, "POST " + BASE + "/tblA", one));
        all.put(
                "update",
                new Operation(
                        () -> records.update(TABLE, List.of(change)),
                        Safety.REPEATABLE,
                        "PATCH " + BASE + "/tblA",
                        one));
        all.put(
                "upsert",
                new Operation(
                        () -> records.upsert(TABLE, NAME, List.of(body)),
                        Safety.REPEATABLE,
                        "PATCH " + BASE + "/tblA",
                        one));
        all.put(
                "delete",
                new Operation(
                        () -> records.delete(TABLE.id(), List.of(REC)),
                        Safety.ONCE,
                        "DELETE " + BASE + "/tblA?records%5B%5D=recA",
                        "{\"records\":[{\"deleted\":true,\"id\":\"recA\"}]}"));
        all.put(
                "comments",
                new Operation(
                        () -> comments.list(TABLE.id(), REC),
                        Safety.READ,
                        "GET " + BASE + "/tblA/recA/comments?pageSize=100",
                        "{\"comments\":[],\"offset\":null}"));
        all.put(
                "comment",
                new Operation(
                        () -> comments.create(TABLE.id(), REC, "hi"),
                        Safety.ONCE,
                        "POST " + BASE + "/tblA/recA/comments",
                        "{\"id\":\"comA\",\"text\":\"hi\",\"author\":{\"id\":\"usrA\"},\"createdTime\":\"2026-01-01T00:00:00Z\"}"));
        all.put(
                "upload",
                new Operation(
                        () -> files.upload(TABLE, REC, NAME, new NewFile("f", "text/plain", new byte[3])),
                        Safety.ONCE,
                        "POST " + BASE + "/recA/fldName/uploadAttachment",
                        RECORD));
        all.put(
                "webhook list",
                new Operation(
                        webhooks::list, Safety.READ, "GET /v0/bases/appSandbox0000001/webhooks", "{\"webhooks\":[]}"));
        all.put(
                "webhook create",
                new Operation(
                        () -> webhooks.create(Json.object()),
                        Safety.ONCE,
                        "POST /v0/bases/appSandbox0000001/webhooks",
                        "{\"id\":\"achA\",\"macSecretBase64\":\"x\"}"));
        all.put(
                "webhook refresh",
                new Operation(
                        () -> webhooks.refresh("achA"),
                        Safety.REPEATABLE,
                        "POST /v0/bases/appSandbox0000001/webhooks/achA/refresh",
                        "{\"expirationTime\":\"2026-01-01T00:00:00Z\"}"));
        all.put(
                "webhook enable",
                new Operation(
                        () -> webhooks.enable("achA", true),
                        Safety.REPEATABLE,
                        "POST /v0/bases/appSandbox0000001/webhooks/achA/enableNotifications",
                        "{}"));
        all.put(
                "webhook payloads",
                new Operation(
                        () -> webhooks.payloads("achA", 5, 50),
                        Safety.READ,
                        "GET /v0/bases/appSandbox0000001/webhooks/achA/payloads?cursor=5&limit=50",
                        "{\"payloads\":[]}"));
        all.put(
                "webhook delete",
                new Operation(
                        () -> webhooks.delete("achA"),
                        Safety.REPEATABLE,
                        "DELETE /v0/bases/appSandbox0000001/webhooks/achA",
                        "{}"));
        return all;
    }

    private static Reply<?> send(Call<?> call) {
        return call.send().get().await().atMost(Duration.ofSeconds(30));
    }

    @Test
    void shouldSendEachOperationAsDocumented() {
        operations().forEach((name, operation) -> {
            server.reset();
            server.then(ScriptedServer.json(200, operation.happy()));
            Call<?> call = operation.call().get();
            assertThat(send(call)).as(name).isInstanceOf(Reply.Got.class);
            assertThat(call.safety()).as(name).isEqualTo(operation.safety());
            ScriptedServer.Seen seen = server.seen().getFirst();
            assertThat(seen.method() + " " + seen.uri()).as(name).startsWith(operation.request());
            assertThat(seen.headers()).as(name).containsEntry("authorization", "Bearer " + ScriptedAirtable.TOKEN);
        });
    }

    @Test
    void shouldSendIdsAndNeverNamesOrTypecast() {
        server.otherwise(ScriptedServer.json(200, "{\"records\":[" + RECORD + "]}"));
        var request = new ListRequest(
                new ViewId("viwA"),
                Condition.contains(NAME, "it's"),
                List.of(new ListRequest.Sort(NAME, true)),
                List.of(NAME),
                50,
                "itrX/recY",
                true);
        send(records.list(TABLE, request));
        send(records.upsert(TABLE, NAME, List.of(new RecordBody(null, Map.of(NAME, TextNode.valueOf("k"))))));
        List<String> bodies =
                server.seen().stream().map(ScriptedServer.Seen::body).toList();
        assertThat(Json.parse(bodies.get(0).getBytes()).orElseThrow())
                .isEqualTo(Json.parse(("{\"returnFieldsByFieldId\":true,\"pageSize\":50,\"view\":\"viwA\","
                                        + "\"filterByFormula\":\"(SEARCH(LOWER('it\\\\'s'),LOWER(({fldName}&'')))>0)\","
                                        + "\"offset\":\"itrX/recY\",\"recordMetadata\":[\"commentCount\"],"
                                        + "\"fields\":[\"fldName\"],\"sort\":[{\"field\":\"fldName\",\"direction\":\"desc\"}]}")
                                .getBytes())
                        .orElseThrow());
        assertThat(bodies.get(1))
                .contains("\"performUpsert\":{\"fieldsToMergeOn\":[\"fldName\"]}", "\"fldName\":\"k\"")
                .doesNotContain("typecast");
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource(delimiter = '|', quoteCharacter = '`', textBlock = """
            401 | {"error":{"type":"AUTHENTICATION_REQUIRED","message":"Authentication required"}} | Refused
            403 | {"error":{"type":"INVALID_PERMISSIONS_OR_MODEL_NOT_FOUND","message":"x"}} | Refused
            404 | {"error":"NOT_FOUND"} | Refused
            404 | {"error":{"type":"NOT_FOUND"}} | Refused
            413 | `` | Refused
            422 | {"error":{"type":"INVALID_RECORDS","message":"x"}} | Refused
            429 | {"error":{"type":"RATE_LIMIT_REACHED","message":"x"}} | TooMany
            429 | {"errors":[{"error":"RATE_LIMIT_REACHED","message":"x"}]} | TooMany
            429 | `` | TooMany
            429 | {"error":{"type":"PUBLIC_API_BILLING_LIMIT_EXCEEDED","message":"API billing plan limit exceeded."}} | Spent
            429 | {"errors":[{"error":"PUBLIC_API_BILLING_LIMIT_EXCEEDED","message":"x"}]} | Spent
            408 | `` | Down
            500 | {"error":{"type":"SERVER_ERROR"}} | Down
            502 | <html>Bad Gateway</html> | Down
            503 | {"error":{"type":"RETRIABLE_ERROR","message":"x"}} | Down
            302 | `` | Down
            200 | not json | Garbled
            200 | {"records":[{"id":"rec | Garbled
            200 | [] | Garbled
            """)
    void shouldTellEveryAnswerOfEveryOperation(int status, String body, String reply) {
        operations().forEach((name, operation) -> {
            server.then(ScriptedServer.json(status, body));
            Reply<?> got = send(operation.call().get());
            boolean anyTree = name.startsWith("webhook") && body.equals("[]");
            assertThat(got.getClass().getSimpleName()).as(name).isEqualTo(anyTree ? "Got" : reply);
            if (got instanceof Reply.Down<?> down) {
                assertThat(down.sent()).isTrue();
            }
        });
    }

    @Test
    void shouldTellBrokenConnectionsOfEveryOperationAndGoOn() {
        operations().forEach((name, operation) -> {
            server.then(
                    ScriptedServer.cut(),
                    ScriptedServer.cutAfter("{\"records\":"),
                    ScriptedServer.huge(10 * 1024 * 1024 + 1),
                    ScriptedServer.json(200, operation.happy()));
            Call<?> call = operation.call().get();
            assertThat(send(call))
                    .as(name)
                    .isInstanceOfSatisfying(
                            Reply.Down.class, d -> assertThat(d.sent()).isTrue());
            assertThat(send(call)).as(name).isInstanceOf(Reply.Down.class);
            assertThat(send(call)).as(name).isInstanceOf(Reply.Garbled.class);
            assertThat(send(call)).as(name).isInstanceOf(Reply.Got.class);
        });
    }

    @Test
    void shouldRefuseBeforeTheWireWhatIsTooMuch() {
        var body = new RecordBody(null, Map.of(NAME, TextNode.valueOf("x")));
        List<RecordBody> eleven = Collections.nCopies(11, body);
        assertThat(send(records.create(TABLE, eleven))).isInstanceOf(Reply.Unfit.class);
        assertThat(send(records.update(TABLE, eleven))).isInstanceOf(Reply.Unfit.class);
        assertThat(send(records.upsert(TABLE, NAME, eleven))).isInstanceOf(Reply.Unfit.class);
        assertThat(send(records.delete(TABLE.id(), Collections.nCopies(11, REC))))
                .isInstanceOf(Reply.Unfit.class);
        assertThat(send(records.create(TABLE, List.of()))).isInstanceOf(Reply.Unfit.class);
        assertThat(send(records.list(TABLE, ListRequest.where(Condition.contains(NAME, "x".repeat(60_000))))))
                .isInstanceOf(Reply.Unfit.class);
        assertThat(send(files.upload(TABLE, REC, NAME, new NewFile("f", "x/y", new byte[NewFile.MOST_BYTES + 1]))))
                .isInstanceOf(Reply.Unfit.class);
        assertThat(server.seen()).isEmpty();
    }

    @Test
    void shouldKeepTheTokenOutOfRepliesAndLogs() {
        var lines = new CopyOnWriteArrayList<String>();
        Handler handler = new Handler() {
            @Override
            public void publish(LogRecord entry) {
                lines.add(entry.getMessage() + " " + entry.getThrown());
            }

            @Override
            public void flush() {}

            @Override
            public void close() {}
        };
        Logger root = Logger.getLogger("");
        root.addHandler(handler);
        try {
            operations().values().forEach(operation -> {
                server.then(
                        ScriptedServer.json(401, "{\"error\":{\"type\":\"AUTHENTICATION_REQUIRED\"}}"),
                        ScriptedServer.cut(),
                        ScriptedServer.cutAfter("{"),
                        ScriptedServer.json(200, "garbage"));
                for (int i = 0; i < 4; i++) {
                    lines.add(send(operation.call().get()).toString());
                }
            });
        } finally {
            root.removeHandler(handler);
        }
        assertThat(lines).isNotEmpty().noneMatch(line -> line.contains(ScriptedAirtable.TOKEN));
    }
}
