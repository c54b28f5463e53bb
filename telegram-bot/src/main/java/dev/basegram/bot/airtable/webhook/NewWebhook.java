package dev.basegram.bot.airtable.webhook;

import java.time.Instant;

/**
 * A webhook just made.
 *
 * @param id which
 * @param macSecret base64; told this once only, and kept out of {@link #toString}
 * @param expiresAt seven days from now, unless refreshed or read
 */
public record NewWebhook(WebhookId id, String macSecret, Instant expiresAt) {
    /** Leaves the secret out. */
    @Override
    public String toString() {
        return "NewWebhook[" + id + ", expiresAt=" + expiresAt + "]";
    }
}
