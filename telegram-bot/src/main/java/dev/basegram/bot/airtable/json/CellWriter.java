package dev.basegram.bot.airtable.json;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import dev.basegram.bot.airtable.AirtableFailure.ValueRefused;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.FieldType;
import dev.basegram.bot.airtable.SelectChoice;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Writes a cell by its field's type, or says why it cannot, before anything is sent.
 *
 * <p>Strict, since nothing is sent with {@code typecast}: an option that is not in the schema, a text for a number or a value for a
 * computed field is refused with a message that names the field.
 */
public final class CellWriter {
    /** The most characters of a text cell. */
    public static final int LONGEST_TEXT = 100_000;

    private static final DateTimeFormatter INSTANT =
            DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSS'Z'").withZone(ZoneOffset.UTC);
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final int NANOS = 9;

    private CellWriter() {}

    /** Returns the JSON of a value for this field, or {@link ValueRefused}. */
    public static Answer<JsonNode> write(Field field, CellValue value) {
        if (!(field.type() instanceof FieldType.Editable type)) {
            return refused(field, "is computed by Airtable and cannot be changed");
        }
        if (value instanceof CellValue.Empty) {
            return Answer.ok(NODES.nullNode());
        }
        return switch (type) {
            case FieldType.SingleLineText _,
                    FieldType.MultilineText _,
                    FieldType.Email _,
                    FieldType.Url _,
                    FieldType.PhoneNumber _ -> text(field, value);
            case FieldType.RichText _ -> text(field, value);
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _ -> number(field, value);
            case FieldType.Rating stars -> rating(field, value, stars.max());
            case FieldType.Duration _ ->
                value instanceof CellValue.Length(Duration length)
                        ? Answer.ok(seconds(length))
                        : refused(field, "takes a length of time");
            case FieldType.Checkbox _ ->
                value instanceof CellValue.Checkbox(boolean checked)
                        ? Answer.ok(NODES.booleanNode(checked))
                        : refused(field, "takes yes or no");
            case FieldType.Date _ ->
                value instanceof CellValue.Date date
                        ? Answer.ok(NODES.textNode(date.date().toString()))
                        : refused(field, "takes a date");
            case FieldType.DateTime _ ->
                value instanceof CellValue.DateTime time
                        ? Answer.ok(NODES.textNode(INSTANT.format(time.instant())))
                        : refused(field, "takes a date with a time");
            case FieldType.SingleSelect(List<SelectChoice> choices) ->
                value instanceof CellValue.Choice(String name)
                        ? option(field, choices, name)
                        : refused(field, "takes one of its options");
            case FieldType.MultipleSelects(List<SelectChoice> choices) -> options(field, choices, value);
            case FieldType.SingleCollaborator _ ->
                value instanceof CellValue.Person(Collaborator person)
                        ? Answer.ok(person(person))
                        : refused(field, "takes a person of the base");
            case FieldType.MultipleCollaborators _ ->
                value instanceof CellValue.People(List<Collaborator> people)
                        ? Answer.ok(list(people, person -> NODES.textNode(person.id())))
                        : refused(field, "takes people of the base");
            case FieldType.RecordLinks links -> links(field, links, value);
            case FieldType.Attachments _ ->
                value instanceof CellValue.Attachments attachments
                        ? Answer.ok(
                                list(attachments.files(), file -> Json.object().put("id", file.id())))
                        : refused(field, "takes files");
            case FieldType.Barcode _ ->
                value instanceof CellValue.Barcode barcode
                        ? Answer.ok(Json.object().put("text", barcode.text()))
                        : refused(field, "takes a bar code");
        };
    }

    private static Answer<JsonNode> text(Field field, CellValue value) {
        String text = switch (value) {
            case CellValue.Text(String plain) -> plain;
            case CellValue.RichText(String markdown) -> markdown;
            default -> null;
        };
        if (text == null) {
            return refused(field, "takes a text");
        }
        return text.length() > LONGEST_TEXT
                ? refused(field, "takes at most " + LONGEST_TEXT + " characters, not " + text.length())
                : Answer.ok(NODES.textNode(text));
    }

    private static Answer<JsonNode> number(Field field, CellValue value) {
        if (!(value instanceof CellValue.Numeric(BigDecimal number))) {
            return refused(field, "takes a number");
        }
        return Double.isInfinite(number.doubleValue())
                ? refused(field, "takes smaller numbers")
                : Answer.ok(NODES.numberNode(number));
    }

    private static Answer<JsonNode> rating(Field field, CellValue value, int max) {
        boolean fits = value instanceof CellValue.Numeric(BigDecimal stars)
                && stars.scale() <= 0
                && stars.signum() > 0
                && stars.compareTo(BigDecimal.valueOf(max)) <= 0;
        return fits ? number(field, value) : refused(field, "takes a whole number from 1 to " + max);
    }

    private static JsonNode seconds(Duration length) {
        BigDecimal seconds = BigDecimal.valueOf(length.getSeconds())
                .add(BigDecimal.valueOf(length.getNano(), NANOS))
                .stripTrailingZeros();
        return seconds.scale() <= 0 ? NODES.numberNode(seconds.longValueExact()) : NODES.numberNode(seconds);
    }

    private static Answer<JsonNode> option(Field field, List<SelectChoice> choices, String name) {
        return isKnown(choices, name)
                ? Answer.ok(NODES.textNode(name))
                : refused(field, "has no option \"" + name + "\"");
    }

    private static Answer<JsonNode> options(Field field, List<SelectChoice> choices, CellValue value) {
        if (!(value instanceof CellValue.Choices(List<String> names))) {
            return refused(field, "takes any of its options");
        }
        for (String name : names) {
            if (!isKnown(choices, name)) {
                return refused(field, "has no option \"" + name + "\"");
            }
        }
        return Answer.ok(list(names, NODES::textNode));
    }

    private static boolean isKnown(List<SelectChoice> choices, String name) {
        // Old answers leave the options out; then only Airtable can tell.
        return choices.isEmpty()
                || choices.stream().anyMatch(choice -> choice.name().equals(name));
    }

    private static Answer<JsonNode> links(Field field, FieldType.RecordLinks type, CellValue value) {
        if (!(value instanceof CellValue.Links links)) {
            return refused(field, "takes records of another table");
        }
        return type.prefersSingle() && links.records().size() > 1
                ? refused(field, "takes one record at most")
                : Answer.ok(list(links.records(), record -> NODES.textNode(record.value())));
    }

    private static JsonNode person(Collaborator person) {
        return person.id().isEmpty()
                ? Json.object().put("email", person.email())
                : Json.object().put("id", person.id());
    }

    private static <T> JsonNode list(List<T> elements, Function<T, @Nullable JsonNode> write) {
        ArrayNode array = NODES.arrayNode();
        elements.forEach(element -> array.add(write.apply(element)));
        return array;
    }

    private static Answer<JsonNode> refused(Field field, String reason) {
        return Answer.failed(new ValueRefused(field.id(), field.name(), reason));
    }
}
