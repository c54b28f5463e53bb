package dev.basegram.sandbox.telegram.markup;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.List;

/** A text and its entities, in order. */
public record FormattedText(String text, List<Entity> entities) {
    /** Copies the list. */
    public FormattedText {
        entities = List.copyOf(entities);
    }

    /** Puts text and entities into a message; nothing when the text is empty. */
    public void putInto(ObjectNode message, String textField, String entitiesField) {
        if (text.isEmpty()) {
            return;
        }
        message.put(textField, text);
        if (!entities.isEmpty()) {
            ArrayNode array = Json.array();
            entities.forEach(entity -> array.add(entity.toJson()));
            message.set(entitiesField, array);
        }
    }
}
