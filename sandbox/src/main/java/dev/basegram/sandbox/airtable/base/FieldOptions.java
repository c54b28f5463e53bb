package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** The options that a new field needs, checked and completed (airtable.com/developers/web/api/field-model). */
final class FieldOptions {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final Set<String> DURATIONS = Set.of("h:mm", "h:mm:ss", "h:mm:ss.S", "h:mm:ss.SS", "h:mm:ss.SSS");
    private static final Map<String, String> DATE_FORMATS =
            Map.of("local", "l", "friendly", "LL", "us", "M/D/YYYY", "european", "D/M/YYYY", "iso", "YYYY-MM-DD");
    private static final Map<String, String> TIME_FORMATS = Map.of("12hour", "h:mma", "24hour", "HH:mm");

    private final Base base;
    private final String where;
    private final JsonNode given;

    private FieldOptions(Base base, String where, JsonNode given) {
        this.base = base;
        this.where = where;
        this.given = given;
    }

    /**
     * The options as the schema will show them.
     *
     * @throws Refusal naming the table and field when one is missing or wrong
     */
    static ObjectNode checked(Base base, String where, FieldType type, JsonNode given) {
        return new FieldOptions(base, where, given).options(type);
    }

    private ObjectNode options(FieldType type) {
        return switch (type) {
            case NUMBER, PERCENT -> JSON.objectNode().put("precision", within("precision", 0, 8));
            case CURRENCY ->
                JSON.objectNode().put("precision", within("precision", 0, 7)).put("symbol", text("symbol"));
            case DURATION -> JSON.objectNode().put("durationFormat", oneOf("durationFormat", DURATIONS));
            case RATING ->
                JSON.objectNode()
                        .put("icon", text("icon"))
                        .put("max", within("max", 1, 10))
                        .put("color", text("color"));
            case CHECKBOX -> JSON.objectNode().put("icon", text("icon")).put("color", text("color"));
            case DATE -> dated(JSON.objectNode());
            case DATE_TIME -> timed(dated(JSON.objectNode()));
            case SINGLE_SELECT, MULTIPLE_SELECTS -> choices();
            case MULTIPLE_RECORD_LINKS -> link();
            case MULTIPLE_ATTACHMENTS ->
                JSON.objectNode().put("isReversed", given.path("isReversed").asBoolean(false));
            default -> JSON.objectNode();
        };
    }

    private ObjectNode dated(ObjectNode options) {
        String name = given.path("dateFormat").path("name").asText("");
        if (!DATE_FORMATS.containsKey(name)) {
            throw refused("options.dateFormat.name");
        }
        options.putObject("dateFormat").put("name", name).put("format", DATE_FORMATS.get(name));
        return options;
    }

    private ObjectNode timed(ObjectNode options) {
        String name = given.path("timeFormat").path("name").asText("");
        if (!TIME_FORMATS.containsKey(name)) {
            throw refused("options.timeFormat.name");
        }
        options.putObject("timeFormat").put("name", name).put("format", TIME_FORMATS.get(name));
        return options.put("timeZone", text("timeZone"));
    }

    private ObjectNode choices() {
        if (!given.path("choices").isArray()) {
            throw refused("options.choices");
        }
        ObjectNode options = JSON.objectNode();
        ArrayNode choices = options.putArray("choices");
        Set<String> names = new HashSet<>();
        for (JsonNode choice : given.path("choices")) {
            String name = choice.path("name").asText("");
            if (name.isBlank() || !names.add(name)) {
                throw refused("options.choices.name");
            }
            Choice next = Choice.next(base.ids().next("sel"), name, choices.size());
            choices.add(new Choice(next.id(), name, choice.path("color").asText(next.color())).json());
        }
        return options;
    }

    private ObjectNode link() {
        Table linked =
                base.find(given.path("linkedTableId").asText("")).orElseThrow(() -> refused("options.linkedTableId"));
        return JSON.objectNode()
                .put("linkedTableId", linked.id())
                .put("isReversed", false)
                .put(
                        "prefersSingleRecordLink",
                        given.path("prefersSingleRecordLink").asBoolean(false));
    }

    private int within(String key, int min, int max) {
        JsonNode value = given.path(key);
        if (!value.isIntegralNumber() || value.intValue() < min || value.intValue() > max) {
            throw refused("options." + key);
        }
        return value.intValue();
    }

    private String text(String key) {
        String text = given.path(key).asText("");
        if (text.isEmpty()) {
            throw refused("options." + key);
        }
        return text;
    }

    private String oneOf(String key, Set<String> allowed) {
        String text = text(key);
        if (!allowed.contains(text)) {
            throw refused("options." + key);
        }
        return text;
    }

    private Refusal refused(String path) {
        return Refusal.invalid(
                "INVALID_FIELD_TYPE_OPTIONS_FOR_CREATE",
                "Invalid options for " + where + ": Failed schema validation: " + List.of(path)
                        + " is missing or invalid");
    }
}
