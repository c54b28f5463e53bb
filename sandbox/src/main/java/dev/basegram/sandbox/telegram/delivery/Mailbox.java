package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A bot's updates and the two roads by which it may get them. One monitor guards queue, poll and webhook together, since
 * each switch of road must see all three.
 */
public final class Mailbox {
    private static final long WEBHOOK_PAUSE_MILLIS = 1_000;

    private final Clock clock;
    private final Waits waits;
    private final UpdateQueue queue;
    private final LongPolls polls;
    private final WebhookDelivery delivery;
    private AllowedUpdates allowed = AllowedUpdates.DEFAULT;
    private long nextSetWebhookAt;

    /**
     * Creates an empty mailbox.
     *
     * @param postman what sends deliveries
     */
    public Mailbox(Clock clock, Waits waits, long seed, Postman postman) {
        SeededIds ids = new SeededIds(seed);
        this.clock = clock;
        this.waits = waits;
        this.queue = new UpdateQueue(ids.firstUpdateId());
        this.polls = new LongPolls(this, queue, clock, waits);
        this.delivery = new WebhookDelivery(this, queue, clock, waits, postman, ids.random());
    }

    /**
     * Puts an update on its way, unless the bot does not want its kind.
     *
     * @return its id; empty when it is not wanted or did not fit
     */
    public synchronized OptionalInt add(UpdateKind kind, ObjectNode content) {
        if (!allowed.allows(kind)) {
            return OptionalInt.empty();
        }
        ObjectNode update = Json.object();
        update.set(kind.wireName(), content);
        return addAnyway(update, kind.wireName());
    }

    /** Puts a whole update on its way as it is; {@code update_id} is filled in when it is missing. */
    public synchronized OptionalInt addRaw(ObjectNode update) {
        String kind = "";
        for (var field : update.properties()) {
            if (!field.getKey().equals("update_id")) {
                kind = field.getKey();
                break;
            }
        }
        return addAnyway(update, kind);
    }

    private OptionalInt addAnyway(ObjectNode update, String kind) {
        Instant born = clock.instant();
        if (UpdateKind.isDatedByMessage(kind) && update.path(kind).path("date").isIntegralNumber()) {
            born = Instant.ofEpochSecond(update.path(kind).path("date").asLong());
        }
        Duration lifetime = UpdateKind.lifetime(kind);
        OptionalInt id = queue.add(update, kind, born.plus(lifetime));
        polls.updateCame();
        delivery.pump();
        return id;
    }

    /**
     * Answers {@code getUpdates}, at once or when there is something.
     *
     * @return what gives the poll up when its connection is gone
     */
    public synchronized Runnable getUpdates(Params params, Consumer<Answer> reply) {
        if (delivery.settings() != null) {
            polls.conflict(
                    "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first",
                    reply);
            return () -> {};
        }
        allowed = allowed.after(params);
        return polls.poll(params, reply);
    }

    /** Answers {@code setWebhook}. */
    public synchronized Answer setWebhook(Params params) {
        if (!params.has("url")) {
            return deleteWebhook(params);
        }
        long now = waits.now();
        if (now < nextSetWebhookAt) {
            throw Refusal.tooManyRequests(1);
        }
        nextSetWebhookAt = now + WEBHOOK_PAUSE_MILLIS;
        WebhookSettings settings = WebhookSettings.of(params);
        boolean drop = params.flag("drop_pending_updates");
        boolean unchanged =
                settings.equals(delivery.settings()) && settings.certificate().isEmpty() && !drop;
        allowed = allowed.after(params);
        if (unchanged) {
            return described("Webhook is already set");
        }
        switchTo(settings, drop);
        return described("Webhook was set");
    }

    /** Answers {@code deleteWebhook}. */
    public synchronized Answer deleteWebhook(Params params) {
        boolean drop = params.flag("drop_pending_updates");
        allowed = allowed.after(params);
        if (delivery.settings() == null && !drop) {
            return described("Webhook is already deleted");
        }
        switchTo(null, drop);
        return described("Webhook was deleted");
    }

    /** Points updates at a URL without the checks of {@code setWebhook}; null goes back to polling. */
    public synchronized void pointAt(@Nullable String url, @Nullable String secretToken) {
        switchTo(url == null ? null : WebhookSettings.unchecked(url, secretToken), false);
    }

    /** Returns the {@code WebhookInfo}. */
    public synchronized ObjectNode webhookInfo() {
        return delivery.info(queue.size(clock.instant()), allowed);
    }

    /** Lets the next update have an id, lower than the last if wanted, as soon as nothing is pending. */
    public synchronized void requestNextId(int id) {
        queue.requestNextId(id);
    }

    /** Returns {@code webhook}, {@code polling} or {@code idle}. */
    public synchronized String mode() {
        if (delivery.settings() != null) {
            return "webhook";
        }
        return polls.isLively() ? "polling" : "idle";
    }

    /** Forgets everything and lets a held poll go with an empty answer. */
    public synchronized void close() {
        polls.release();
        delivery.use(null);
        queue.clear();
    }

    private void switchTo(@Nullable WebhookSettings settings, boolean drop) {
        polls.terminate("terminated by setWebhook request");
        if (drop) {
            queue.clear();
        }
        delivery.use(settings);
        delivery.pump();
    }

    private static Answer described(String description) {
        return new Answer.Ok(Json.object().booleanNode(true), description);
    }

    /** Returns the updates' answer, as of {@code getUpdates}. */
    static Answer answer(List<ObjectNode> updates) {
        return Answer.ok(Json.array().addAll(updates));
    }
}
