package dev.basegram.bot.ingress;

import io.smallrye.mutiny.Uni;
import java.time.Duration;
import java.util.concurrent.Executor;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicInteger;
import org.jboss.logging.Logger;

/** What a poller does about each answer that is no success: how long it waits, and what it tells the operator. */
final class PollTroubles {
    private static final Logger LOG = Logger.getLogger(PollTroubles.class);
    private static final int LONGEST = 60;
    private static final int FIRST_AFTER_CONFLICT = 5;
    private static final int FIRST_AFTER_REFUSAL = 30;
    private static final int LONGEST_AFTER_REFUSAL = 300;

    private final Webhook webhook;
    private final IngressStatus status;
    private final Executor blocking;
    private final Duration unit;
    private final AtomicInteger inARow = new AtomicInteger();

    PollTroubles(Webhook webhook, IngressStatus status, Executor blocking, Duration unit) {
        this.webhook = webhook;
        this.status = status;
        this.blocking = blocking;
        this.unit = unit;
    }

    /** All is well again. */
    void forget() {
        inARow.set(0);
    }

    /** Tells whether the last round failed: the next one is then a short one, to learn soon whether all is well. */
    boolean fresh() {
        return inARow.get() > 0;
    }

    /** Returns the pause after a passing trouble: 1, 2, 4 … 60 s, up to half shorter by chance. */
    Duration passing(String problem) {
        return growing(1, LONGEST, problem);
    }

    Uni<Duration> pauseAfter(BotApiAnswer answer) {
        return switch (answer) {
            case BotApiAnswer.Refused(int code, String description, Duration _)
            when code == 409 && description.contains("ebhook") && !description.contains("other setWebhook") ->
                Uni.createFrom().item(this::clearWebhook).runSubscriptionOn(blocking);
            default -> Uni.createFrom().item(pause(answer));
        };
    }

    private Duration pause(BotApiAnswer answer) {
        if (!(answer instanceof BotApiAnswer.Refused(int code, String description, Duration retryAfter))) {
            return passing("Telegram: " + answer.problem());
        }
        return switch (code) {
            case 401, 404 -> {
                status.tokenRefused();
                yield growing(
                        FIRST_AFTER_REFUSAL,
                        LONGEST_AFTER_REFUSAL,
                        "Telegram refuses the token (%d): check TELEGRAM_BOT_TOKEN and TELEGRAM_API_URL"
                                .formatted(code));
            }
            case 409 ->
                growing(FIRST_AFTER_CONFLICT, LONGEST, "another program polls with this bot's token: " + description);
            case 429 -> retryAfter == null ? passing("Telegram: 429") : told(retryAfter, "Telegram: 429");
            default -> passing("Telegram: " + answer.problem());
        };
    }

    private Duration told(Duration retryAfter, String problem) {
        tell(problem);
        var _ = inARow.incrementAndGet();
        return retryAfter.plusMillis(ThreadLocalRandom.current().nextLong(500));
    }

    /** The pause in units: the first, then twice the last, up to the longest. */
    private Duration growing(int first, int longest, String problem) {
        tell(problem);
        long step = Math.min(longest, (long) first << Math.min(inARow.getAndIncrement(), 12)) * unit.toMillis();
        return Duration.ofMillis(step / 2 + ThreadLocalRandom.current().nextLong(step / 2 + 1));
    }

    private void tell(String problem) {
        if (status.troubled(problem)) {
            LOG.warnf("Polling: %s", problem);
        }
    }

    /** A webhook is set, so polls are refused: ours goes, somebody else's stays and is reported. */
    private Duration clearWebhook() {
        return switch (webhook.look()) {
            case Webhook.View.None _ -> passing("a webhook was set and removed");
            case Webhook.View.Ours _ -> {
                BotApiAnswer deleted = webhook.delete();
                LOG.infof("Our webhook gives way to polling %s", deleted.problem());
                yield deleted instanceof BotApiAnswer.Ok ? Duration.ZERO : pause(deleted);
            }
            case Webhook.View.Foreign(String host) -> {
                status.webhookIsForeign(host);
                yield growing(FIRST_AFTER_REFUSAL, LONGEST, foreign(host));
            }
            case Webhook.View.Unknown(BotApiAnswer answer) -> pause(answer);
        };
    }

    static String foreign(String host) {
        return ("the bot's webhook points to %s, which is not ours, so updates go there. If that is a mistake, remove it"
                        + " (deleteWebhook); Basegram never does")
                .formatted(host);
    }
}
