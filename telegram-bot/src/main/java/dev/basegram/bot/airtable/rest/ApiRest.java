package dev.basegram.bot.airtable.rest;

import io.smallrye.mutiny.Uni;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.rest.client.annotation.RegisterClientHeaders;
import org.eclipse.microprofile.rest.client.inject.RegisterRestClient;
import org.jspecify.annotations.Nullable;

/**
 * The API host as Airtable documents it ({@code airtable.com/developers/web/api}).
 *
 * <p>Bodies go as bytes and come as a stream, so that {@link BoundedBody} can cap them. There is no PUT: it clears every cell that
 * is not named.
 */
@Path("/v0")
@RegisterRestClient(configKey = "airtable-api")
@RegisterClientHeaders(TokenHeader.class)
@Consumes(MediaType.APPLICATION_JSON)
@Produces(MediaType.APPLICATION_JSON)
interface ApiRest {
    @GET
    @Path("/meta/whoami")
    Uni<Response> whoami();

    @GET
    @Path("/meta/bases")
    Uni<Response> bases(@QueryParam("offset") @Nullable String offset);

    @GET
    @Path("/meta/bases/{base}/tables")
    Uni<Response> tables(String base, @QueryParam("include[]") String include);

    @POST
    @Path("/meta/bases/{base}/tables")
    Uni<Response> createTable(String base, byte[] body);

    @PATCH
    @Path("/meta/bases/{base}/tables/{table}")
    Uni<Response> updateTable(String base, String table, byte[] body);

    @POST
    @Path("/meta/bases/{base}/tables/{table}/fields")
    Uni<Response> createField(String base, String table, byte[] body);

    @POST
    @Path("/{base}/{table}/listRecords")
    Uni<Response> list(String base, String table, byte[] body);

    @GET
    @Path("/{base}/{table}/{record}")
    Uni<Response> get(
            String base,
            String table,
            String record,
            @QueryParam("returnFieldsByFieldId") boolean returnFieldsByFieldId);

    @POST
    @Path("/{base}/{table}")
    Uni<Response> create(String base, String table, byte[] body);

    @PATCH
    @Path("/{base}/{table}")
    Uni<Response> update(String base, String table, byte[] body);

    @DELETE
    @Path("/{base}/{table}")
    Uni<Response> delete(String base, String table, @QueryParam("records[]") List<String> records);

    @GET
    @Path("/{base}/{table}/{record}/comments")
    Uni<Response> comments(
            String base,
            String table,
            String record,
            @QueryParam("pageSize") int pageSize,
            @QueryParam("offset") @Nullable String offset);

    @POST
    @Path("/{base}/{table}/{record}/comments")
    Uni<Response> comment(String base, String table, String record, byte[] body);

    @PATCH
    @Path("/{base}/{table}/{record}/comments/{comment}")
    Uni<Response> editComment(String base, String table, String record, String comment, byte[] body);

    @DELETE
    @Path("/{base}/{table}/{record}/comments/{comment}")
    Uni<Response> deleteComment(String base, String table, String record, String comment);

    @GET
    @Path("/bases/{base}/webhooks")
    Uni<Response> webhooks(String base);

    @POST
    @Path("/bases/{base}/webhooks")
    Uni<Response> createWebhook(String base, byte[] body);

    @DELETE
    @Path("/bases/{base}/webhooks/{webhook}")
    Uni<Response> deleteWebhook(String base, String webhook);

    @POST
    @Path("/bases/{base}/webhooks/{webhook}/refresh")
    Uni<Response> refreshWebhook(String base, String webhook, byte[] body);

    @POST
    @Path("/bases/{base}/webhooks/{webhook}/enableNotifications")
    Uni<Response> enableWebhook(String base, String webhook, byte[] body);

    @GET
    @Path("/bases/{base}/webhooks/{webhook}/payloads")
    Uni<Response> payloads(
            String base, String webhook, @QueryParam("cursor") long cursor, @QueryParam("limit") int limit);
}
