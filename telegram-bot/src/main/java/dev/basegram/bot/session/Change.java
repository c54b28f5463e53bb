package dev.basegram.bot.session;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A change that can still be taken back, or a deletion that waits.
 *
 * @param id 1–16 characters of {@code 0-9a-z}
 * @param session whose, and where they were told
 * @param state what is needed to take it back; the chat's business
 * @param dueAt when a deletion is to be carried out; null for what is done already
 */
public record Change(
        String id,
        SessionKey session,
        Kind kind,
        String table,
        String record,
        String state,
        Instant madeAt,
        @Nullable Instant dueAt) {
    /** What was done. */
    public enum Kind {
        /** A record was created. */
        CREATED,
        /** A field was changed. */
        UPDATED,
        /** A record is to be deleted. */
        DELETING
    }
}
