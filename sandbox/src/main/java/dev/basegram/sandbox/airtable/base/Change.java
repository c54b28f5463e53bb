package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What one request changed, for webhooks and for the page.
 *
 * @param number counts up from 1 within the base
 * @param tables by table id
 * @param createdTableIds tables that did not exist before
 */
public record Change(
        long number, Instant at, Origin origin, Map<String, OfTable> tables, List<String> createdTableIds) {

    /** What changed in one table. */
    public static final class OfTable {
        private final Set<String> createdRows = new LinkedHashSet<>();
        private final Map<String, Map<String, @Nullable JsonNode>> previousCells = new LinkedHashMap<>();
        private final List<String> destroyedRows = new ArrayList<>();
        private final List<String> createdFields = new ArrayList<>();
        private final Map<String, Field> previousFields = new LinkedHashMap<>();
        private final List<String> destroyedFields = new ArrayList<>();
        private @Nullable String previousName;
        private boolean comments;

        /** The ids of new rows. */
        public Set<String> createdRows() {
            return createdRows;
        }

        /** By row and field id, what a changed cell of an old row held before, as kept; null for nothing. */
        public Map<String, Map<String, @Nullable JsonNode>> previousCells() {
            return previousCells;
        }

        /** The ids of deleted rows. */
        public List<String> destroyedRows() {
            return destroyedRows;
        }

        /** The ids of new fields. */
        public List<String> createdFields() {
            return createdFields;
        }

        /** By field id, a changed field as it was. */
        public Map<String, Field> previousFields() {
            return previousFields;
        }

        /** The ids of deleted fields. */
        public List<String> destroyedFields() {
            return destroyedFields;
        }

        /** The table's name before it was renamed; null when it was not. */
        public @Nullable String previousName() {
            return previousName;
        }

        void renamed(String from) {
            previousName = previousName == null ? from : previousName;
        }

        void commented() {
            comments = true;
        }

        /** Whether rows, cells or comments changed. */
        public boolean touchesRows() {
            return comments || !createdRows.isEmpty() || !previousCells.isEmpty() || !destroyedRows.isEmpty();
        }

        /** Whether fields changed. */
        public boolean touchesFields() {
            return !createdFields.isEmpty() || !previousFields.isEmpty() || !destroyedFields.isEmpty();
        }
    }
}
