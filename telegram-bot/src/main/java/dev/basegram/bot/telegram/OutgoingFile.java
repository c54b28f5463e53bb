package dev.basegram.bot.telegram;

import java.net.URI;

/**
 * A file to send.
 *
 * @param key what the file is known by outside Telegram, to remember Telegram's id of it under; empty where it is not worth it
 * @param name shown to the person
 * @param kind how it is shown
 * @param content where its bytes come from
 */
public record OutgoingFile(String key, String name, Kind kind, Content content) {
    /** The largest picture a bot may send as such, in bytes; a larger one goes as a document. */
    public static final long MAX_PICTURE = 10L << 20;

    /** The largest file a bot may send, in bytes. */
    public static final long MAX_FILE = 50L << 20;

    /** How a file is shown (core.telegram.org/bots/api#inputmedia). */
    public enum Kind {
        /** As a picture. */
        PHOTO,
        /** As a video that plays. */
        VIDEO,
        /** As music. */
        AUDIO,
        /** As a file. */
        DOCUMENT;

        /** Returns how a file of this type is best shown. */
        public static Kind of(String mimeType, long size) {
            return switch (mimeType) {
                case "image/jpeg", "image/png", "image/webp", "image/bmp" -> size <= MAX_PICTURE ? PHOTO : DOCUMENT;
                case "video/mp4" -> VIDEO;
                case "audio/mpeg", "audio/mp4", "audio/x-m4a" -> AUDIO;
                default -> DOCUMENT;
            };
        }

        /** Tells whether the two may stand in one album: pictures and videos mix, files and music keep to themselves. */
        boolean mixesWith(Kind other) {
            return isSeen() == other.isSeen() && (isSeen() || this == other);
        }

        boolean isSeen() {
            return this == PHOTO || this == VIDEO;
        }
    }

    /** Where bytes come from. */
    public sealed interface Content {
        /** Telegram has them. */
        record Known(String fileId) implements Content {}

        /**
         * They are fetched while they are sent, and never held.
         *
         * @param size in bytes, exactly
         */
        record At(URI source, long size) implements Content {
            @Override
            public String toString() {
                return "At[" + size + " bytes]"; // who holds the address can fetch the file
            }
        }

        /** A text of ours. */
        record Text(String text) implements Content {}
    }

    /** Returns the file shown otherwise. */
    OutgoingFile as(Kind other) {
        return new OutgoingFile(key, name, other, content);
    }
}
