package dev.basegram.endtoend.conversation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;

/** Somebody at work in Airtable's own page: makes tables and fields, types into rows. Nothing of it counts as a call. */
public final class AirtablePage {
    private final Sandbox sandbox;
    private final String base;

    public AirtablePage(Sandbox sandbox, String base) {
        this.sandbox = sandbox;
        this.base = base;
    }

    /** Makes a table, its columns given as name and type; the first is the primary one. */
    public void createTable(String name, List<Map.Entry<String, String>> columns) {
        ObjectNode table = Sandbox.object().put("name", name);
        ArrayNode fields = table.putArray("fields");
        columns.forEach(column -> {
            ObjectNode field = fields.addObject().put("name", column.getKey()).put("type", column.getValue());
            if (column.getValue().equals("checkbox")) {
                field.putObject("options").put("icon", "check").put("color", "greenBright");
            }
        });
        sandbox.call("POST", "/v0/meta/bases/" + base + "/tables", table.toString());
    }

    /** Adds a single select to a table. */
    public void addSelect(String table, String name, String... options) {
        ObjectNode field = Sandbox.object().put("name", name).put("type", "singleSelect");
        ArrayNode choices = field.putObject("options").putArray("choices");
        for (String option : options) {
            choices.addObject().put("name", option);
        }
        sandbox.call("POST", "/v0/meta/bases/" + base + "/tables/" + id(table) + "/fields", field.toString());
    }

    /** Adds a row; values as Airtable's API takes them. */
    public String addRow(String table, Map<String, Object> cells) {
        return sandbox.call("POST", rows(table), body(cells)).path("id").asText();
    }

    /** Types into a row. */
    public void change(String table, String row, Map<String, Object> cells) {
        sandbox.call("PATCH", rows(table) + "/" + row, body(cells));
    }

    /** Returns the id of a table. */
    public String id(String table) {
        for (JsonNode each :
                sandbox.call("GET", "/sandbox/airtable/bases", "").path(0).path("tables")) {
            if (each.path("name").asText().equals(table)) {
                return each.path("id").asText();
            }
        }
        throw new AssertionError("no table " + table);
    }

    private String rows(String table) {
        return "/sandbox/airtable/bases/" + base + "/tables/" + id(table) + "/rows";
    }

    private static String body(Map<String, Object> cells) {
        ObjectNode body = Sandbox.object();
        ObjectNode fields = body.putObject("fields");
        cells.forEach(fields::putPOJO);
        return body.toString();
    }
}
