package dev.basegram.sandbox.telegram.files;

import io.vertx.core.buffer.Buffer;

/**
 * A file that was sent.
 *
 * @param size in bytes; more than the content of a file that only claims to be big
 * @param path under which it can be downloaded
 */
public record StoredMedia(
        String fileId,
        String uniqueId,
        MediaKind kind,
        String name,
        String mimeType,
        Buffer content,
        long size,
        String path) {}
