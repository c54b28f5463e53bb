package dev.basegram.bot.ingress;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Sets our webhook, looks after it, and tells when it does not work. Blocks: for the ingress's own thread. */
final class WebhookTender {
    private static final Logger LOG = Logger.getLogger(WebhookTender.class);

    private final Webhook webhook;
    private final IngressStatus status;
    private final IngressTimes times;
    private final Clock clock;
    private @Nullable Instant setAt;
    private @Nullable Instant troubledSince;

    /** What a look at the webhook came to. */
    enum Health {
        /** It is ours and set. */
        GOOD,
        /** Deliveries fail, or have for too short a time to act on. */
        ILL,
        /** Deliveries have failed for so long that another road should be taken. */
        BROKEN,
        /** It points elsewhere. */
        FOREIGN
    }

    WebhookTender(Webhook webhook, IngressStatus status, IngressTimes times, Clock clock) {
        this.webhook = webhook;
        this.status = status;
        this.times = times;
        this.clock = clock;
    }

    /** Sets the webhook unless somebody else's is there. */
    Health set() {
        Webhook.View before = webhook.look();
        if (before instanceof Webhook.View.Foreign(String host)) {
            return foreign(host);
        }
        if (before instanceof Webhook.View.Unknown(BotApiAnswer answer)) {
            return ill("Telegram: " + answer.problem());
        }
        BotApiAnswer answer = webhook.set();
        if (!(answer instanceof BotApiAnswer.Ok)) {
            return ill("the webhook cannot be set: " + answer.problem());
        }
        setAt = clock.instant();
        troubledSince = null;
        status.webhookWorks();
        LOG.infof("Telegram calls %s now", webhook.url().orElse(""));
        return Health.GOOD;
    }

    /** Looks at the webhook that was set, and sets it again if somebody removed it. */
    Health look() {
        return switch (webhook.look()) {
            case Webhook.View.None _ -> set();
            case Webhook.View.Foreign(String host) -> foreign(host);
            case Webhook.View.Unknown(BotApiAnswer answer) -> {
                // Telegram cannot be asked, which says nothing of its deliveries.
                LOG.debugf("The webhook cannot be looked at: %s", answer.problem());
                yield Health.GOOD;
            }
            case Webhook.View.Ours ours -> judge(ours);
        };
    }

    private Health judge(Webhook.View.Ours ours) {
        Instant now = clock.instant();
        // Telegram keeps the last error until the next setWebhook, so an old one says nothing of now.
        boolean failing = ours.pending() > 0
                && ours.lastError() != null
                && ours.lastError().isAfter(now.minus(times.trouble().multipliedBy(3)))
                && (setAt == null || !ours.lastError().isBefore(setAt.minusSeconds(1)));
        boolean stuck = ours.pending() > 0 && quietFor(now).compareTo(times.trouble()) > 0;
        if (!failing && !stuck) {
            troubledSince = null;
            status.well();
            status.webhookWorks();
            return Health.GOOD;
        }
        Instant began = troubledSince == null ? now : troubledSince;
        troubledSince = began;
        var _ = ill("%d updates wait, and Telegram says of our webhook: %s"
                .formatted(ours.pending(), ours.lastErrorMessage().isEmpty() ? "nothing" : ours.lastErrorMessage()));
        return Duration.between(began, now).compareTo(times.trouble()) >= 0 ? Health.BROKEN : Health.ILL;
    }

    /** How long no update has come since the webhook was set. */
    private Duration quietFor(Instant now) {
        Instant last = status.view().lastUpdate();
        Instant from = setAt != null && (last == null || last.isBefore(setAt)) ? setAt : last;
        return from == null ? Duration.ZERO : Duration.between(from, now);
    }

    private Health foreign(String host) {
        var _ = ill(PollTroubles.foreign(host));
        status.webhookIsForeign(host);
        return Health.FOREIGN;
    }

    private Health ill(String problem) {
        status.webhookFails(problem);
        if (status.troubled(problem)) {
            LOG.warnf("Webhook: %s", problem);
        }
        return Health.ILL;
    }
}
