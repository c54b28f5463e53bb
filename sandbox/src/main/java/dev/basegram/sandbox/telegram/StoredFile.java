package dev.basegram.sandbox.telegram;

import io.vertx.core.buffer.Buffer;

/**
 * A file that someone has sent.
 *
 * @param name never blank
 * @param mimeType such as {@code image/jpeg}
 * @param content all of it; shared, so it must not be changed
 */
public record StoredFile(String name, String mimeType, Buffer content) {}
