package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Choice;
import dev.basegram.sandbox.airtable.base.Computed;
import dev.basegram.sandbox.airtable.base.Field;
import dev.basegram.sandbox.airtable.base.FieldType;
import dev.basegram.sandbox.airtable.base.Ids;
import dev.basegram.sandbox.airtable.base.Table;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads fields in two rounds: first all are declared in their order, then those that stand on others are defined. */
final class FieldReader {
    private final Base base;

    FieldReader(Base base) {
        this.base = base;
    }

    void declare(Table table, JsonNode definition) {
        for (JsonNode field : definition.path("fields")) {
            String name = field.path("name").asText("");
            String type = field.path("type").asText("");
            if (name.isBlank() || table.find(name).isPresent()) {
                throw new IllegalArgumentException(
                        "Table \"" + table.name() + "\": field \"" + name + "\" needs a name of its own");
            }
            FieldType known = FieldType.named(type)
                    .orElseThrow(() -> new IllegalArgumentException("Field \"" + name + "\" of table \"" + table.name()
                            + "\" has the unknown type \"" + type + "\""));
            String id = field.path("id").asText(Ids.named("fld", table.name() + "/" + name));
            ObjectNode options = BaseReader.object(field.path("options")).deepCopy();
            nameChoices(options, table.name() + "/" + name);
            table.put(Field.plain(id, name, about(field), known, options));
        }
    }

    private static void nameChoices(ObjectNode options, String path) {
        if (!options.path("choices").isArray()) {
            return;
        }
        List<JsonNode> choices = new ArrayList<>();
        options.path("choices").forEach(choices::add);
        var completed = options.putArray("choices");
        for (JsonNode choice : choices) {
            String name = choice.isTextual()
                    ? choice.textValue()
                    : choice.path("name").asText();
            Choice usual = Choice.next(Ids.named("sel", path + "/" + name), name, completed.size());
            completed.add(new Choice(
                            choice.path("id").asText(usual.id()),
                            name,
                            choice.path("color").asText(usual.color()))
                    .json());
        }
    }

    /** Links first, then computed fields twice, so that one may stand on another that comes later. */
    void define(Table table, JsonNode definition) {
        for (JsonNode field : definition.path("fields")) {
            Field declared = declared(table, field);
            if (declared.type() == FieldType.MULTIPLE_RECORD_LINKS) {
                table.put(link(table, declared));
            }
        }
        for (int round = 0; round < 2; round++) {
            for (JsonNode field : definition.path("fields")) {
                Field declared = declared(table, field);
                if (declared.type().isComputed()) {
                    table.put(computed(table, declared, field));
                }
            }
        }
    }

    private static Field declared(Table table, JsonNode field) {
        return table.find(field.path("id").asText(field.path("name").asText()))
                .orElseThrow(() -> new IllegalStateException("Not declared: " + field));
    }

    private Field link(Table table, Field field) {
        Table linked = base.find(field.option("linkedTableId"))
                .orElseThrow(() -> new IllegalArgumentException("Field \"" + field.name() + "\" of table \""
                        + table.name() + "\" links to \"" + field.option("linkedTableId") + "\", which is no table"));
        ObjectNode options = field.options()
                .deepCopy()
                .put("linkedTableId", linked.id())
                .put("isReversed", field.options().path("isReversed").asBoolean(false))
                .put(
                        "prefersSingleRecordLink",
                        field.options().path("prefersSingleRecordLink").asBoolean(false));
        linked.find(field.option("inverseLinkFieldId"))
                .ifPresentOrElse(
                        inverse -> options.put("inverseLinkFieldId", inverse.id()),
                        () -> options.remove("inverseLinkFieldId"));
        return field.withOptions(options);
    }

    private Field computed(Table table, Field field, JsonNode definition) {
        Computed computed = new Computed(base, table);
        ObjectNode given = BaseReader.object(definition.path("options"));
        ObjectNode format = BaseReader.object(given.path("result"));
        String link = given.path("recordLinkFieldId").asText("");
        String target = given.path("fieldIdInLinkedTable").asText("");
        String formula = definition.path("formula").asText(given.path("formula").asText(""));
        String id = field.id();
        String name = field.name();
        return switch (field.type()) {
            case FORMULA -> computed.formula(id, name, field.description(), formula, format);
            case ROLLUP ->
                computed.rollup(id, name, field.description(), link, target, otherwise(formula, "SUM(values)"), format);
            case MULTIPLE_LOOKUP_VALUES -> computed.lookup(id, name, field.description(), link, target);
            case COUNT -> computed.count(id, name, field.description(), link);
            case AUTO_NUMBER, CREATED_TIME, LAST_MODIFIED_TIME, CREATED_BY, LAST_MODIFIED_BY ->
                computed.ofRecord(id, name, field.description(), field.type(), watched(table, given));
            default -> field;
        };
    }

    private static String otherwise(String text, String other) {
        return text.isEmpty() ? other : text;
    }

    private static List<String> watched(Table table, ObjectNode given) {
        List<String> watched = new ArrayList<>();
        given.path("referencedFieldIds")
                .forEach(name -> table.find(name.asText()).map(Field::id).ifPresent(watched::add));
        return watched;
    }

    private static @Nullable String about(JsonNode field) {
        String about = field.path("description").asText("");
        return about.isEmpty() ? null : about;
    }
}
