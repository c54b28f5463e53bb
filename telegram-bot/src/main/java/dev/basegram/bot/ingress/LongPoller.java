package dev.basegram.bot.ingress;

import dev.basegram.bot.inbox.AcceptResult;
import dev.basegram.bot.inbox.Inbox;
import dev.basegram.bot.inbox.Source;
import dev.basegram.common.UpdateKind;
import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.smallrye.mutiny.subscription.Cancellable;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import java.time.Duration;
import java.util.List;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Asks Telegram for updates, round after round.
 *
 * <p>A round confirms, by its offset, what the rounds before have on disk, and nothing else. Whatever goes wrong in a round
 * becomes a pause before the next one; nothing ends the loop but {@link #stop}.
 */
final class LongPoller {
    private static final Logger LOG = Logger.getLogger(LongPoller.class);
    private static final int BATCH = 100;

    private final BotApi api;
    private final Inbox inbox;
    private final IngressTimes times;
    private final PollTroubles troubles;
    private final IngressStatus status;
    private volatile long offset;
    private volatile int limit = BATCH;
    private volatile int lastBatch;
    private @Nullable Cancellable loop;

    LongPoller(BotApi api, Inbox inbox, IngressTimes times, PollTroubles troubles, IngressStatus status) {
        this.api = api;
        this.inbox = inbox;
        this.times = times;
        this.troubles = troubles;
        this.status = status;
    }

    /** Begins to poll; does nothing while it polls already. */
    synchronized void start() {
        if (loop == null) {
            troubles.forget();
            loop = Multi.createBy()
                    .repeating()
                    .uni(() -> Uni.createFrom().deferred(this::round).onItem().call(LongPoller::sleep))
                    .indefinitely()
                    .subscribe()
                    .with(_ -> {}, failure -> LOG.error("Polling ended, which it never should", failure));
        }
    }

    synchronized boolean running() {
        return loop != null;
    }

    /**
     * Cuts the poll in flight and tells Telegram what is on disk, so that it is not delivered again; blocks for a few seconds at
     * most.
     */
    synchronized void stop() {
        if (loop == null) {
            return;
        }
        loop.cancel();
        loop = null;
        if (offset != 0) {
            // Its answer is of no interest: at worst the next start hears of these updates once more.
            BotApiAnswer answer = api.call("getUpdates", parameters(Duration.ZERO, 1), Duration.ofSeconds(3))
                    .await()
                    .atMost(Duration.ofSeconds(5));
            LOG.debugf("Confirmed up to %d: %s", offset, answer.problem());
        }
    }

    private static Uni<Void> sleep(Duration pause) {
        return pause.isZero()
                ? Uni.createFrom().voidItem()
                : Uni.createFrom().voidItem().onItem().delayIt().by(pause);
    }

    /** One round; the item is the pause before the next, and there is never a failure. */
    private Uni<Duration> round() {
        // The first poll, and one after trouble, comes back at once: so it is known soon whether all is well.
        boolean quick = status.view().lastPoll() == null || troubles.fresh();
        long start = System.nanoTime();
        return api.call("getUpdates", parameters(quick ? Duration.ZERO : times.poll(), limit), times.pollDeadline())
                .chain(this::take)
                .map(pause -> pause.isZero() && !quick ? notTooSoon(start) : pause)
                .onFailure()
                .recoverWithItem(failure -> {
                    LOG.error("A round of polling failed in a way it never should", failure);
                    return troubles.passing("a bug");
                });
    }

    /** Keeps a server that answers every poll at once from being asked thousands of times a second. */
    private Duration notTooSoon(long start) {
        boolean gaveNothing = lastBatch == 0 && times.poll().toMillis() > 1_000;
        return gaveNothing && System.nanoTime() - start < 200_000_000 ? Duration.ofMillis(500) : Duration.ZERO;
    }

    private JsonObject parameters(Duration timeout, int most) {
        var parameters = new JsonObject()
                .put("timeout", timeout.toSeconds())
                .put("limit", most)
                .put("allowed_updates", new JsonArray(UpdateKind.allowedUpdates()));
        return offset == 0 ? parameters : parameters.put("offset", offset);
    }

    private Uni<Duration> take(BotApiAnswer answer) {
        return switch (answer) {
            case BotApiAnswer.Ok(List<byte[]> updates, boolean whole) -> store(updates, whole);
            case BotApiAnswer.Unreadable _ -> {
                // Perhaps too much at once for what is between us.
                limit = Math.max(1, limit / 2);
                yield troubles.pauseAfter(answer);
            }
            default -> troubles.pauseAfter(answer);
        };
    }

    private Uni<Duration> store(List<byte[]> updates, boolean whole) {
        lastBatch = updates.size();
        if (updates.isEmpty()) {
            return Uni.createFrom().item(completed(whole));
        }
        List<Uni<AcceptResult>> offered =
                updates.stream().map(raw -> inbox.accept(raw, Source.POLLING)).toList();
        return Uni.join().all(offered).andCollectFailures().map(results -> confirm(updates, results, whole));
    }

    /** Moves the offset behind the updates that are on disk, up to the first that is not. */
    private Duration confirm(List<byte[]> updates, List<AcceptResult> results, boolean whole) {
        long before = offset;
        for (int i = 0; i < results.size(); i++) {
            switch (results.get(i)) {
                case AcceptResult.Accepted(var head) -> offset = head.updateId() + 1;
                case AcceptResult.Duplicate(var head) -> offset = head.updateId() + 1;
                case AcceptResult.Malformed(String reason) -> {
                    LOG.warnf("Telegram gave something that is no update; it is a dead letter: %s", reason);
                    offset = BrokenUpdate.id(updates.get(i)).orElse(offset - 1) + 1;
                }
                case AcceptResult.StoreUnavailable(String reason) -> {
                    return troubles.passing(reason);
                }
            }
        }
        status.received();
        return offset == before ? troubles.passing("nothing but updates without an id") : completed(whole);
    }

    private Duration completed(boolean whole) {
        if (!whole) {
            return troubles.passing("an answer that broke off");
        }
        limit = BATCH;
        troubles.forget();
        status.polled();
        return Duration.ZERO;
    }
}
