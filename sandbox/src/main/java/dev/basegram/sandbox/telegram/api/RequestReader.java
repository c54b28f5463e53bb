package dev.basegram.sandbox.telegram.api;

import dev.basegram.sandbox.telegram.wire.BodyReader;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import io.vertx.core.Future;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads the parameters of a request, from its query and its body. */
final class RequestReader {
    private static final int MAX_BYTES = 52 << 20;

    private RequestReader() {}

    /**
     * Returns the parameters; fails with a {@link Refusal} when the body is not what its type promises.
     *
     * @param read the body if it was read already; null otherwise
     */
    static Future<Params> read(HttpServerRequest request, @Nullable Buffer read) {
        Future<Buffer> body = read == null ? whole(request) : Future.succeededFuture(read);
        return body.map(bytes -> params(request, bytes));
    }

    /** Quarkus hands requests over paused, and asking for the body alone does not start them again. */
    private static Future<Buffer> whole(HttpServerRequest request) {
        Future<Buffer> body = request.body();
        request.resume();
        return body;
    }

    private static Params params(HttpServerRequest request, Buffer body) {
        if (body.length() > MAX_BYTES) {
            throw Refusal.of(413, "Request Entity Too Large");
        }
        Map<String, String> query = new HashMap<>();
        if (request.query() != null) {
            BodyReader.readForm(request.query(), query);
        }
        String type = request.getHeader("Content-Type");
        if (type == null || body.length() == 0) {
            return new Params(query, Map.of());
        }
        Optional<Params> params = BodyReader.read(type, body);
        return params.orElseThrow(() -> Refusal.badRequest(problem(type))).withQuery(query);
    }

    private static String problem(String type) {
        return type.startsWith("application/json") ? "can't parse JSON object" : "can't parse request body";
    }
}
