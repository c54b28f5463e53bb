package dev.basegram.bot.airtable.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.basegram.bot.airtable.Attachment;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.RecordId;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Cells made of objects and lists.
 *
 * <p>Each takes the form of the records API and that of webhook payloads (a choice or link as an object with its name), and a single
 * element where a list is usual: so they come in lookups.
 */
final class StructuredCells {
    private StructuredCells() {}

    static @Nullable CellValue choice(JsonNode node) {
        String name = name(node);
        return name == null ? null : new CellValue.Choice(name);
    }

    static @Nullable CellValue choices(JsonNode node) {
        if (!node.isArray()) {
            return choice(node);
        }
        List<String> names = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            String name = name(element);
            if (name == null) {
                return null;
            }
            names.add(name);
        }
        return names.isEmpty() ? CellValue.empty() : new CellValue.Choices(names);
    }

    private static @Nullable String name(JsonNode node) {
        return node.isTextual() ? node.textValue() : Json.text(node, "name");
    }

    static @Nullable CellValue person(JsonNode node) {
        Collaborator person = collaborator(node);
        return person == null ? null : new CellValue.Person(person);
    }

    static @Nullable CellValue people(JsonNode node) {
        if (!node.isArray()) {
            return person(node);
        }
        List<Collaborator> people = new ArrayList<>(node.size());
        for (JsonNode element : node) {
            Collaborator person = collaborator(element);
            if (person == null) {
                return null;
            }
            people.add(person);
        }
        return people.isEmpty() ? CellValue.empty() : new CellValue.People(people);
    }

    static @Nullable Collaborator collaborator(JsonNode node) {
        String id = Json.text(node, "id");
        return id == null ? null : new Collaborator(id, Json.text(node, "email"), Json.text(node, "name"));
    }

    static @Nullable CellValue links(JsonNode node) {
        List<RecordId> records = new ArrayList<>();
        for (JsonNode element : node.isArray() ? node : List.of(node)) {
            String id = element.isTextual() ? element.textValue() : Json.text(element, "id", "");
            if (!RecordId.isValid(id)) {
                return null;
            }
            records.add(new RecordId(id));
        }
        return records.isEmpty() ? CellValue.empty() : new CellValue.Links(records);
    }

    static @Nullable CellValue attachments(JsonNode node) {
        List<Attachment> files = new ArrayList<>();
        for (JsonNode element : node.isArray() ? node : List.of(node)) {
            String id = Json.text(element, "id");
            if (id == null) {
                return null;
            }
            files.add(new Attachment(
                    id,
                    Json.text(element, "filename", ""),
                    Json.text(element, "type", ""),
                    element.path("size").asLong(0),
                    pixels(element, "width"),
                    pixels(element, "height"),
                    Json.text(element, "url", "")));
        }
        return files.isEmpty() ? CellValue.empty() : new CellValue.Attachments(files);
    }

    private static @Nullable Integer pixels(JsonNode node, String member) {
        JsonNode value = node.get(member);
        return value != null && value.canConvertToInt() ? value.intValue() : null;
    }

    static @Nullable CellValue barcode(JsonNode node) {
        String text = Json.text(node, "text");
        return text == null ? null : new CellValue.Barcode(text, Json.text(node, "type"));
    }

    static @Nullable CellValue button(JsonNode node) {
        String label = Json.text(node, "label");
        return label == null ? null : new CellValue.Button(label, Json.text(node, "url"));
    }

    static @Nullable CellValue aiText(JsonNode node) {
        String state = Json.text(node, "state");
        return state == null
                ? null
                : new CellValue.AiText(state, node.path("isStale").asBoolean(), Json.text(node, "value"));
    }

    /** Returns the values of a lookup as one list, also where they come by linked record, as in webhook payloads. */
    static JsonNode lookedUp(JsonNode node) {
        if (!node.path("valuesByLinkedRecordId").isObject()) {
            return node;
        }
        ArrayNode values = JsonNodeFactory.instance.arrayNode();
        for (JsonNode id : node.path("linkedRecordIds")) {
            node.path("valuesByLinkedRecordId").path(id.asText()).forEach(values::add);
        }
        return values;
    }
}
