package dev.basegram.bot.ingress;

import dev.basegram.bot.inbox.AcceptResult;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.inbox.Source;
import dev.basegram.common.InternalApi;
import dev.basegram.common.UpdateBatch;
import dev.basegram.common.trace.Traces;
import io.smallrye.mutiny.Uni;
import io.vertx.core.json.JsonArray;
import jakarta.inject.Singleton;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Takes updates from the webhook-server, and answers when they are on disk. */
@Singleton
@Path("/")
public class UpdatesResource {
    private static final Logger LOG = Logger.getLogger(UpdatesResource.class);

    private final Inbox inbox;
    private final IngressStatus status;

    UpdatesResource(Inbox inbox, IngressStatus status) {
        this.inbox = inbox;
        this.status = status;
    }

    /** Takes one raw update: 202 accepted, 200 known already, 400 no update, 503 the store cannot take it now. */
    @POST
    @Path(InternalApi.UPDATES)
    public Uni<Response> take(@HeaderParam(Traces.HEADER) @Nullable String traceparent, byte[] body) {
        return accept(new UpdateBatch.Part(traceparent, body)).map(UpdatesResource::answer);
    }

    /** Takes several raw updates, each on its own: 200 with an array of what each alone would have been answered with; 400 no batch. */
    @POST
    @Path(InternalApi.UPDATE_BATCH)
    @Consumes(UpdateBatch.MEDIA_TYPE)
    public Uni<Response> takeBatch(byte[] body) {
        Optional<List<UpdateBatch.Part>> parts = UpdateBatch.read(body);
        if (parts.isEmpty() || parts.get().isEmpty()) {
            return Uni.createFrom().item(json(400, "{\"result\":\"malformed\"}"));
        }
        List<Uni<Integer>> statuses = parts.get().stream().map(this::statusOf).toList();
        return Uni.join().all(statuses).andCollectFailures().map(all -> json(200, new JsonArray(all).encode()));
    }

    private Uni<Integer> statusOf(UpdateBatch.Part part) {
        return accept(part).map(UpdatesResource::code).onFailure().recoverWithItem(failure -> {
            LOG.error("An update could not be taken", failure);
            return 500;
        });
    }

    private Uni<AcceptResult> accept(UpdateBatch.Part part) {
        return inbox.accept(part.update(), Source.WEBHOOK, Traces.read(part.traceparent()))
                .invoke(result -> {
                    if (result instanceof AcceptResult.Accepted || result instanceof AcceptResult.Duplicate) {
                        status.received();
                    }
                });
    }

    private static int code(AcceptResult result) {
        return switch (result) {
            case AcceptResult.Accepted _ -> 202;
            case AcceptResult.Duplicate _ -> 200;
            case AcceptResult.Malformed _ -> 400;
            case AcceptResult.StoreUnavailable _ -> 503;
        };
    }

    private static Response answer(AcceptResult result) {
        return json(
                code(result),
                switch (result) {
                    case AcceptResult.Accepted _ -> InternalApi.ACCEPTED;
                    case AcceptResult.Duplicate _ -> InternalApi.DUPLICATE;
                    case AcceptResult.Malformed _ -> "{\"result\":\"malformed\"}";
                    case AcceptResult.StoreUnavailable _ -> "{\"result\":\"unavailable\"}";
                });
    }

    private static Response json(int status, String body) {
        return Response.status(status)
                .type(MediaType.APPLICATION_JSON_TYPE)
                .entity(body)
                .build();
    }
}
