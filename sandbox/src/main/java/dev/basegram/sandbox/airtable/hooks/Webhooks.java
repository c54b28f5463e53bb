package dev.basegram.sandbox.airtable.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.AttachmentUrls;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Change;
import dev.basegram.sandbox.airtable.base.LiveBase;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Timestamps;
import dev.basegram.sandbox.faults.CallLog;
import io.vertx.core.Vertx;
import java.net.URI;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** The webhooks of the base. Thread-safe: everything happens within the base's lock. */
public final class Webhooks {
    private static final int MAX_HOOKS = 10;
    private static final int MAX_PAYLOADS = 50;

    private final LiveBase live;
    private final AttachmentUrls urls;
    private final Pinger pinger;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Webhook> hooks = new LinkedHashMap<>();

    /**
     * Begins without webhooks and listens to the base.
     *
     * @param firstPause before a failed ping is repeated; it doubles from there
     */
    public Webhooks(Vertx vertx, LiveBase live, AttachmentUrls urls, CallLog log, Duration firstPause) {
        this.live = live;
        this.urls = urls;
        this.pinger = new Pinger(vertx, live, log, firstPause);
        live.listen(this::changed);
    }

    private Instant now() {
        return live.clock().instant();
    }

    private void changed(Base base, Change change) {
        Instant now = now();
        hooks.values().removeIf(webhook -> webhook.gone(now));
        for (Webhook webhook : hooks.values()) {
            if (webhook.collects(now)) {
                tell(webhook, base, change, now);
            }
        }
    }

    private void tell(Webhook webhook, Base base, Change change, Instant now) {
        WebhookFilter filter = WebhookFilter.of(webhook.specification());
        if (!filter.stillValid(base)) {
            webhook.breakDown("INVALID_HOOK", now);
            pinger.ping(base.id(), webhook);
            return;
        }
        new PayloadWriter(base, change, filter, live.clock(), urls).write().ifPresent(payload -> {
            webhook.collect(payload, now);
            pinger.ping(base.id(), webhook);
        });
    }

    /**
     * Creates a webhook; its secret is told here and never again.
     *
     * @throws Refusal when the specification or the URL is wrong, or there are ten already
     */
    public ObjectNode create(Base base, ObjectNode request) {
        WebhookFilter filter = WebhookFilter.of(object(request.path("specification")));
        filter.check(base);
        if (hooks.size() >= MAX_HOOKS) {
            throw Refusal.invalid(
                    "TOO_MANY_WEBHOOKS", "The maximum of " + MAX_HOOKS + " webhooks per base has been reached.");
        }
        byte[] secret = new byte[32];
        random.nextBytes(secret);
        String id = base.ids().next("ach");
        Webhook webhook = new Webhook(id, url(request), object(request.path("specification")), secret, now());
        hooks.put(id, webhook);
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("macSecretBase64", Base64.getEncoder().encodeToString(secret))
                .put("expirationTime", Timestamps.iso(webhook.expires()));
    }

    @SuppressWarnings("NullAway") // null for a webhook that is only polled
    private static String url(ObjectNode request) {
        JsonNode url = request.path("notificationUrl");
        if (url.isMissingNode() || url.isNull()) {
            return null;
        }
        try {
            URI uri = URI.create(url.asText());
            if (uri.getHost() != null && uri.getScheme().startsWith("http")) {
                return url.asText();
            }
        } catch (IllegalArgumentException malformed) {
            throw Refusal.malformed();
        }
        throw Refusal.malformed();
    }

    private static ObjectNode object(JsonNode node) {
        return node instanceof ObjectNode object ? object : JsonNodeFactory.instance.objectNode();
    }

    /** The webhooks, without their secrets. */
    public ObjectNode list() {
        hooks.values().removeIf(webhook -> webhook.gone(now()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("webhooks");
        hooks.values().forEach(webhook -> list.add(webhook.json(now())));
        return answer;
    }

    /**
     * Deletes a webhook and its payloads.
     *
     * @throws Refusal when there is none with this id
     */
    public void delete(String id) {
        existing(id);
        hooks.remove(id);
    }

    /**
     * Lets a webhook live seven days from now.
     *
     * @throws Refusal when there is none with this id
     */
    public ObjectNode refresh(String id) {
        Webhook webhook = existing(id);
        webhook.extend(now());
        return JsonNodeFactory.instance.objectNode().put("expirationTime", Timestamps.iso(webhook.expires()));
    }

    /**
     * Switches pings on or off.
     *
     * @throws Refusal when there is none with this id, or it has no URL to ping
     */
    public void enable(String id, JsonNode enable) {
        Webhook webhook = existing(id);
        if (!enable.isBoolean() || !webhook.hasUrl()) {
            throw Refusal.malformed();
        }
        webhook.notifying(enable.booleanValue());
    }

    /**
     * The payloads from a cursor on; reading them lets the webhook live on.
     *
     * @throws Refusal when there is no such webhook, or cursor or limit are out of range
     */
    public ObjectNode payloads(String id, String cursor, String limit) {
        Webhook webhook = existing(id);
        boolean numbers = cursor.matches("\\d{0,9}") && limit.matches("\\d{0,4}");
        if (!numbers || number(limit, 1) > MAX_PAYLOADS || number(limit, 1) < 1 || number(cursor, 1) < 1) {
            throw Refusal.malformed();
        }
        if (now().isBefore(webhook.expires())) {
            webhook.extend(now());
        }
        return webhook.read(number(cursor, 1), number(limit, MAX_PAYLOADS), now());
    }

    private static int number(String text, int otherwise) {
        return text.isEmpty() ? otherwise : Integer.parseInt(text);
    }

    private Webhook existing(String id) {
        return Optional.ofNullable(hooks.get(id))
                .filter(webhook -> !webhook.gone(now()))
                .orElseThrow(() -> new Refusal(404, "NOT_FOUND", ""));
    }

    /** Forgets every webhook. */
    public void clear() {
        hooks.clear();
    }
}
