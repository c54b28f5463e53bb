package dev.basegram.bot.airtable.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;

/** The host that takes files ({@code airtable.com/developers/web/api/upload-attachment}). */
@Path("/v0")
@RegisterRestClient(configKey = "airtable-content")
@RegisterClientHeaders(TokenHeader.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ContentRest {
    @POST
    @Path("/{base}/{record}/{field}/uploadAttachment")
    Uni<Response> upload(String base, String record, String field, byte[] body);
}
