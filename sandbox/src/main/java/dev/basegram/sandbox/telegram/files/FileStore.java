package dev.basegram.sandbox.telegram.files;

import io.vertx.core.buffer.Buffer;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** A bot's files by id and by path. Ids are the bot's own: another bot's mean nothing to it. Guarded by the bot. */
public final class FileStore {
    private static final Duration LINK_LIFETIME = Duration.ofHours(1);

    private final Clock clock;
    private final Map<String, StoredMedia> byId = new HashMap<>();
    private final Map<String, StoredMedia> byPath = new HashMap<>();
    private final Map<String, Instant> links = new HashMap<>();
    private final long salt;
    private int count;

    /** Creates an empty store, whose ids differ from those of a store with another salt. */
    public FileStore(Clock clock, long salt) {
        this.clock = clock;
        this.salt = salt;
    }

    /** Keeps a file, and gives it its ids and path. */
    public StoredMedia add(MediaKind kind, String name, String mimeType, Buffer content, long size) {
        int number = count++;
        String path = kind.folder() + "/file_" + number + extension(name, kind);
        StoredMedia media = new StoredMedia(
                fileId(kind, number), uniqueId(kind, content), kind, name, mimeType, content, size, path);
        byId.put(media.fileId(), media);
        byPath.put(path, media);
        return media;
    }

    /** Returns a file by its {@code file_id}. */
    public Optional<StoredMedia> byId(String fileId) {
        return Optional.ofNullable(byId.get(fileId));
    }

    /** Makes the link of a file good for an hour from now. */
    public void link(StoredMedia media) {
        links.put(media.path(), clock.instant().plus(LINK_LIFETIME));
    }

    /** Returns a file by its path, if its link is still good. */
    public Optional<StoredMedia> byLink(String path) {
        Instant until = links.get(path);
        return until == null || clock.instant().isAfter(until)
                ? Optional.empty()
                : Optional.ofNullable(byPath.get(path));
    }

    private String fileId(MediaKind kind, int number) {
        byte[] bytes = ByteBuffer.allocate(36)
                .putInt(0x02020001)
                .putLong(salt * 2_654_435_761L)
                .putInt(number)
                .putLong(number * 0x9E3779B97F4A7C15L + salt)
                .putLong(Long.rotateLeft(number + salt, 29))
                .putInt(number ^ 0x5bd1e995)
                .array();
        return kind.idPrefix() + encode(bytes);
    }

    private static String uniqueId(MediaKind kind, Buffer content) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(content.getBytes());
            return "AQAD" + encode(Arrays.copyOf(digest, 9)) + kind.idPrefix().charAt(0);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }

    private static String encode(byte[] bytes) {
        return new String(Base64.getUrlEncoder().withoutPadding().encode(bytes), StandardCharsets.US_ASCII);
    }

    private static String extension(String name, MediaKind kind) {
        int dot = name.lastIndexOf('.');
        boolean plain = dot > 0 && name.substring(dot + 1).matches("[A-Za-z0-9]{1,8}");
        return plain ? name.substring(dot) : kind.extension();
    }
}
