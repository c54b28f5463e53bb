package dev.basegram.bot.chat.cell;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.RecordId;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes the values people can fill in as JSON for our own store, and reads them back. Values that nobody fills in become empty:
 * they are never written to the base.
 */
public final class CellCodec {
    private CellCodec() {}

    /** Writes a value. */
    public static ObjectNode write(CellValue value) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        return switch (value) {
            case CellValue.Text(String text) -> node.put("text", text);
            case CellValue.RichText(String markdown) -> node.put("rich", markdown);
            case CellValue.Numeric(BigDecimal number) -> node.put("number", number.toPlainString());
            case CellValue.Checkbox(boolean checked) -> node.put("checked", checked);
            case CellValue.Date(LocalDate date) -> node.put("date", date.toString());
            case CellValue.DateTime(Instant instant) -> node.put("time", instant.toString());
            case CellValue.Length(Duration length) -> node.put("length", length.toString());
            case CellValue.Choice(String name) -> node.put("choice", name);
            case CellValue.Choices(List<String> names) -> node.set("choices", array(names));
            case CellValue.Links(List<RecordId> records) ->
                node.set("links", array(records.stream().map(RecordId::value).toList()));
            case CellValue.Barcode(String text, var _) -> node.put("barcode", text);
            case CellValue.Person(Collaborator who) -> node.set("person", collaborator(who));
            case CellValue.People(List<Collaborator> people) -> {
                ArrayNode all = node.putArray("people");
                people.forEach(who -> all.add(collaborator(who)));
                yield node;
            }
            default -> node;
        };
    }

    /** Reads a value; empty for what cannot be filled in. */
    public static CellValue read(@Nullable JsonNode node) {
        if (node == null || node.isEmpty()) {
            return CellValue.empty();
        }
        String kind = node.fieldNames().next();
        JsonNode value = node.get(kind);
        return switch (kind) {
            case "text" -> new CellValue.Text(value.asText());
            case "rich" -> new CellValue.RichText(value.asText());
            case "number" -> new CellValue.Numeric(new BigDecimal(value.asText()));
            case "checked" -> new CellValue.Checkbox(value.asBoolean());
            case "date" -> new CellValue.Date(LocalDate.parse(value.asText()));
            case "time" -> new CellValue.DateTime(Instant.parse(value.asText()));
            case "length" -> new CellValue.Length(Duration.parse(value.asText()));
            case "choice" -> new CellValue.Choice(value.asText());
            case "choices" -> new CellValue.Choices(list(value, JsonNode::asText));
            case "links" -> new CellValue.Links(list(value, id -> new RecordId(id.asText())));
            case "barcode" -> new CellValue.Barcode(value.asText(), null);
            case "person" -> new CellValue.Person(collaborator(value));
            case "people" -> new CellValue.People(list(value, CellCodec::collaborator));
            default -> CellValue.empty();
        };
    }

    /** Returns texts as an array. */
    public static ArrayNode array(List<String> texts) {
        ArrayNode array = JsonNodeFactory.instance.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    /** Reads an array; null gives an empty list. */
    public static <T> List<T> list(@Nullable JsonNode array, Function<JsonNode, T> read) {
        List<T> list = new ArrayList<>();
        if (array != null) {
            array.forEach(each -> list.add(read.apply(each)));
        }
        return list;
    }

    private static ObjectNode collaborator(Collaborator who) {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", who.id())
                .put("email", who.email())
                .put("name", who.name());
    }

    private static Collaborator collaborator(JsonNode node) {
        return new Collaborator(
                node.path("id").asText(),
                node.path("email").textValue(),
                node.path("name").textValue());
    }
}
