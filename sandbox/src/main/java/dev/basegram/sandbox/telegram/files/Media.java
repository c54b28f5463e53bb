package dev.basegram.sandbox.telegram.files;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.Locale;
import java.util.Map;

/** Files as messages carry them. */
public final class Media {
    private static final Map<String, String> TYPES = Map.ofEntries(
            Map.entry("jpg", "image/jpeg"),
            Map.entry("jpeg", "image/jpeg"),
            Map.entry("png", "image/png"),
            Map.entry("gif", "image/gif"),
            Map.entry("webp", "image/webp"),
            Map.entry("pdf", "application/pdf"),
            Map.entry("txt", "text/plain"),
            Map.entry("csv", "text/csv"),
            Map.entry("json", "application/json"),
            Map.entry("zip", "application/zip"),
            Map.entry("mp3", "audio/mpeg"),
            Map.entry("ogg", "audio/ogg"),
            Map.entry("oga", "audio/ogg"),
            Map.entry("mp4", "video/mp4"),
            Map.entry("docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"),
            Map.entry("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"));

    /** The longest edges of the sizes that Telegram makes of a photo. */
    private static final int[] EDGES = {90, 320, 800, 1280};

    private static final ImageSize UNKNOWN = new ImageSize(800, 600);

    private Media() {}

    /** Returns the MIME type that a name promises, or else the kind's. */
    public static String mimeType(MediaKind kind, String name) {
        int dot = name.lastIndexOf('.');
        String extension = name.substring(dot + 1).toLowerCase(Locale.ROOT);
        return TYPES.getOrDefault(extension, kind.mimeType());
    }

    /** Puts a file into a message, with its numbers. */
    public static void putInto(ObjectNode message, FileStore files, StoredMedia media) {
        if (media.kind() == MediaKind.PHOTO) {
            message.set("photo", photo(files, media));
            return;
        }
        ObjectNode json = Json.object();
        describe(media, json);
        json.put("file_id", media.fileId()).put("file_unique_id", media.uniqueId());
        json.put("file_size", media.size());
        message.set(media.kind().field(), json);
        if (media.kind() == MediaKind.ANIMATION) {
            // For old clients the real server repeats an animation as a document.
            message.set("document", json);
        }
    }

    private static void describe(StoredMedia media, ObjectNode json) {
        switch (media.kind()) {
            case DOCUMENT -> named(media, json);
            case AUDIO -> named(media, json.put("duration", 0));
            case VOICE -> json.put("duration", 1).put("mime_type", media.mimeType());
            case VIDEO, ANIMATION ->
                named(media, json.put("duration", 1).put("width", 640).put("height", 360));
            case VIDEO_NOTE -> json.put("duration", 1).put("length", 240);
            case STICKER ->
                json.put("width", 512)
                        .put("height", 512)
                        .put("is_animated", false)
                        .put("is_video", false)
                        .put("type", "regular");
            case PHOTO -> {}
        }
    }

    private static void named(StoredMedia media, ObjectNode json) {
        json.put("file_name", media.name()).put("mime_type", media.mimeType());
    }

    /**
     * Returns the sizes of a photo, smallest first. The bytes are the same for all of them: the sandbox scales the numbers,
     * not the picture.
     */
    private static ArrayNode photo(FileStore files, StoredMedia largest) {
        ImageSize full = ImageSize.of(largest.content()).orElse(UNKNOWN);
        int edge = Math.max(full.width(), full.height());
        ArrayNode sizes = Json.array();
        for (int smaller : EDGES) {
            if (smaller < edge) {
                StoredMedia scaled = files.add(
                        MediaKind.PHOTO, largest.name(), largest.mimeType(), largest.content(), largest.size());
                sizes.add(size(scaled, full.width() * smaller / edge, full.height() * smaller / edge));
            }
        }
        if (edge <= EDGES[EDGES.length - 1]) {
            sizes.add(size(largest, full.width(), full.height()));
        }
        return sizes;
    }

    private static ObjectNode size(StoredMedia media, int width, int height) {
        return Json.object()
                .put("file_id", media.fileId())
                .put("file_unique_id", media.uniqueId())
                .put("file_size", media.size())
                .put("width", Math.max(1, width))
                .put("height", Math.max(1, height));
    }
}
