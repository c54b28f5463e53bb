package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** How a webhook has been doing since it was set. Guarded by the {@link Mailbox}. */
final class WebhookHealth {
    private static final Duration GONE_LIMIT = Duration.ofHours(23);
    private static final long UNWELL_MILLIS = 10_000;

    private final long setAt;
    private long lastSuccessAt;
    private @Nullable Instant lastErrorAt;
    private String lastError = "";
    private @Nullable Instant goneSince;

    /** Creates the health of a webhook that is set now, in milliseconds of {@link Waits}. */
    WebhookHealth(long setAt) {
        this.setAt = setAt;
    }

    void succeeded(long atMillis) {
        lastSuccessAt = atMillis;
        goneSince = null;
    }

    void failed(Postman.Outcome outcome, Instant now) {
        lastErrorAt = now;
        switch (outcome) {
            case Postman.Reply reply -> {
                lastError = "Wrong response from the webhook: " + reply.status() + " " + reply.reason();
                goneSince = reply.status() != 410 ? null : goneSince == null ? now : goneSince;
            }
            case Postman.NoReply noReply -> {
                lastError = noReply.error();
                goneSince = null;
            }
        }
    }

    /** Says whether it has answered nothing but 410 for so long that it is given up. */
    boolean isGone(Instant now) {
        return goneSince != null && goneSince.plus(GONE_LIMIT).isBefore(now);
    }

    /** Says whether it has failed and nothing has succeeded for 10 s. */
    boolean isUnwell(long nowMillis) {
        return lastErrorAt != null && nowMillis > Math.max(setAt, lastSuccessAt) + UNWELL_MILLIS;
    }

    /** Puts the last error into a {@code WebhookInfo}. */
    void putInto(ObjectNode info) {
        if (lastErrorAt != null) {
            info.put("last_error_date", lastErrorAt.getEpochSecond()).put("last_error_message", lastError);
        }
    }
}
