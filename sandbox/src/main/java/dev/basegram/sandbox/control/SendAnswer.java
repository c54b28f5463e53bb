package dev.basegram.sandbox.control;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * What came of an act.
 *
 * @param message the message that now stands in the chat, the last of an album; null when there is none
 * @param messages all of them
 * @param query the callback or inline query's id; a chat's {@code toasts} tell when the bot has answered it
 * @param updates the ids of the updates the bot gets for it; empty when it is not told
 */
@Schema(description = "What came of an act")
record SendAnswer(
        @Nullable @Schema(examples = "18") Integer message,
        List<Integer> messages,
        @Nullable @Schema(examples = "4382bfdwdsb323b2d9") String query,
        @Schema(examples = "[424242]") List<Integer> updates) {}
