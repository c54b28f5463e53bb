package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Computation;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.Row;
import dev.basegram.sandbox.airtable.base.Table;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Turns the names in loaded link cells into record ids, by an index of each linked table made once. */
final class LinkNames {
    private final Base base;
    private final Instant now;
    private final Map<String, Map<String, String>> idsByTable = new HashMap<>();

    LinkNames(Base base, Instant now) {
        this.base = base;
        this.now = now;
    }

    /** The cell with ids for the names that are known; others stay as they are. */
    JsonNode resolved(Field link, JsonNode cell) {
        Map<String, String> ids =
                idsByTable.computeIfAbsent(link.linkedTableId(), tableId -> index(base.table(tableId)));
        ArrayNode resolved = JsonNodeFactory.instance.arrayNode();
        if (cell.isTextual()) {
            for (String name : cell.textValue().split(",", -1)) {
                if (!name.isBlank()) {
                    resolved.add(ids.getOrDefault(key(name), name.strip()));
                }
            }
            return resolved;
        }
        cell.forEach(element -> resolved.add(
                element.isTextual()
                        ? ids.getOrDefault(key(element.textValue()), element.textValue())
                        : element.path("id").asText()));
        return resolved;
    }

    private Map<String, String> index(Table table) {
        Computation computation = new Computation(base, Clock.fixed(now, ZoneOffset.UTC));
        Map<String, String> ids = new HashMap<>();
        for (Row row : table.rows()) {
            ids.putIfAbsent(key(computation.name(table, row)), row.id());
        }
        return ids;
    }

    private static String key(String name) {
        return name.strip().toLowerCase(Locale.ROOT);
    }
}
