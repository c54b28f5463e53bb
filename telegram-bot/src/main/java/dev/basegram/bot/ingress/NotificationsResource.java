package dev.basegram.bot.ingress;

import dev.basegram.common.InternalApi;
import io.smallrye.mutiny.Uni;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Takes Airtable's notifications from the webhook-server. */
@Singleton
@Path(InternalApi.AIRTABLE_NOTIFICATIONS)
public class NotificationsResource {
    private final Instance<NotificationSink> sink;

    NotificationsResource(Instance<NotificationSink> sink) {
        this.sink = sink;
    }

    /** Takes one notification: 202 stored, 401 not Airtable's, 503 the store cannot take it now. */
    @POST
    public Uni<Response> take(byte[] body, @HeaderParam(InternalApi.AIRTABLE_MAC_HEADER) @Nullable String mac) {
        if (sink.isUnsatisfied()) {
            return Uni.createFrom().item(Response.status(401).build());
        }
        return sink.get().take(body, mac).map(taken -> switch (taken) {
            case STORED -> Response.status(202).build();
            case WRONG_MAC -> Response.status(401).build();
            case UNAVAILABLE -> Response.status(503).build();
        });
    }
}
