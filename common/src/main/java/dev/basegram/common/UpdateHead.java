package dev.basegram.common;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What intake needs to know of an update before anyone handles it.
 *
 * @param updateId Telegram's id; may fall after a quiet week, so equal is all that ids can be compared for
 * @param kind the kind of update
 * @param chatId the chat it happened in; null where there is none (an inline query)
 * @param threadId the forum topic within the chat; null outside topics
 * @param personId who caused it; null for an anonymous one (a channel post)
 * @param businessConnectionId the business connection it came over; null for the bot's own chats
 * @param date when Telegram says it happened: an edit's own date for an edited message; null for kinds that carry no date
 */
public record UpdateHead(
        long updateId,
        UpdateKind kind,
        @Nullable Long chatId,
        @Nullable Long threadId,
        @Nullable Long personId,
        @Nullable String businessConnectionId,
        @Nullable Instant date) {

    /**
     * Returns when this update stops mattering.
     *
     * @param received when we first saw it: the start of the life of a kind that carries no date
     */
    public Instant expiresAt(Instant received) {
        return birth(received).plus(kind.lifetime());
    }

    /** Returns the life that is left at {@code now}, zero when it is over. */
    public Duration lifeLeft(Instant received, Instant now) {
        Duration left = Duration.between(now, expiresAt(received));
        return left.isNegative() ? Duration.ZERO : left;
    }

    private Instant birth(Instant received) {
        // A message ages from its date, an edited one from its edit (UpdateReader gives that date): an edit of last
        // year's message is news. A date in our future is a clock apart and buys no extra life.
        return kind.livesForADay()
                ? Optional.ofNullable(date).filter(d -> d.isBefore(received)).orElse(received)
                : received;
    }

    /** Returns the key of the lane that keeps this person's updates in this chat in order. */
    public String lane() {
        return "%s/%s/%s/%s"
                .formatted(
                        businessConnectionId == null ? "" : businessConnectionId,
                        chatId == null ? "" : chatId,
                        threadId == null ? "" : threadId,
                        personId == null ? "" : personId);
    }
}
