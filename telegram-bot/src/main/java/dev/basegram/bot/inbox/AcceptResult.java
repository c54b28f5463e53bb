package dev.basegram.bot.inbox;

import dev.basegram.common.UpdateHead;

/** What came of offering an update to the inbox. */
public sealed interface AcceptResult {
    /** The update is on disk; it will be handled, or dropped when it can no longer matter. */
    record Accepted(UpdateHead head) implements AcceptResult {}

    /** Its id is known from the last 48 hours; nothing was stored. */
    record Duplicate(UpdateHead head) implements AcceptResult {}

    /** Not an update. It is on disk as a dead letter, so that nobody need offer it again. */
    record Malformed(String reason) implements AcceptResult {}

    /** Nothing was stored, or it is unknown whether; offer it again later. */
    record StoreUnavailable(String reason) implements AcceptResult {}
}
