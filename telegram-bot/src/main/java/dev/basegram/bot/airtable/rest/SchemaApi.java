package dev.basegram.bot.airtable.rest;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.NewField;
import dev.basegram.bot.airtable.NewTable;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.json.Json;
import dev.basegram.bot.config.BotSettings;
import jakarta.inject.Singleton;
import java.util.Optional;
import org.eclipse.microprofile.rest.client.inject.RestClient;

/** Makes tables and fields ({@code airtable.com/developers/web/api/create-table}, {@code …/create-field}, {@code …/update-table}). */
@Singleton
public final class SchemaApi {
    private final ApiRest rest;
    private final Wire wire;
    private final String base;

    SchemaApi(@RestClient ApiRest rest, Wire wire, BotSettings settings) {
        this.rest = rest;
        this.wire = wire;
        this.base = settings.airtable().baseId();
    }

    /** Makes a table; sent twice, the second is refused for its name. */
    public Call<JsonNode> createTable(NewTable table) {
        ObjectNode body = Json.object().put("name", table.name()).put("description", table.description());
        var fields = body.putArray("fields");
        table.fields().forEach(field -> fields.add(json(field)));
        byte[] bytes = Json.bytes(body);
        return wire.call("create_table", Safety.ONCE, () -> rest.createTable(base, bytes), Optional::of);
    }

    /** Makes a field; sent twice, the second is refused for its name. */
    public Call<JsonNode> createField(TableId table, NewField field) {
        byte[] bytes = Json.bytes(json(field));
        return wire.call("create_field", Safety.ONCE, () -> rest.createField(base, table.value(), bytes), Optional::of);
    }

    /** Gives a table another name. */
    public Call<JsonNode> rename(TableId table, String name) {
        byte[] bytes = Json.bytes(Json.object().put("name", name));
        return wire.call(
                "rename_table", Safety.REPEATABLE, () -> rest.updateTable(base, table.value(), bytes), Optional::of);
    }

    private static ObjectNode json(NewField field) {
        ObjectNode node = Json.object().put("name", field.name());
        switch (field.kind()) {
            case NewField.Kind.Line _ -> node.put("type", "singleLineText");
            case NewField.Kind.Lines _ -> node.put("type", "multilineText");
            case NewField.Kind.Phone _ -> node.put("type", "phoneNumber");
            case NewField.Kind.Tick _ ->
                node.put("type", "checkbox")
                        .putObject("options")
                        .put("icon", "check")
                        .put("color", "greenBright");
            case NewField.Kind.Moment _ -> {
                ObjectNode options = node.put("type", "dateTime").putObject("options");
                options.put("timeZone", "utc");
                options.putObject("dateFormat").put("name", "iso");
                options.putObject("timeFormat").put("name", "24hour");
            }
            case NewField.Kind.Choice(var names) -> {
                var choices =
                        node.put("type", "singleSelect").putObject("options").putArray("choices");
                names.forEach(name -> choices.addObject().put("name", name));
            }
            case NewField.Kind.Link(TableId linked) ->
                node.put("type", "multipleRecordLinks").putObject("options").put("linkedTableId", linked.value());
        }
        return node;
    }
}
