package dev.basegram.webhook.door;

import dev.basegram.common.LogThrottle;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import org.jboss.logging.Logger;

/** Says what the door refuses, at most once a minute for each cause: Telegram repeats a refused update for a day. */
@Singleton
class RefusalLog {
    private static final Logger LOG = Logger.getLogger(TelegramWebhook.class);
    private static final Duration PAUSE = Duration.ofMinutes(1);

    private final LogThrottle wrongSecret;
    private final LogThrottle malformed;

    RefusalLog(Clock clock) {
        wrongSecret = new LogThrottle(clock, PAUSE);
        malformed = new LogThrottle(clock, PAUSE);
    }

    /** Logs a request to the Telegram webhook without a secret of ours. */
    void wrongSecret() {
        wrongSecret.event(held -> LOG.warnf(
                "Refused a request to /telegram/webhook without the right secret (%d more). If Telegram sent it, the webhook was"
                        + " set with another BASEGRAM_SECRET: restart the bot to set it anew",
                held));
    }

    /** Logs a body that is not an update although it came with the right secret. */
    void malformed(String reason) {
        malformed.event(held -> LOG.warnf("Refused a body that is not an update: %s (%d more)", reason, held));
    }
}
