package dev.basegram.sandbox.telegram.files;

import java.util.Locale;
import java.util.Optional;

/** The kinds of files in messages. */
public enum MediaKind {
    /** A picture that Telegram recodes and scales. */
    PHOTO("photos", "AgAC", ".jpg", "image/jpeg", 10),
    /** A file as it is. */
    DOCUMENT("documents", "BQAC", ".bin", "application/octet-stream", 50),
    /** Music. */
    AUDIO("music", "CQAC", ".mp3", "audio/mpeg", 50),
    /** A film. */
    VIDEO("videos", "BAAC", ".mp4", "video/mp4", 50),
    /** A spoken message. */
    VOICE("voice", "AwAC", ".oga", "audio/ogg", 50),
    /** A soundless film that loops. */
    ANIMATION("animations", "CgAC", ".mp4", "video/mp4", 50),
    /** A round film. */
    VIDEO_NOTE("video_notes", "DQAC", ".mp4", "video/mp4", 50),
    /** A sticker. */
    STICKER("stickers", "CAAC", ".webp", "image/webp", 50);

    private final String folder;
    private final String idPrefix;
    private final String extension;
    private final String mimeType;
    private final int maxMegabytes;

    MediaKind(String folder, String idPrefix, String extension, String mimeType, int maxMegabytes) {
        this.folder = folder;
        this.idPrefix = idPrefix;
        this.extension = extension;
        this.mimeType = mimeType;
        this.maxMegabytes = maxMegabytes;
    }

    /** Returns the field of {@code Message}, such as {@code video_note}. */
    public String field() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Returns the kind of that field; empty for anything else. */
    public static Optional<MediaKind> of(String field) {
        for (MediaKind kind : values()) {
            if (kind.field().equals(field)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Returns the MIME type of one that does not say. */
    public String mimeType() {
        return mimeType;
    }

    /** Returns how many bytes a bot may send. */
    long maxBytes() {
        return maxMegabytes * 1024L * 1024L;
    }

    String folder() {
        return folder;
    }

    String idPrefix() {
        return idPrefix;
    }

    String extension() {
        return extension;
    }
}
