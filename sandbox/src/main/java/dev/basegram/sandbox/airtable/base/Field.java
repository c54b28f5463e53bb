package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.formula.Formula;
import dev.basegram.sandbox.airtable.formula.ResultKind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * One field. Its options are those of the schema endpoint and must not be changed in place.
 *
 * @param options empty when the type has none
 * @param formula of a formula field, or a rollup's aggregation; null for other types and for a formula that became
 *     invalid
 * @param formulaText the same as written, with field ids
 */
public record Field(
        String id,
        String name,
        @Nullable String description,
        FieldType type,
        ObjectNode options,
        @Nullable Formula formula,
        @Nullable String formulaText) {

    /** A field that computes nothing of its own. */
    public static Field plain(
            String id, String name, @Nullable String description, FieldType type, ObjectNode options) {
        return new Field(id, name, description, type, options, null, null);
    }

    /** This field under another name and description. */
    public Field renamed(String newName, @Nullable String newDescription) {
        return new Field(id, newName, newDescription, type, options, formula, formulaText);
    }

    /** This field with other options. */
    public Field withOptions(ObjectNode newOptions) {
        return new Field(id, name, description, type, newOptions, formula, formulaText);
    }

    /** An option as text; empty when absent. */
    public String option(String key) {
        return options.path(key).asText("");
    }

    /** The table a link field points to. */
    public String linkedTableId() {
        return option("linkedTableId");
    }

    /** The field on the other side of a link; empty for a link of one direction. */
    public Optional<String> inverseFieldId() {
        return Optional.of(option("inverseLinkFieldId")).filter(fieldId -> !fieldId.isEmpty());
    }

    /** A select's choices in their order. */
    public List<Choice> choices() {
        List<Choice> choices = new ArrayList<>();
        options.path("choices").forEach(choice -> choices.add(Choice.of(choice)));
        return choices;
    }

    /** The choice with this id, or with this exact name. */
    public Optional<Choice> choice(String idOrName) {
        for (JsonNode choice : options.path("choices")) {
            if (choice.path("id").asText().equals(idOrName)
                    || choice.path("name").asText().equals(idOrName)) {
                return Optional.of(Choice.of(choice));
            }
        }
        return Optional.empty();
    }

    /** This field with one more choice. */
    public Field withChoice(Choice choice) {
        ObjectNode extended = options.deepCopy();
        extended.withArray("choices").add(choice.json());
        return withOptions(extended);
    }

    /** As what the value is to be shown: a computed field takes the type of its result. */
    public Field shownAs() {
        JsonNode result = options.path("result");
        Optional<FieldType> resultType = FieldType.named(result.path("type").asText(""));
        if (!type.isComputed() || resultType.isEmpty()) {
            return this;
        }
        ObjectNode resultOptions = result.path("options").isObject()
                ? (ObjectNode) result.path("options")
                : JsonNodeFactory.instance.objectNode();
        return plain(id, name, description, resultType.get(), resultOptions);
    }

    /** What a formula that names this field gets. */
    public ResultKind kind() {
        return type == FieldType.MULTIPLE_LOOKUP_VALUES
                ? ResultKind.TEXT
                : shownAs().type().kind();
    }
}
