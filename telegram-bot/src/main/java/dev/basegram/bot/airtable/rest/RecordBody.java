package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.json.Json;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A record as it is written.
 *
 * @param id which; null for one to be created
 * @param fields the touched cells in Airtable's JSON
 */
public record RecordBody(@Nullable RecordId id, Map<FieldId, JsonNode> fields) {
    /** The most records of one call. */
    public static final int MOST = 10;

    /** Copies the map. */
    public RecordBody {
        fields = Map.copyOf(fields);
    }

    ObjectNode json() {
        ObjectNode json = Json.object();
        if (id != null) {
            json.put("id", id.value());
        }
        ObjectNode cells = json.putObject("fields");
        fields.forEach((field, value) -> cells.set(field.value(), value));
        return json;
    }
}
