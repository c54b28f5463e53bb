package dev.basegram.webhook.forward;

import dev.basegram.common.UpdateHead;
import dev.basegram.webhook.WebhookConfig;
import java.time.Duration;
import java.time.Instant;

/**
 * How long an update is held while the bot does not take it.
 *
 * <p>Long enough that a restart of the bot passes unseen, short enough that the answer still reaches Telegram (60 s) and that
 * an answer to a press still reaches the person. A kind that lives for seconds is held for a tenth of its life, so that
 * Telegram can try again within it.
 *
 * @param dayLong for kinds that live for a day
 * @param shortLived the most for all others
 */
record Patience(Duration dayLong, Duration shortLived) {
    private static final int SHARE_OF_LIFE = 10;

    static Patience of(WebhookConfig.Forward config) {
        return new Patience(config.patience(), config.pressPatience());
    }

    /** Returns the time to hold it, zero for one that no longer matters: it is still offered to the bot once. */
    Duration of(UpdateHead head, Instant received) {
        Duration most = head.kind().livesForADay()
                ? dayLong
                : shorter(shortLived, head.kind().lifetime().dividedBy(SHARE_OF_LIFE));
        return shorter(most, head.lifeLeft(received, received));
    }

    private static Duration shorter(Duration a, Duration b) {
        return a.compareTo(b) <= 0 ? a : b;
    }
}
