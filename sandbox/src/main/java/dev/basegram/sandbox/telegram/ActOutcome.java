package dev.basegram.sandbox.telegram;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** What came of a {@link PersonAct}. */
public sealed interface ActOutcome {
    /**
     * It happened.
     *
     * @param messageId the message that now stands in the chat; null when there is none
     * @param queryId the id of the callback or inline query; null when there is none
     * @param updateIds the updates that the bot gets for it; empty when it is not told, as with privacy mode in groups
     */
    record Done(@Nullable Integer messageId, @Nullable String queryId, List<Integer> updateIds) implements ActOutcome {}

    /**
     * Telegram's own app would not let the person do it.
     *
     * @param reason what was wrong and what to do
     */
    record Refused(String reason) implements ActOutcome {}
}
