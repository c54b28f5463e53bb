package dev.basegram.webhook.door;

import dev.basegram.common.DerivedKey;
import dev.basegram.common.InternalApi;
import dev.basegram.common.SharedSecret;
import dev.basegram.webhook.forward.BotForwarder;
import dev.basegram.webhook.forward.Delivery;
import io.smallrye.mutiny.Uni;
import io.vertx.core.http.HttpServerRequest;
import jakarta.inject.Singleton;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * Where Airtable says that a base has changed (airtable.com/developers/web/api/webhooks-overview).
 *
 * <p>The last path segment keeps strangers out; the signature is the bot's to verify, which alone knows its secret. Airtable
 * waits 25 s and repeats anything but a 2xx.
 */
@Path("/airtable/webhook/{token}")
@Singleton
public class AirtableWebhook {
    private final SharedSecret secret;
    private final BodyIntake intake;
    private final BotForwarder forwarder;

    AirtableWebhook(SharedSecret secret, BodyIntake intake, BotForwarder forwarder) {
        this.secret = secret;
        this.intake = intake;
        this.forwarder = forwarder;
    }

    /** Takes one notification. */
    @POST
    public Uni<Response> receive(@PathParam("token") String token, @Context HttpServerRequest request) {
        if (!secret.verify(DerivedKey.AIRTABLE_WEBHOOK, token)) {
            return BodyIntake.refuse(request, Response.Status.NOT_FOUND);
        }
        String mac = request.getHeader(InternalApi.AIRTABLE_MAC_HEADER);
        return intake.read(
                request, body -> forwarder.airtableNotification(body, mac).map(AirtableWebhook::answer));
    }

    private static Response answer(Delivery delivery) {
        return switch (delivery) {
            case Delivery.Taken _, Delivery.Refused _ -> Response.ok().build();
            case Delivery.NotTaken _ ->
                Response.status(Response.Status.SERVICE_UNAVAILABLE).build();
        };
    }
}
