package dev.basegram.bot.airtable;

import java.util.Objects;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * A file in a cell.
 *
 * @param id {@code att…}
 * @param filename as it was uploaded
 * @param contentType media type; empty where unknown
 * @param size bytes
 * @param width pixels; null for what is no picture
 * @param height pixels; null for what is no picture
 * @param url where to fetch it; <b>expires two hours after Airtable gave it</b>, so it is never stored or sent on: use {@link
 *     Airtable#download}
 */
public record Attachment(
        String id,
        String filename,
        String contentType,
        long size,
        @Nullable Integer width,
        @Nullable Integer height,
        String url) {
    /** Tells whether it is a picture. */
    public boolean isPicture() {
        return contentType.startsWith("image/");
    }

    /** Tells whether Airtable has the link only and is still fetching the file. */
    public boolean isArriving() {
        return size == 0 && contentType.isEmpty();
    }

    /** Returns the width in pixels, where known. */
    public OptionalInt pixelsWide() {
        return width == null ? OptionalInt.empty() : OptionalInt.of(width);
    }

    /** Leaves the link out: it is another at each reading. */
    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof Attachment file
                && file.id.equals(id)
                && file.filename.equals(filename)
                && file.contentType.equals(contentType)
                && file.size == size
                && Objects.equals(file.width, width)
                && Objects.equals(file.height, height);
    }

    @Override
    public int hashCode() {
        return id.hashCode();
    }

    /** Leaves the link out: who holds it can fetch the file. */
    @Override
    public String toString() {
        return "Attachment[" + id + ", " + contentType + ", " + size + " bytes]";
    }
}
