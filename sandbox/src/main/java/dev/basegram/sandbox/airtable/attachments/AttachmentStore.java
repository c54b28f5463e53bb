package dev.basegram.sandbox.airtable.attachments;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

/** The bytes of every attachment by id, in memory. Thread-safe. */
public final class AttachmentStore {
    private final Map<String, StoredFile> files = new ConcurrentHashMap<>();

    /** A file's bytes and media type. */
    @SuppressWarnings("ArrayRecordComponent") // never compared, and copied nowhere
    public record StoredFile(byte[] bytes, String type) {}

    /**
     * Keeps a file and describes it as an attachment cell keeps it: id, name, size, type and, for an image, its width
     * and height.
     */
    public ObjectNode keep(String id, String filename, byte[] bytes, String type) {
        files.put(id, new StoredFile(bytes, type));
        ObjectNode kept = JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("filename", filename)
                .put("size", bytes.length)
                .put("type", type);
        ImageSize.of(bytes).ifPresent(size -> kept.put("width", size.width()).put("height", size.height()));
        return kept;
    }

    /** A file by its attachment id. */
    public Optional<StoredFile> file(String id) {
        return Optional.ofNullable(files.get(id));
    }

    /** Every file by id. */
    public Map<String, StoredFile> all() {
        return Map.copyOf(files);
    }

    /** Forgets every file. */
    public void clear() {
        files.clear();
    }
}
