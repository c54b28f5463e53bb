package dev.basegram.common;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.BufferUnderflowException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Several raw updates in one body, byte for byte as Telegram sent them: each as the length of its trace header (one byte), the
 * header, the length of the update (four bytes, big-endian) and the update.
 */
public final class UpdateBatch {
    /** The media type of such a body. */
    public static final String MEDIA_TYPE = "application/vnd.basegram.updates";

    private UpdateBatch() {}

    /**
     * One update.
     *
     * @param traceparent the trace that it is a part of, at most 255 ASCII characters; null for none
     * @param update the raw update
     */
    @SuppressWarnings("ArrayRecordComponent") // never compared
    public record Part(@Nullable String traceparent, byte[] update) {}

    /** Writes a body. */
    public static byte[] write(List<Part> parts) {
        int size = parts.stream().mapToInt(part -> part.update().length + 64).sum();
        var bytes = new ByteArrayOutputStream(size);
        try (var out = new DataOutputStream(bytes)) {
            for (Part part : parts) {
                byte[] trace = part.traceparent() == null
                        ? new byte[0]
                        : part.traceparent().getBytes(StandardCharsets.US_ASCII);
                if (trace.length > 255) {
                    throw new IllegalArgumentException("a trace header of " + trace.length + " characters");
                }
                out.writeByte(trace.length);
                out.write(trace);
                out.writeInt(part.update().length);
                out.write(part.update());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e); // an array takes everything
        }
        return bytes.toByteArray();
    }

    /** Reads a body; empty when it is not one, or ends in the middle of an update. */
    public static Optional<List<Part>> read(byte[] body) {
        ByteBuffer left = ByteBuffer.wrap(body);
        List<Part> parts = new ArrayList<>();
        try {
            while (left.hasRemaining()) {
                byte[] trace = next(left, Byte.toUnsignedInt(left.get()));
                byte[] update = next(left, left.getInt());
                parts.add(new Part(trace.length == 0 ? null : new String(trace, StandardCharsets.US_ASCII), update));
            }
        } catch (BufferUnderflowException _) {
            return Optional.empty();
        }
        return Optional.of(parts);
    }

    private static byte[] next(ByteBuffer left, int length) {
        if (length < 0 || length > left.remaining()) {
            throw new BufferUnderflowException();
        }
        byte[] bytes = new byte[length];
        left.get(bytes);
        return bytes;
    }
}
