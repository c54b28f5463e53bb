package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.net.URI;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads the values of an attachment field: files the cell already holds by id, new ones by URL. A new one is kept with
 * its URL until the bytes have been fetched.
 */
final class AttachmentCells {
    private AttachmentCells() {}

    static @Nullable JsonNode read(Ids ids, Row row, Field field, JsonNode value) {
        if (!value.isArray()) {
            throw CellReader.notAccepted(field);
        }
        ArrayNode cell = JsonNodeFactory.instance.arrayNode();
        for (JsonNode file : value) {
            cell.add(held(row, field, file).orElseGet(() -> byUrl(ids, field, file)));
        }
        return cell.isEmpty() ? null : cell;
    }

    private static Optional<JsonNode> held(Row row, Field field, JsonNode file) {
        String id = file.path("id").asText("");
        JsonNode cell = row.cell(field.id());
        if (id.isEmpty() || cell == null) {
            return Optional.empty();
        }
        for (JsonNode held : cell) {
            if (held.path("id").asText().equals(id)) {
                return Optional.of(held);
            }
        }
        return Optional.empty();
    }

    private static JsonNode byUrl(Ids ids, Field field, JsonNode file) {
        String url = file.path("url").asText("");
        if (!isHttp(url)) {
            throw Refusal.invalid(
                    "INVALID_ATTACHMENT_OBJECT", "Invalid attachment object for field " + field.name() + ": " + file);
        }
        ObjectNode kept = JsonNodeFactory.instance.objectNode();
        String filename = file.path("filename").asText("");
        return kept.put("id", ids.next("att"))
                .put("url", url)
                .put("filename", filename.isEmpty() ? lastSegment(url) : filename);
    }

    private static boolean isHttp(String url) {
        try {
            URI uri = URI.create(url);
            return uri.getHost() != null && ("https".equals(uri.getScheme()) || "http".equals(uri.getScheme()));
        } catch (IllegalArgumentException malformed) {
            return false;
        }
    }

    private static String lastSegment(String url) {
        String path = URI.create(url).getPath();
        String name = path.substring(path.lastIndexOf('/') + 1);
        return name.isEmpty() ? "file" : name;
    }
}
