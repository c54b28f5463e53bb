package dev.basegram.bot.access.audit;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.FieldId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.json.CellReader;
import dev.basegram.bot.airtable.json.CellWriter;
import dev.basegram.bot.airtable.json.Json;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/** Cells as text, by the types of a table's fields: a table without a field for the mark knows a record by what it holds. */
public final class IntendedCells {
    private IntendedCells() {}

    /** Returns the text; a value that its field does not take, and so will not be sent, is left out. */
    public static String write(Table table, Map<FieldId, CellValue> cells) {
        ObjectNode node = Json.object();
        cells.forEach((id, value) -> table.field(id)
                .flatMap(field -> CellWriter.write(field, value).found())
                .ifPresent(json -> node.set(id.value(), json)));
        return new String(Json.bytes(node), StandardCharsets.UTF_8);
    }

    /** Reads the text; fields that are gone are left out. */
    public static Map<FieldId, CellValue> read(Table table, String text) {
        Map<FieldId, CellValue> cells = new HashMap<>();
        Optional<JsonNode> node = Json.parse(text.getBytes(StandardCharsets.UTF_8));
        node.ifPresent(found -> table.fields().stream()
                .filter(field -> found.has(field.id().value()))
                .forEach(field -> cells.put(
                        field.id(),
                        CellReader.read(field.type(), found.get(field.id().value())))));
        return cells;
    }
}
