package dev.basegram.bench.stub;

import io.netty.handler.codec.http.FullHttpRequest;
import java.net.URI;
import java.util.concurrent.atomic.AtomicLong;

/** An Airtable with one base of one empty table: enough for a bot to start on. Thread-safe. */
public final class AirtableStub implements AutoCloseable {
    /** The only base there is. */
    public static final String BASE_ID = "appBench000000001";

    private static final String TABLES = "{\"tables\":[{\"id\":\"tblBench000000001\",\"name\":\"Orders\","
            + "\"primaryFieldId\":\"fldBench000000001\",\"fields\":[{\"id\":\"fldBench000000001\",\"name\":\"Name\","
            + "\"type\":\"singleLineText\"}],\"views\":[{\"id\":\"viwBench000000001\",\"name\":\"All\",\"type\":\"grid\"}]}]}";

    private final HttpStub http = new HttpStub(this::answer);
    private final AtomicLong calls = new AtomicLong();

    /** Returns the root, without {@code /v0}. */
    public URI root() {
        return http.root();
    }

    /** Returns how many calls came since the start. */
    public long calls() {
        return calls.get();
    }

    private Answer answer(FullHttpRequest request) {
        calls.incrementAndGet();
        String path = request.uri().split("\\?", 2)[0];
        if (path.equals("/v0/meta/whoami")) {
            return Answer.of(
                    200, "{\"id\":\"usrBench000000001\",\"scopes\":[\"data.records:read\",\"schema.bases:read\"]}");
        }
        if (path.equals("/v0/meta/bases/" + BASE_ID + "/tables")) {
            return Answer.of(200, TABLES);
        }
        if (path.startsWith("/v0/bases/" + BASE_ID + "/webhooks")) {
            return Answer.of(200, "{\"webhooks\":[]}");
        }
        if (path.startsWith("/v0/" + BASE_ID + "/")) {
            return Answer.of(200, "{\"records\":[]}");
        }
        return Answer.of(404, "{\"error\":\"NOT_FOUND\"}");
    }

    @Override
    public void close() {
        http.close();
    }
}
