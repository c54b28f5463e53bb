package dev.basegram.bot.access.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.access.Role;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import dev.basegram.bot.airtable.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** Writes rules as JSON for the store, and reads them back. */
final class RuleJson {
    private RuleJson() {}

    static String write(List<RuleState> states) {
        ObjectNode root = Json.object();
        ArrayNode array = root.putArray("states");
        states.forEach(state -> {
            ObjectNode node = array.addObject()
                    .put("table", state.table().value())
                    .put("role", state.role().name());
            state.rule().ifPresent(rule -> node.set("rule", write(rule)));
        });
        return new String(Json.bytes(root), StandardCharsets.UTF_8);
    }

    private static ObjectNode write(Rule rule) {
        ObjectNode node = Json.object()
                .put("see", rule.see())
                .put("add", rule.add())
                .put("edit", rule.edit())
                .put("delete", rule.delete());
        node.set("rows", write(rule.rows()));
        node.set("hidden", ids(rule.hidden()));
        rule.editable().ifPresent(only -> node.set("editable", ids(only)));
        node.set("required", ids(rule.required()));
        node.set("formOrder", ids(rule.formOrder()));
        return node;
    }

    private static ObjectNode write(RowRule rows) {
        return switch (rows) {
            case RowRule.All _ -> Json.object().put("kind", "all");
            case RowRule.Sent _ -> Json.object().put("kind", "sent");
            case RowRule.Mine(FieldId field) ->
                Json.object().put("kind", "mine").put("value", field.value());
            case RowRule.InView(ViewId view) ->
                Json.object().put("kind", "view").put("value", view.value());
            case RowRule.Matching(String formula) ->
                Json.object().put("kind", "formula").put("value", formula);
        };
    }

    private static ArrayNode ids(Collection<FieldId> fields) {
        ArrayNode array = Json.object().arrayNode();
        fields.forEach(field -> array.add(field.value()));
        return array;
    }

    static List<RuleState> read(String json) {
        JsonNode root = Json.parse(json.getBytes(StandardCharsets.UTF_8))
                .orElseThrow(() -> new IllegalStateException("rules in the store are no JSON"));
        List<RuleState> states = new ArrayList<>();
        root.path("states").forEach(node -> {
            var table = new TableId(node.path("table").asText());
            Role role = Role.valueOf(node.path("role").asText());
            states.add(
                    node.has("rule")
                            ? RuleState.of(rule(table, role, node.path("rule")))
                            : RuleState.none(table, role));
        });
        return List.copyOf(states);
    }

    private static Rule rule(TableId table, Role role, JsonNode node) {
        return new Rule(
                table,
                role,
                node.path("see").asBoolean(),
                node.path("add").asBoolean(),
                node.path("edit").asBoolean(),
                node.path("delete").asBoolean(),
                rows(node.path("rows")),
                Set.copyOf(fields(node.path("hidden"))),
                node.has("editable") ? Optional.of(Set.copyOf(fields(node.path("editable")))) : Optional.empty(),
                Set.copyOf(fields(node.path("required"))),
                fields(node.path("formOrder")));
    }

    private static RowRule rows(JsonNode node) {
        String value = node.path("value").asText();
        return switch (node.path("kind").asText()) {
            case "all" -> new RowRule.All();
            case "sent" -> new RowRule.Sent();
            case "mine" -> new RowRule.Mine(new FieldId(value));
            case "view" -> new RowRule.InView(new ViewId(value));
            case "formula" -> new RowRule.Matching(value);
            default -> throw new IllegalStateException("a row rule of an unknown kind: " + node);
        };
    }

    private static List<FieldId> fields(JsonNode array) {
        List<FieldId> fields = new ArrayList<>();
        array.forEach(id -> fields.add(new FieldId(id.asText())));
        return List.copyOf(fields);
    }
}
