package dev.basegram.bot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A file that a person sent.
 *
 * @param fileId Telegram's id to fetch it by, valid for this bot only
 * @param name a file name with an extension, made up where Telegram gives none
 * @param mimeType its type as the sender's app says
 * @param size in bytes; null when Telegram does not tell
 */
public record SentFile(
        String fileId,
        String name,
        String mimeType,
        @Nullable Long size) {
    /** The largest file a bot can fetch, in bytes (core.telegram.org/bots/api#getfile). */
    public static final long MAX_FETCH = 20L << 20;

    /** Tells whether the file is known to be too large for a bot to fetch. */
    public boolean isTooLarge() {
        return size != null && size > MAX_FETCH;
    }
}
