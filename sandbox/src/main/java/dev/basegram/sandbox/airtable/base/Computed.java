package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.formula.FieldNames;
import dev.basegram.sandbox.airtable.formula.Formula;
import dev.basegram.sandbox.airtable.formula.Parsed;
import dev.basegram.sandbox.airtable.formula.ResultKind;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes computed fields. The API cannot create them; they come with a base's data.
 *
 * @param table the table that gets the field
 */
public record Computed(Base base, Table table) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    /**
     * A formula field.
     *
     * @throws IllegalArgumentException when the formula is wrong, naming it
     */
    public Field formula(String id, String name, @Nullable String description, String text, ObjectNode format) {
        Formula formula = parse(name, text, table::fieldIdInFormula);
        ResultKind kind = formula.kind(fieldId -> table.field(fieldId).kind());
        ObjectNode options = JSON.objectNode().put("isValid", true).put("formula", formula.withFieldIds());
        references(options, formula.fieldIds());
        options.set("result", result(kind, format));
        return new Field(id, name, description, FieldType.FORMULA, options, formula, formula.withFieldIds());
    }

    /**
     * A rollup of a field of the linked table, by a formula over {@code values}.
     *
     * @throws IllegalArgumentException when link, field or formula is wrong
     */
    public Field rollup(
            String id,
            String name,
            @Nullable String description,
            String link,
            String target,
            String text,
            ObjectNode format) {
        Formula formula = parse(
                name,
                text,
                word -> Computation.VALUES.equals(word) ? Optional.of(Computation.VALUES) : Optional.empty());
        Field brought = brought(name, link, target);
        ResultKind kind = formula.kind(values -> brought.kind());
        ObjectNode options = over(name, link).put("fieldIdInLinkedTable", brought.id());
        references(options, List.of(field(name, link).id()));
        options.set("result", format.isEmpty() && sums(kind) ? like(brought) : result(kind, format));
        return new Field(id, name, description, FieldType.ROLLUP, options, formula, text);
    }

    /** A lookup of a field of the linked table. */
    public Field lookup(String id, String name, @Nullable String description, String link, String target) {
        Field brought = brought(name, link, target);
        ObjectNode options = over(name, link).put("fieldIdInLinkedTable", brought.id());
        options.set("result", like(brought));
        return Field.plain(id, name, description, FieldType.MULTIPLE_LOOKUP_VALUES, options);
    }

    /** The number of links. */
    public Field count(String id, String name, @Nullable String description, String link) {
        return Field.plain(id, name, description, FieldType.COUNT, over(name, link));
    }

    private ObjectNode over(String name, String link) {
        return JSON.objectNode()
                .put("isValid", true)
                .put("recordLinkFieldId", field(name, link).id());
    }

    private Field brought(String name, String link, String target) {
        Table linked = base.table(field(name, link).linkedTableId());
        return linked.find(target)
                .orElseThrow(() -> new IllegalArgumentException("Field \"" + name + "\" of table \"" + table.name()
                        + "\" takes \"" + target + "\", which table \"" + linked.name() + "\" does not have"));
    }

    private Field field(String name, String link) {
        return table.find(link)
                .filter(found -> found.type() == FieldType.MULTIPLE_RECORD_LINKS)
                .orElseThrow(() -> new IllegalArgumentException("Field \"" + name + "\" of table \"" + table.name()
                        + "\" goes over \"" + link + "\", which is no link field of the table"));
    }

    private Formula parse(String name, String text, FieldNames names) {
        return switch (Formula.parse(text, names)) {
            case Parsed.Ok(Formula formula) -> formula;
            case Parsed.Invalid(String reason) ->
                throw new IllegalArgumentException(
                        "Formula of field \"" + name + "\" of table \"" + table.name() + "\": " + reason);
        };
    }

    private static boolean sums(ResultKind kind) {
        return kind == ResultKind.NUMBER;
    }

    private static void references(ObjectNode options, List<String> fieldIds) {
        ArrayNode references = options.putArray("referencedFieldIds");
        fieldIds.forEach(references::add);
    }

    private static ObjectNode like(Field field) {
        Field shown = field.shownAs();
        ObjectNode result = JSON.objectNode().put("type", shown.type().apiName());
        if (!shown.options().isEmpty()) {
            result.set("options", shown.options());
        }
        return result;
    }

    /** A field about the record itself: its number, or when and by whom it was made or changed. */
    public Field ofRecord(String id, String name, @Nullable String description, FieldType type, List<String> watched) {
        ObjectNode options = JSON.objectNode();
        if (type == FieldType.LAST_MODIFIED_TIME) {
            options.put("isValid", true);
            references(options, watched);
        }
        if (type == FieldType.CREATED_TIME || type == FieldType.LAST_MODIFIED_TIME) {
            options.set("result", result(ResultKind.DATE_TIME, JSON.objectNode()));
        }
        return Field.plain(id, name, description, type, options);
    }

    /** The type of a formula's result; {@code format} is a number type with its options, or empty. */
    private static ObjectNode result(ResultKind kind, ObjectNode format) {
        if (!format.isEmpty()) {
            return format;
        }
        ObjectNode result = JSON.objectNode();
        return switch (kind) {
            case TEXT, NOTHING -> result.put("type", "singleLineText");
            case NUMBER ->
                result.put("type", "number").set("options", JSON.objectNode().put("precision", 0));
            case CHECKBOX ->
                result.put("type", "checkbox")
                        .set("options", JSON.objectNode().put("icon", "check").put("color", "greenBright"));
            case DATE -> result.put("type", "date").set("options", dateFormat());
            case DATE_TIME -> result.put("type", "dateTime").set("options", dateTimeFormat());
        };
    }

    private static ObjectNode dateFormat() {
        ObjectNode options = JSON.objectNode();
        options.putObject("dateFormat").put("name", "iso").put("format", "YYYY-MM-DD");
        return options;
    }

    private static ObjectNode dateTimeFormat() {
        ObjectNode options = dateFormat();
        options.putObject("timeFormat").put("name", "24hour").put("format", "HH:mm");
        return options.put("timeZone", "utc");
    }
}
