package dev.basegram.bot.telegram;

import java.util.List;
import java.util.Map;

/**
 * What came of sending files.
 *
 * @param ids Telegram's ids of those sent, by their keys
 * @param refused those that could not be fetched, or that Telegram did not take
 */
public record SentFiles(Map<String, String> ids, List<OutgoingFile> refused) {
    /** Creates copies. */
    public SentFiles {
        ids = Map.copyOf(ids);
        refused = List.copyOf(refused);
    }
}
