package dev.basegram.bot.ingress;

import dev.basegram.bot.inbox.AcceptResult;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.inbox.Source;
import dev.basegram.common.InternalApi;
import dev.basegram.common.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.jspecify.annotations.Nullable;

/** Takes updates from the webhook-server, and answers when they are on disk. */
@Singleton
@Path(InternalApi.UPDATES)
public class UpdatesResource {
    private final Inbox inbox;
    private final IngressStatus status;

    UpdatesResource(Inbox inbox, IngressStatus status) {
        this.inbox = inbox;
        this.status = status;
    }

    /** Takes one raw update: 202 accepted, 200 known already, 400 no update, 503 the store cannot take it now. */
    @POST
    public Uni<Response> take(@HeaderParam(Traces.HEADER) @Nullable String traceparent, byte[] body) {
        return inbox.accept(body, Source.WEBHOOK, Traces.read(traceparent)).map(this::answer);
    }

    private Response answer(AcceptResult result) {
        return switch (result) {
            case AcceptResult.Accepted _ -> {
                status.received();
                yield json(202, InternalApi.ACCEPTED);
            }
            case AcceptResult.Duplicate _ -> {
                status.received();
                yield json(200, InternalApi.DUPLICATE);
            }
            case AcceptResult.Malformed _ -> json(400, "{\"result\":\"malformed\"}");
            case AcceptResult.StoreUnavailable _ -> json(503, "{\"result\":\"unavailable\"}");
        };
    }

    private static Response json(int status, String body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}
