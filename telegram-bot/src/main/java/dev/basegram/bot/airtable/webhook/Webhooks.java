package dev.basegram.bot.airtable.webhook;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.Schema;
import dev.basegram.bot.airtable.Scope;
import dev.basegram.bot.airtable.gate.Flights;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.airtable.rest.Asked;
import dev.basegram.bot.airtable.rest.Call;
import dev.basegram.bot.airtable.rest.Meaning;
import dev.basegram.bot.airtable.rest.WebhooksApi;
import io.smallrye.mutiny.Uni;
import jakarta.inject.Singleton;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Webhooks of the base ({@code airtable.com/developers/web/api/webhooks-overview}). Needs the creator's role.
 *
 * <p>They are made without lists of watched fields and views: the loss of one of those would kill a webhook that goes on looking
 * healthy.
 */
@Singleton
public final class Webhooks {
    private static final int MOST_PAYLOADS = 50;

    private final Flights flights;
    private final WebhooksApi api;
    private final Airtable airtable;

    Webhooks(Flights flights, WebhooksApi api, Airtable airtable) {
        this.flights = flights;
        this.api = api;
        this.airtable = airtable;
    }

    /**
     * Makes a webhook that tells of records, fields and tables, with the values before and after.
     *
     * @param notificationUrl where to ping; null for none, then payloads are to be asked for now and then
     */
    public Uni<Answer<NewWebhook>> create(Caller caller, @Nullable String notificationUrl) {
        ObjectNode body = Json.object();
        if (notificationUrl != null) {
            body.put("notificationUrl", notificationUrl);
        }
        ObjectNode options = body.putObject("specification").putObject("options");
        options.putObject("filters")
                .putArray("dataTypes")
                .add("tableData")
                .add("tableFields")
                .add("tableMetadata");
        options.putObject("includes").put("includePreviousCellValues", true).put("includeCellValuesInFieldIds", "all");
        return send(caller, api.create(body), Webhooks::made);
    }

    private static Optional<NewWebhook> made(JsonNode answer) {
        String id = Json.text(answer, "id");
        String secret = Json.text(answer, "macSecretBase64");
        Instant expires = Json.instant(Json.text(answer, "expirationTime"));
        return id == null || secret == null
                ? Optional.empty()
                : Optional.of(new NewWebhook(new WebhookId(id), secret, expires == null ? Instant.MAX : expires));
    }

    /** Lists the webhooks of the base that the token may see. */
    public Uni<Answer<List<WebhookState>>> list(Caller caller) {
        return send(caller, api.list(), answer -> {
            List<WebhookState> states = new ArrayList<>();
            answer.path("webhooks").forEach(node -> {
                String id = Json.text(node, "id");
                if (id != null) {
                    states.add(new WebhookState(
                            new WebhookId(id),
                            Json.text(node, "notificationUrl"),
                            node.path("areNotificationsEnabled").asBoolean(),
                            node.path("isHookEnabled").asBoolean(true),
                            Json.instant(Json.text(node, "expirationTime")),
                            node.path("cursorForNextPayload").asLong(1)));
                }
            });
            return Optional.of(states);
        });
    }

    /** Keeps a webhook for another seven days and returns until when. */
    public Uni<Answer<Instant>> refresh(Caller caller, WebhookId webhook) {
        return send(
                caller,
                api.refresh(webhook.value()),
                answer -> Optional.ofNullable(Json.instant(Json.text(answer, "expirationTime"))));
    }

    /** Switches the pings on again, after too many of them failed, or off. */
    public Uni<Answer<Boolean>> notify(Caller caller, WebhookId webhook, boolean on) {
        return send(caller, api.enable(webhook.value(), on), _ -> Optional.of(on));
    }

    /** Deletes a webhook. */
    public Uni<Answer<Boolean>> delete(Caller caller, WebhookId webhook) {
        return send(caller, api.delete(webhook.value()), _ -> Optional.of(true));
    }

    /** Reads payloads from a cursor on; that keeps the webhook for another seven days too. */
    public Uni<Answer<PayloadPage>> payloads(Caller caller, WebhookId webhook, long cursor) {
        return airtable.schema(caller).chain(answer -> switch (answer) {
            case Answer.Ok<Schema>(var schema) ->
                send(caller, api.payloads(webhook.value(), cursor, MOST_PAYLOADS), new PayloadReader(schema)::page);
            case Answer.Failed<Schema>(var failure) -> Uni.createFrom().item(Answer.failed(failure));
        });
    }

    private <T> Uni<Answer<T>> send(Caller caller, Call<JsonNode> call, Function<JsonNode, Optional<T>> read) {
        var asked = new Asked(airtable.base(), Scope.MANAGE_WEBHOOKS, null, null, null);
        return flights.send(caller, call)
                .map(reply -> Meaning.of(reply, asked))
                .map(answer -> answer.then(tree -> read.apply(tree)
                        .map(Answer::ok)
                        .orElseGet(
                                () -> Answer.failed(new AirtableFailure.BadAnswer("it is not what was asked for")))));
    }
}
