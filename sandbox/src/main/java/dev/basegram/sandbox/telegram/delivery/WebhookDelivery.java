package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;

/**
 * Delivers updates to a webhook ({@code telegram-bot-api/WebhookActor.cpp}): one at a time from each queue and in its
 * order, different queues side by side, a failed one again after its back-off until its life is over. Guarded by the
 * {@link Mailbox}.
 */
final class WebhookDelivery {
    private static final long UNWELL_PAUSE_MILLIS = 2_000;

    private final Mailbox mailbox;
    private final UpdateQueue queue;
    private final Clock clock;
    private final Waits waits;
    private final Postman postman;
    private final RandomGenerator random;

    private final Set<String> underWay = new HashSet<>();
    private final Set<String> backingOff = new HashSet<>();
    private final Map<Integer, Integer> failures = new HashMap<>();
    private @Nullable WebhookSettings settings;
    private Postman.@Nullable Road road;
    private int generation;
    private WebhookHealth health;
    private long lastSentAt;

    WebhookDelivery(
            Mailbox mailbox, UpdateQueue queue, Clock clock, Waits waits, Postman postman, RandomGenerator random) {
        this.mailbox = mailbox;
        this.queue = queue;
        this.clock = clock;
        this.waits = waits;
        this.postman = postman;
        this.random = random;
        this.health = new WebhookHealth(waits.now());
    }

    @Nullable
    WebhookSettings settings() {
        return settings;
    }

    /** Changes the webhook; answers still to come to deliveries of the former one no longer count. */
    void use(@Nullable WebhookSettings changed) {
        if (road != null) {
            road.close();
        }
        generation++;
        underWay.clear();
        backingOff.clear();
        failures.clear();
        health = new WebhookHealth(waits.now());
        settings = changed;
        road = changed == null
                ? null
                : postman.open(changed.url(), changed.secretToken(), changed.maxConnections(), changed.certificate());
    }

    /** Sends what may be sent now. */
    void pump() {
        WebhookSettings current = settings;
        if (current == null) {
            return;
        }
        for (PendingUpdate head : queue.heads(2 * current.maxConnections(), clock.instant())) {
            if (underWay.size() >= current.maxConnections() || isHeldBack()) {
                return;
            }
            if (!underWay.contains(head.queue()) && !backingOff.contains(head.queue())) {
                send(head);
            }
        }
    }

    /** When nothing has succeeded for 10 s, one connection at a time is tried, and a new one each 2 s. */
    private boolean isHeldBack() {
        long now = waits.now();
        if (!health.isUnwell(now) || (underWay.isEmpty() && now >= lastSentAt + UNWELL_PAUSE_MILLIS)) {
            return false;
        }
        if (underWay.isEmpty()) {
            int ofThen = generation;
            waits.after(Duration.ofMillis(lastSentAt + UNWELL_PAUSE_MILLIS - now), () -> pumpLater(ofThen));
        }
        return true;
    }

    private void send(PendingUpdate update) {
        Postman.Road current = road;
        if (current == null) {
            return;
        }
        int ofThen = generation;
        underWay.add(update.queue());
        lastSentAt = waits.now();
        current.post(update.bytes(), outcome -> ended(update, ofThen, current, outcome));
    }

    private void ended(PendingUpdate update, int ofThen, Postman.Road used, Postman.Outcome outcome) {
        Postman.Reply toExecute = null;
        synchronized (mailbox) {
            if (ofThen != generation) {
                return;
            }
            underWay.remove(update.queue());
            if (outcome instanceof Postman.Reply reply && reply.isSuccess()) {
                succeeded(update);
                toExecute = reply;
            } else {
                failed(update, outcome);
            }
            pump();
        }
        if (toExecute != null) {
            used.execute(toExecute);
        }
    }

    private void succeeded(PendingUpdate update) {
        queue.forget(update);
        failures.remove(update.id());
        health.succeeded(waits.now());
    }

    private void failed(PendingUpdate update, Postman.Outcome outcome) {
        Instant now = clock.instant();
        Integer retryAfter = outcome instanceof Postman.Reply reply ? reply.retryAfter() : null;
        health.failed(outcome, now);
        if (health.isGone(now)) {
            use(null);
            return;
        }
        int count = failures.merge(update.id(), 1, Integer::sum);
        Duration delay = BackOff.delay(count, retryAfter, random);
        if (now.plus(delay).isAfter(update.expiresAt())) {
            queue.forget(update);
            failures.remove(update.id());
        } else {
            backOff(update.queue(), delay);
        }
    }

    private void backOff(String queueId, Duration delay) {
        if (delay.isZero()) {
            return;
        }
        int ofThen = generation;
        backingOff.add(queueId);
        waits.after(delay, () -> {
            synchronized (mailbox) {
                if (ofThen == generation) {
                    backingOff.remove(queueId);
                    pump();
                }
            }
        });
    }

    private void pumpLater(int ofThen) {
        synchronized (mailbox) {
            if (ofThen == generation) {
                pump();
            }
        }
    }

    ObjectNode info(int pending, AllowedUpdates allowed) {
        WebhookSettings current = settings;
        ObjectNode info = Json.object()
                .put("url", current == null ? "" : current.url())
                .put(
                        "has_custom_certificate",
                        current != null && !current.certificate().isEmpty())
                .put("pending_update_count", pending);
        if (current != null && current.shownAddress() != null) {
            info.put("ip_address", current.shownAddress());
        }
        health.putInto(info);
        if (current != null) {
            info.put("max_connections", current.maxConnections());
        }
        ArrayNode kinds = allowed.toJson();
        if (kinds != null) {
            info.set("allowed_updates", kinds);
        }
        return info;
    }
}
