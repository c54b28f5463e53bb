package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.config.BotSettings;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;
import java.util.Optional;
import java.util.function.Supplier;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Webhook calls ({@code airtable.com/developers/web/api/list-webhooks}); they count to the base's limit as all others. */
@Singleton
public final class WebhooksApi {
    private final ApiRest rest;
    private final Wire wire;
    private final String base;

    WebhooksApi(@RestClient ApiRest rest, Wire wire, BotSettings settings) {
        this.rest = rest;
        this.wire = wire;
        this.base = settings.airtable().baseId();
    }

    /** Makes a webhook; sent twice, there are two. */
    public Call<JsonNode> create(JsonNode body) {
        byte[] bytes = Json.bytes(body);
        return call("webhook_create", Safety.ONCE, () -> rest.createWebhook(base, bytes));
    }

    /** Lists the webhooks. */
    public Call<JsonNode> list() {
        return call("webhook_list", Safety.READ, () -> rest.webhooks(base));
    }

    /** Deletes a webhook. */
    public Call<JsonNode> delete(String webhook) {
        return call("webhook_delete", Safety.REPEATABLE, () -> rest.deleteWebhook(base, webhook));
    }

    /** Keeps a webhook for another seven days. */
    public Call<JsonNode> refresh(String webhook) {
        byte[] bytes = Json.bytes(Json.object());
        return call("webhook_refresh", Safety.REPEATABLE, () -> rest.refreshWebhook(base, webhook, bytes));
    }

    /** Switches its pings on or off. */
    public Call<JsonNode> enable(String webhook, boolean on) {
        byte[] bytes = Json.bytes(Json.object().put("enable", on));
        return call("webhook_enable", Safety.REPEATABLE, () -> rest.enableWebhook(base, webhook, bytes));
    }

    /** Reads payloads from a cursor on. */
    public Call<JsonNode> payloads(String webhook, long cursor, int most) {
        return call("webhook_payloads", Safety.READ, () -> rest.payloads(base, webhook, cursor, most));
    }

    /** Some of these answer with nothing at all, which the documents do not tell; that is no error. */
    private Call<JsonNode> call(String operation, Safety safety, Supplier<Uni<Response>> request) {
        return wire.callOrNothing(operation, safety, request, Optional::of);
    }
}
