package dev.basegram.bot.ingress;

import dev.basegram.bot.config.IngressMode;
import dev.basegram.bot.ingress.IngressStatus.Road;
import dev.basegram.bot.ingress.WebhookTender.Health;
import dev.basegram.bot.store.ProcessLease;
import dev.basegram.bot.store.StoreUnavailableException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * Sees to it that updates come in by the road that was asked for, or by the one that works.
 *
 * <p>Of all processes of this bot only the one that holds the lease does anything here. All of it happens on one virtual thread,
 * which looks around every few seconds.
 */
final class Ingress {
    private static final Logger LOG = Logger.getLogger(Ingress.class);
    private static final String DOOR_SHUT = "the webhook-server is not ready";

    private final IngressMode asked;
    private final ProcessLease lease;
    private final LongPoller poller;
    private final WebhookTender tender;
    private final BooleanSupplier doorIsReady;
    private final IngressStatus status;
    private final IngressTimes times;
    private final Clock clock;
    private final CountDownLatch stop = new CountDownLatch(1);
    private Instant tryWebhookAt;
    private int failures;
    private int doorShut;
    private @Nullable Thread thread;

    Ingress(
            IngressMode asked,
            ProcessLease lease,
            LongPoller poller,
            WebhookTender tender,
            BooleanSupplier doorIsReady,
            IngressStatus status,
            IngressTimes times,
            Clock clock) {
        this.asked = asked;
        this.lease = lease;
        this.poller = poller;
        this.tender = tender;
        this.doorIsReady = doorIsReady;
        this.status = status;
        this.times = times;
        this.clock = clock;
        this.tryWebhookAt = clock.instant();
    }

    void start() {
        thread = Thread.ofVirtual().name("ingress").start(this::work);
    }

    /** Takes nothing further from Telegram: ends the poll, and leaves the webhook as it is. Blocks for some seconds at most. */
    void stop() {
        stop.countDown();
        if (thread != null) {
            try {
                var _ = thread.join(Duration.ofSeconds(15));
            } catch (InterruptedException _) {
                Thread.currentThread().interrupt();
            }
        }
    }

    private void work() {
        try {
            do {
                step();
            } while (!stop.await(times.look().toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException _) {
            LOG.debug("Interrupted");
        } finally {
            leave();
        }
    }

    private void leave() {
        poller.stop();
        try {
            lease.release();
        } catch (StoreUnavailableException e) {
            LOG.debugf("The lease ends by itself: %s", e.getMessage());
        }
    }

    private void step() {
        try {
            if (!lease.hold()) {
                poller.stop();
                status.takes(Road.STANDBY);
                return;
            }
            switch (asked) {
                case POLLING -> poll();
                case WEBHOOK -> keepWebhook();
                case AUTO -> chooseRoad();
            }
        } catch (RuntimeException e) {
            // The poller, if it runs, goes on; what failed is looked at again in a few seconds.
            LOG.warnf("The ingress could not be looked after: %s", e.getMessage());
        }
    }

    private void poll() {
        if (!poller.running()) {
            status.takes(Road.POLLING);
            poller.start();
        }
    }

    private void keepWebhook() {
        if (status.view().road() == Road.WEBHOOK) {
            if (tender.look() == Health.FOREIGN) {
                status.takes(Road.NONE);
                postpone();
            }
        } else if (!clock.instant().isBefore(tryWebhookAt)) {
            if (!setWebhook()) {
                postpone(Duration.ofSeconds(1), Duration.ofSeconds(60));
            }
        }
    }

    private boolean setWebhook() {
        boolean set = tender.set() == Health.GOOD;
        if (set) {
            status.takes(Road.WEBHOOK);
            failures = 0;
        }
        return set;
    }

    private void chooseRoad() {
        if (status.view().road() == Road.WEBHOOK) {
            watchWebhook();
        } else if (clock.instant().isBefore(tryWebhookAt)) {
            poll();
        } else if (!doorIsReady.getAsBoolean()) {
            status.webhookFails(DOOR_SHUT);
            poll();
        } else {
            poller.stop();
            if (!setWebhook()) {
                postpone();
                poll();
            }
        }
    }

    private void watchWebhook() {
        doorShut = doorIsReady.getAsBoolean() ? 0 : doorShut + 1;
        boolean shut = times.look().multipliedBy(doorShut).compareTo(times.trouble()) >= 0;
        Health health = tender.look();
        if (shut || health == Health.BROKEN || health == Health.FOREIGN) {
            if (shut) {
                status.webhookFails(DOOR_SHUT);
            }
            LOG.warnf("Back to polling: %s", shut ? DOOR_SHUT : "the webhook does not work");
            doorShut = 0;
            postpone();
            poll();
        } else if (wellForLong()) {
            failures = 0;
        }
    }

    private boolean wellForLong() {
        return clock.instant().isAfter(status.view().since().plus(times.longestRetry()));
    }

    private void postpone() {
        postpone(times.retry(), times.longestRetry());
    }

    private void postpone(Duration first, Duration longest) {
        long pause = Math.min(longest.toMillis(), first.toMillis() << Math.min(failures, 10));
        failures++;
        tryWebhookAt = clock.instant().plusMillis(pause);
    }
}
