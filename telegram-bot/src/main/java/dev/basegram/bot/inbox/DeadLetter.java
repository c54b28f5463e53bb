package dev.basegram.bot.inbox;

import java.time.Instant;
import java.util.OptionalLong;

/**
 * An update that was given up, as an operator sees it; its body stays in the store.
 *
 * @param reference the short name that the person was told
 * @param updateId Telegram's id; empty for an update so broken that it had none
 * @param kind the update's kind
 * @param reason why it was given up
 * @param attempts how often it was tried
 */
public record DeadLetter(
        String reference,
        OptionalLong updateId,
        String kind,
        String reason,
        int attempts,
        Instant receivedAt,
        Instant diedAt) {}
