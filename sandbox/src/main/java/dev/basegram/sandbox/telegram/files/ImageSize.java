package dev.basegram.sandbox.telegram.files;

import io.vertx.core.buffer.Buffer;
import java.util.Optional;

/** Width and height of a picture in pixels, read from the head of a PNG, JPEG, GIF, WebP or BMP. */
record ImageSize(int width, int height) {
    static Optional<ImageSize> of(Buffer content) {
        try {
            return read(content).filter(size -> size.width > 0 && size.height > 0);
        } catch (IndexOutOfBoundsException e) {
            return Optional.empty();
        }
    }

    private static Optional<ImageSize> read(Buffer content) {
        if (content.length() < 10) {
            return Optional.empty();
        }
        if (content.getUnsignedInt(0) == 0x89504E47L) {
            return Optional.of(new ImageSize(content.getInt(16), content.getInt(20)));
        }
        if (content.getUnsignedShort(0) == 0xFFD8) {
            return jpeg(content);
        }
        String head = content.getString(0, 4, "ISO-8859-1");
        if (head.equals("GIF8")) {
            return Optional.of(new ImageSize(content.getUnsignedShortLE(6), content.getUnsignedShortLE(8)));
        }
        if (head.startsWith("BM")) {
            return Optional.of(new ImageSize(content.getIntLE(18), Math.abs(content.getIntLE(22))));
        }
        return head.equals("RIFF") ? webp(content) : Optional.empty();
    }

    /** Walks the segments to the first start of frame. */
    private static Optional<ImageSize> jpeg(Buffer content) {
        int at = 2;
        while (at + 9 < content.length()) {
            int marker = content.getUnsignedByte(at + 1);
            boolean frame = marker >= 0xC0 && marker <= 0xCF && marker != 0xC4 && marker != 0xC8 && marker != 0xCC;
            if (frame) {
                return Optional.of(new ImageSize(content.getUnsignedShort(at + 7), content.getUnsignedShort(at + 5)));
            }
            at += 2 + content.getUnsignedShort(at + 2);
        }
        return Optional.empty();
    }

    private static Optional<ImageSize> webp(Buffer content) {
        return switch (content.getString(12, 16, "ISO-8859-1")) {
            case "VP8 " ->
                Optional.of(new ImageSize(
                        content.getUnsignedShortLE(26) & 0x3fff, content.getUnsignedShortLE(28) & 0x3fff));
            case "VP8L" -> {
                long bits = content.getUnsignedIntLE(21);
                yield Optional.of(new ImageSize((int) (bits & 0x3fff) + 1, (int) (bits >> 14 & 0x3fff) + 1));
            }
            case "VP8X" ->
                Optional.of(new ImageSize(content.getUnsignedMediumLE(24) + 1, content.getUnsignedMediumLE(27) + 1));
            default -> Optional.empty();
        };
    }
}
