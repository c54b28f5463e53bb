package dev.basegram.sandbox.airtable.hooks;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Timestamps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One subscription with the payloads it has collected. It lives seven days from its making, a refresh or a reading of
 * payloads; a payload lives seven days, and its number stays its own. Guarded by the base's lock.
 */
final class Webhook {
    static final Duration LIFE = Duration.ofDays(7);

    private final String id;
    private final @Nullable String notificationUrl;
    private final ObjectNode specification;
    private final byte[] secret;
    private final List<Payload> payloads = new ArrayList<>();
    private long nextNumber = 1;
    private Instant expires;
    private boolean notifying;
    private boolean broken;
    private @Nullable JsonNode lastResult;
    private @Nullable Instant lastSuccess;

    private record Payload(long number, Instant at, JsonNode json) {}

    Webhook(String id, @Nullable String notificationUrl, ObjectNode specification, byte[] secret, Instant now) {
        this.id = id;
        this.notificationUrl = notificationUrl;
        this.specification = specification;
        this.secret = secret.clone();
        this.expires = now.plus(LIFE);
        this.notifying = notificationUrl != null;
    }

    String id() {
        return id;
    }

    ObjectNode specification() {
        return specification;
    }

    byte[] secret() {
        return secret.clone();
    }

    Instant expires() {
        return expires;
    }

    void extend(Instant now) {
        expires = now.plus(LIFE);
    }

    /** Whether it still collects; a broken one looks healthy from outside and does not. */
    boolean collects(Instant now) {
        return !broken && now.isBefore(expires);
    }

    /** Seven days after its end even its payloads are gone. */
    boolean gone(Instant now) {
        return now.isAfter(expires.plus(LIFE));
    }

    void collect(JsonNode payload, Instant now) {
        payloads.add(new Payload(nextNumber++, now, payload));
        payloads.removeIf(old -> old.at().isBefore(now.minus(LIFE)));
    }

    /** Ends it for good, leaving a payload that says why. */
    void breakDown(String code, Instant now) {
        ObjectNode error = JsonNodeFactory.instance
                .objectNode()
                .put("timestamp", Timestamps.iso(now))
                .put("payloadFormat", "v0")
                .put("error", true)
                .put("code", code);
        collect(error, now);
        broken = true;
    }

    /** The payloads from a number on; {@code cursor} is the number to ask for next. */
    ObjectNode read(long from, int limit, Instant now) {
        payloads.removeIf(old -> old.at().isBefore(now.minus(LIFE)));
        List<Payload> later =
                payloads.stream().filter(payload -> payload.number() >= from).toList();
        List<Payload> page = later.subList(0, Math.min(limit, later.size()));
        ObjectNode answer = JsonNodeFactory.instance.objectNode();
        var list = answer.putArray("payloads");
        page.forEach(payload -> list.add(payload.json()));
        long next = page.isEmpty() ? Math.max(from, 1) : page.getLast().number() + 1;
        return answer.put("cursor", Math.min(next, nextNumber)).put("mightHaveMore", later.size() > page.size());
    }

    /** Where to ping; empty when nowhere or switched off. */
    Optional<String> pingUrl() {
        return notifying ? Optional.ofNullable(notificationUrl) : Optional.empty();
    }

    void notifying(boolean on) {
        notifying = on;
    }

    boolean hasUrl() {
        return notificationUrl != null;
    }

    void pinged(JsonNode result, boolean success, Instant at) {
        lastResult = result;
        lastSuccess = success ? at : lastSuccess;
    }

    /** As the list of webhooks shows it. */
    ObjectNode json(Instant now) {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id);
        json.set("specification", specification);
        json.put("notificationUrl", notificationUrl)
                .put("cursorForNextPayload", nextNumber)
                .put("areNotificationsEnabled", notifying)
                .put("isHookEnabled", now.isBefore(expires))
                .put("expirationTime", Timestamps.iso(expires))
                .put("lastSuccessfulNotificationTime", lastSuccess == null ? null : Timestamps.iso(lastSuccess));
        json.set("lastNotificationResult", lastResult == null ? JsonNodeFactory.instance.nullNode() : lastResult);
        return json;
    }
}
