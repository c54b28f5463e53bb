package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads the values of a select field; a name must be a choice's exactly, unless typecast makes a new choice of it. */
final class SelectCells {
    private final Transaction transaction;
    private final Table table;
    private final String fieldId;
    private final boolean typecast;

    SelectCells(Transaction transaction, Table table, Field field, boolean typecast) {
        this.transaction = transaction;
        this.table = table;
        this.fieldId = field.id();
        this.typecast = typecast;
    }

    @Nullable
    JsonNode one(JsonNode value) {
        if (!value.isTextual() && !(typecast && value.isValueNode())) {
            throw CellReader.notAccepted(table.field(fieldId));
        }
        return typecast && value.asText().isBlank() ? null : JsonNodeFactory.instance.textNode(choice(value.asText()));
    }

    @Nullable
    JsonNode several(JsonNode value) {
        Set<String> ids = new LinkedHashSet<>();
        if (value.isTextual() && typecast) {
            for (String name : value.textValue().split(",", -1)) {
                addTo(ids, name.strip());
            }
        } else if (value.isArray()) {
            value.forEach(element -> addTo(ids, text(element)));
        } else {
            throw CellReader.notAccepted(table.field(fieldId));
        }
        ArrayNode cell = JsonNodeFactory.instance.arrayNode();
        ids.forEach(cell::add);
        return cell.isEmpty() ? null : cell;
    }

    private String text(JsonNode element) {
        if (!element.isTextual() && !(typecast && element.isValueNode())) {
            throw CellReader.notAccepted(table.field(fieldId));
        }
        return element.asText();
    }

    private void addTo(Set<String> ids, String name) {
        if (!(typecast && name.isBlank())) {
            ids.add(choice(name));
        }
    }

    private String choice(String name) {
        Field field = table.field(fieldId);
        Optional<Choice> exact = field.choices().stream()
                .filter(choice -> choice.name().equals(name) || (choice.id().equals(name) && name.startsWith("sel")))
                .findFirst();
        if (exact.isPresent()) {
            return exact.get().id();
        }
        if (!typecast) {
            throw Refusal.invalid(
                    "INVALID_MULTIPLE_CHOICE_OPTIONS",
                    "Insufficient permissions to create new select option \"\"" + name + "\"\"");
        }
        Optional<Choice> loose = field.choices().stream()
                .filter(choice -> choice.name().equalsIgnoreCase(name.strip()))
                .findFirst();
        return loose.map(Choice::id)
                .orElseGet(() -> transaction
                        .addChoice(table, field, name.strip())
                        .choices()
                        .getLast()
                        .id());
    }
}
