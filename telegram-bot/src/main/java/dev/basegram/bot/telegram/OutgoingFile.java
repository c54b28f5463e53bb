package dev.basegram.bot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * A file to send: by Telegram's own id where it was sent before, else by its bytes.
 *
 * @param key what the file is known by outside Telegram, to remember its id under
 * @param name shown to the person
 * @param picture whether to show it as a picture
 * @param fileId Telegram's id; null where it was never sent
 * @param bytes the contents; null where the id is known
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record OutgoingFile(
        String key, String name, boolean picture, @Nullable String fileId, byte @Nullable [] bytes) {
    /** The largest picture a bot may send as such, in bytes; a larger one goes as a document. */
    public static final long MAX_PICTURE = 10L << 20;

    /** The largest file a bot may send, in bytes. */
    public static final long MAX_FILE = 50L << 20;

    /** Leaves the bytes out. */
    @Override
    public String toString() {
        return "OutgoingFile[" + key + "]";
    }
}
