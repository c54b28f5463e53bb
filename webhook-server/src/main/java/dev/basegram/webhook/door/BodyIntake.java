package dev.basegram.webhook.door;

import dev.basegram.webhook.WebhookConfig;
import io.netty.channel.EventLoopGroup;
import io.quarkus.netty.MainEventLoopGroup;
import io.smallrye.mutiny.TimeoutException;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpHeaders;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.function.Function;

/** Reads a body only as far as there is room for it, and holds the room until the request is answered. */
@Singleton
class BodyIntake {
    private final WebhookConfig.Door config;
    private final EventLoopGroup timers;
    private final Room room;

    BodyIntake(WebhookConfig config, @MainEventLoopGroup EventLoopGroup timers) {
        this.config = config.door();
        this.timers = timers;
        this.room = new Room(config.door().maxHeld(), config.door().maxHeldBytes());
    }

    /**
     * Reads the body and answers with what {@code use} makes of it; 413 when it is too large, declared or chunked, 408 when
     * its sender is too slow, 503 when too much is held already.
     */
    Uni<Response> read(HttpServerRequest request, Function<byte[], Uni<Response>> use) {
        if (declaredLength(request) > config.maxBody()) {
            return refuse(request, Response.Status.REQUEST_ENTITY_TOO_LARGE);
        }
        if (!room.enter()) {
            return refuse(request, Response.Status.SERVICE_UNAVAILABLE);
        }
        return RequestBody.read(request, config.maxBody())
                .ifNoItem()
                .after(config.bodyDeadline())
                .on(timers)
                .fail()
                .onItem()
                .transformToUni(body -> switch (body) {
                    case RequestBody.Whole(byte[] bytes) -> held(request, bytes, use);
                    case RequestBody.TooLarge _ -> refuse(request, Response.Status.REQUEST_ENTITY_TOO_LARGE);
                })
                .onFailure(TimeoutException.class)
                .recoverWithUni(() -> refuse(request, Response.Status.REQUEST_TIMEOUT))
                .onTermination()
                .invoke(room::leave);
    }

    /** Answers without a look at the body; what is still coming is thrown away, so that the connection stays usable. */
    static Uni<Response> refuse(HttpServerRequest request, Response.Status status) {
        RequestBody.discard(request);
        return Uni.createFrom().item(Response.status(status).build());
    }

    private Uni<Response> held(HttpServerRequest request, byte[] bytes, Function<byte[], Uni<Response>> use) {
        if (!room.hold(bytes.length)) {
            return refuse(request, Response.Status.SERVICE_UNAVAILABLE);
        }
        return use.apply(bytes).onTermination().invoke(() -> room.release(bytes.length));
    }

    private static long declaredLength(HttpServerRequest request) {
        String declared = request.getHeader(HttpHeaders.CONTENT_LENGTH);
        try {
            return declared == null ? 0 : Long.parseLong(declared);
        } catch (NumberFormatException _) {
            return 0; // the HTTP layer has refused such a request; if not, the bytes are counted anyway
        }
    }
}
