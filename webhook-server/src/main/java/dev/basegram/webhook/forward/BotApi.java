package dev.basegram.webhook.forward;

import dev.basegram.common.InternalApi;
import dev.basegram.common.UpdateBatch;
import dev.basegram.common.trace.Traces;
import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jboss.resteasy.reactive.RestResponse;
import org.jspecify.annotations.Nullable;

/** The bot's endpoints as they are on the wire; {@link GuardedBot} is what calls them. A status is never an exception. */
@RegisterRestClient(configKey = "bot")
@Path("/")
interface BotApi {
    /** Hands over one raw update. */
    @POST
    @Path(InternalApi.UPDATES)
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> update(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(Traces.HEADER) @Nullable String traceparent,
            byte[] body);

    /** Hands over several raw updates, as an {@link UpdateBatch}. */
    @POST
    @Path(InternalApi.UPDATE_BATCH)
    @Consumes(UpdateBatch.MEDIA_TYPE)
    Uni<RestResponse<String>> updates(@HeaderParam(HttpHeaders.AUTHORIZATION) String authorization, byte[] body);

    /** Hands over one raw Airtable notification. */
    @POST
    @Path(InternalApi.AIRTABLE_NOTIFICATIONS)
    @Consumes(MediaType.APPLICATION_JSON)
    Uni<RestResponse<String>> airtableNotification(
            @HeaderParam(HttpHeaders.AUTHORIZATION) String authorization,
            @HeaderParam(InternalApi.AIRTABLE_MAC_HEADER) @Nullable String mac,
            byte[] body);

    /** Asks whether the bot can take updates. */
    @GET
    @Path("/q/health/ready")
    Uni<RestResponse<String>> ready();
}
