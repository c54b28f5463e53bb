package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** One choice of a select field; {@code color} is one of Airtable's names, empty for none. */
public record Choice(String id, String name, String color) {
    private static final List<String> COLORS = List.of(
            "blueLight2",
            "cyanLight2",
            "tealLight2",
            "greenLight2",
            "yellowLight2",
            "orangeLight2",
            "redLight2",
            "pinkLight2",
            "purpleLight2",
            "grayLight2");

    /** Reads a choice of the schema. */
    static Choice of(JsonNode json) {
        return new Choice(
                json.path("id").asText(),
                json.path("name").asText(),
                json.path("color").asText(""));
    }

    /** A new choice with the colour that comes next, as the service picks one. */
    public static Choice next(String id, String name, int index) {
        return new Choice(id, name, COLORS.get(index % COLORS.size()));
    }

    /** As in the schema and in webhook payloads. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode().put("id", id).put("name", name);
        return color.isEmpty() ? json : json.put("color", color);
    }
}
