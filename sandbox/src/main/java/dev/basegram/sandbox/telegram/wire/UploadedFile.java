package dev.basegram.sandbox.telegram.wire;

import io.vertx.core.buffer.Buffer;

/** A file of a multipart request. */
public record UploadedFile(String fileName, String contentType, Buffer content) {}
