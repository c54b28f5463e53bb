package dev.basegram.bot.airtable.rest;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/** Reads a body up to a cap, so that no answer however large fills the memory. */
final class BoundedBody {
    private BoundedBody() {}

    /** Returns the bytes; null where there are more than the cap allows. */
    static byte @Nullable [] read(@Nullable InputStream stream, long mostBytes, int chunk) throws IOException {
        if (stream == null) {
            return new byte[0];
        }
        try (stream) {
            var bytes = new ByteArrayOutputStream(chunk);
            byte[] buffer = new byte[chunk];
            for (int n = stream.read(buffer); n >= 0; n = stream.read(buffer)) {
                if (bytes.size() + (long) n > mostBytes) {
                    return null;
                }
                bytes.write(buffer, 0, n);
            }
            return bytes.toByteArray();
        }
    }
}
