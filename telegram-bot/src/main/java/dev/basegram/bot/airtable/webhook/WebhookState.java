package dev.basegram.bot.airtable.webhook;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A webhook as Airtable lists it.
 *
 * @param id which
 * @param notificationUrl where it pings; null for none
 * @param notifying whether it pings; after too many failed pings it does not
 * @param healthy whether it is enabled; one that is not never gives a payload again
 * @param expiresAt when it ends; null for never
 * @param nextCursor the number its next payload will have
 */
public record WebhookState(
        WebhookId id,
        @Nullable String notificationUrl,
        boolean notifying,
        boolean healthy,
        @Nullable Instant expiresAt,
        long nextCursor) {}
