package dev.basegram.webhook.door;

import io.smallrye.mutiny.Uni;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpServerRequest;

/** The body of a request, read up to a limit whether its length was declared or not. */
sealed interface RequestBody {
    /** How much of an unwanted body is thrown away before its connection is closed instead. */
    long PATIENCE_BYTES = 8L << 20;

    /** All of it. */
    @SuppressWarnings("ArrayRecordComponent") // handed on once, never compared
    record Whole(byte[] bytes) implements RequestBody {}

    /** More than the limit. */
    record TooLarge() implements RequestBody {}

    /** Reads the body on the request's event loop; fails when the connection does. */
    static Uni<RequestBody> read(HttpServerRequest request, int limit) {
        return Uni.createFrom().emitter(emitter -> {
            Buffer body = Buffer.buffer();
            request.exceptionHandler(emitter::fail);
            request.endHandler(_ -> emitter.complete(new Whole(body.getBytes())));
            request.handler(chunk -> {
                if (body.length() + chunk.length() > limit) {
                    emitter.complete(new TooLarge());
                } else {
                    body.appendBuffer(chunk);
                }
            });
            request.resume();
        });
    }

    /** Throws away what is still coming, within reason. */
    static void discard(HttpServerRequest request) {
        if (request.isEnded()) {
            return;
        }
        long[] seen = {0};
        request.handler(chunk -> {
            seen[0] += chunk.length();
            if (seen[0] > PATIENCE_BYTES) {
                request.connection().close();
            }
        });
        request.resume();
    }
}
