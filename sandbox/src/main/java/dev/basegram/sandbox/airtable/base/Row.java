package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One record. A cell is kept in the form its field type keeps: a select's choice id, a link's record ids, a user's id;
 * an empty cell is absent.
 */
public final class Row {
    private final String id;
    private final Instant createdTime;
    private final String createdBy;
    private final long number;
    private final Map<String, JsonNode> cells = new HashMap<>();
    private final Map<String, Edit> edits = new HashMap<>();
    private final List<Comment> comments = new ArrayList<>();

    /** When and by whom a cell was last changed. */
    public record Edit(Instant at, String by) {}

    /** A row without cells; {@code number} is its auto number. */
    public Row(String id, Instant createdTime, String createdBy, long number) {
        this.id = id;
        this.createdTime = createdTime;
        this.createdBy = createdBy;
        this.number = number;
    }

    /** The record's id. */
    public String id() {
        return id;
    }

    /** When it was made. */
    public Instant createdTime() {
        return createdTime;
    }

    /** The id of the user who made it. */
    public String createdBy() {
        return createdBy;
    }

    /** Its auto number, from 1. */
    public long number() {
        return number;
    }

    /** A cell as kept; null when empty. */
    public @Nullable JsonNode cell(String fieldId) {
        return cells.get(fieldId);
    }

    /** The ids a link cell holds, in order. */
    public List<String> links(String fieldId) {
        JsonNode cell = cells.get(fieldId);
        if (cell == null) {
            return List.of();
        }
        List<String> ids = new ArrayList<>(cell.size());
        cell.forEach(recordId -> ids.add(recordId.textValue()));
        return ids;
    }

    /** Puts cells and edits back as they were kept. */
    public void restore(Map<String, JsonNode> keptCells, Map<String, Edit> keptEdits) {
        cells.putAll(keptCells);
        edits.putAll(keptEdits);
    }

    /** Puts a cell, or empties it with null; returns what was there. */
    @Nullable
    JsonNode put(String fieldId, @Nullable JsonNode value) {
        return value == null ? cells.remove(fieldId) : cells.put(fieldId, value);
    }

    /** Notes who changed a cell and when; null forgets. */
    @Nullable
    Edit edited(String fieldId, @Nullable Edit edit) {
        return edit == null ? edits.remove(fieldId) : edits.put(fieldId, edit);
    }

    /** The latest change to one of these fields; empty when none was ever changed. */
    Optional<Edit> lastEdit(Collection<String> fieldIds) {
        return edits.entrySet().stream()
                .filter(entry -> fieldIds.contains(entry.getKey()))
                .map(Map.Entry::getValue)
                .max(java.util.Comparator.comparing(Edit::at));
    }

    /** The comments, oldest first; may be changed. */
    public List<Comment> comments() {
        return comments;
    }

    /** Who changed each cell last, by field id. */
    public Map<String, Edit> edits() {
        return java.util.Collections.unmodifiableMap(edits);
    }

    /** Every cell as kept, by field id. */
    public Map<String, JsonNode> cells() {
        return java.util.Collections.unmodifiableMap(cells);
    }
}
