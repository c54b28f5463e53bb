package dev.basegram.sandbox.airtable.attachments;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The pixel size of a PNG, GIF or JPEG, read from its first bytes without decoding the picture. */
record ImageSize(int width, int height) {

    static Optional<ImageSize> of(byte[] bytes) {
        ByteBuffer buffer = ByteBuffer.wrap(bytes);
        if (bytes.length > 24 && buffer.getLong(0) == 0x89504E470D0A1A0AL) {
            return Optional.of(new ImageSize(buffer.getInt(16), buffer.getInt(20)));
        }
        if (bytes.length > 10 && new String(bytes, 0, 4, StandardCharsets.ISO_8859_1).equals("GIF8")) {
            return Optional.of(new ImageSize(
                    Short.toUnsignedInt(Short.reverseBytes(buffer.getShort(6))),
                    Short.toUnsignedInt(Short.reverseBytes(buffer.getShort(8)))));
        }
        return bytes.length > 4 && buffer.getShort(0) == (short) 0xFFD8 ? jpeg(buffer) : Optional.empty();
    }

    /** Walks the segments up to the frame header. */
    private static Optional<ImageSize> jpeg(ByteBuffer buffer) {
        int at = 2;
        while (at + 9 < buffer.limit() && buffer.get(at) == (byte) 0xFF) {
            int marker = Byte.toUnsignedInt(buffer.get(at + 1));
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return Optional.of(new ImageSize(
                        Short.toUnsignedInt(buffer.getShort(at + 7)), Short.toUnsignedInt(buffer.getShort(at + 5))));
            }
            at += 2 + Short.toUnsignedInt(buffer.getShort(at + 2));
        }
        return Optional.empty();
    }
}
