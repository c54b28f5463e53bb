package dev.basegram.sandbox.control;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.TelegramSandbox;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.ExampleObject;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.parameters.RequestBody;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;

/** How updates reach a bot: its webhook, raw updates, and the ids to come. */
@Path("/sandbox/telegram")
@Produces(MediaType.APPLICATION_JSON)
@Consumes(MediaType.APPLICATION_JSON)
@Tag(name = "Telegram")
class DeliveryControl {
    private final TelegramSandbox telegram;
    private final RequestBodies bodies;

    DeliveryControl(TelegramSandbox telegram, RequestBodies bodies) {
        this.telegram = telegram;
        this.bodies = bodies;
    }

    /**
     * Where a bot's updates go.
     *
     * @param url null goes back to polling
     */
    @Schema(description = "Where a bot's updates go; a null url goes back to polling")
    record Webhook(
            @Nullable Long bot,
            @Nullable String url,
            @Nullable String secret) {}

    /** An update as it is. */
    @Schema(description = "An update as it is; update_id is filled in when it is missing")
    record RawUpdate(@Nullable Long bot, @Nullable ObjectNode update) {}

    /** The id of the next update. */
    record NextUpdate(@Nullable Long bot, @Nullable Integer updateId) {}

    /** The id that an update got. */
    record Injected(int update) {}

    @POST
    @Path("/webhook")
    @Operation(summary = "Point a bot's updates at a URL, without the checks of setWebhook")
    @RequestBody(content = @Content(schema = @Schema(implementation = Webhook.class)))
    public Webhook webhook(String body) {
        Webhook webhook = bodies.read(body, Webhook.class);
        telegram.setWebhook(webhook.bot(), webhook.url(), webhook.secret());
        return webhook;
    }

    @POST
    @Path("/updates")
    @Operation(summary = "Put an update into a bot's queue as it is, for unknown kinds and poison")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = RawUpdate.class),
                            examples =
                                    @ExampleObject(
                                            value = "{\"update\":{\"a_kind_of_tomorrow\":{\"some\":\"thing\"}}}")))
    public Injected inject(String body) {
        RawUpdate raw = bodies.read(body, RawUpdate.class);
        if (raw.update() == null) {
            throw Refusal.badRequest("\"update\" is missing: give the update as a JSON object");
        }
        return new Injected(telegram.injectRaw(raw.bot(), raw.update()));
    }

    @POST
    @Path("/next-update-id")
    @Operation(summary = "Let the next update have this id, lower than the last one if wanted")
    @RequestBody(
            content =
                    @Content(
                            schema = @Schema(implementation = NextUpdate.class),
                            examples = @ExampleObject(value = "{\"updateId\":1}")))
    public NextUpdate nextUpdateId(String body) {
        NextUpdate next = bodies.read(body, NextUpdate.class);
        if (next.updateId() == null || next.updateId() < 1) {
            throw Refusal.badRequest("\"updateId\" is " + next.updateId() + ": use 1 or more");
        }
        telegram.nextUpdateId(next.bot(), next.updateId());
        return next;
    }
}
