package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.formula.Coercion;
import dev.basegram.sandbox.airtable.formula.DateReading;
import dev.basegram.sandbox.airtable.formula.Value;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads cell values of a request into the form that is kept. With typecast, text is understood as far as the type allows
 * and what cannot be understood empties the cell; without, a value of the wrong kind is refused.
 */
final class CellReader {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final int MAX_TEXT = 100_000;
    private static final List<String> YES = List.of("true", "1", "yes", "checked", "y", "on");

    private final Transaction transaction;
    private final boolean typecast;

    CellReader(Transaction transaction, boolean typecast) {
        this.transaction = transaction;
        this.typecast = typecast;
    }

    /**
     * The cell as kept; null when the value empties it.
     *
     * @throws Refusal when the field does not take the value
     */
    @Nullable
    JsonNode read(Table table, Row row, Field field, JsonNode value) {
        if (field.type().isComputed()) {
            throw Refusal.invalid(
                    "INVALID_VALUE_FOR_COLUMN",
                    "Field \"" + field.name() + "\" cannot accept a value because the field is computed");
        }
        if (value.isNull()) {
            return null;
        }
        if (field.type().isText()) {
            return text(field, value);
        }
        if (field.type().isNumber()) {
            return number(field, value);
        }
        return switch (field.type()) {
            case CHECKBOX -> checkbox(field, value);
            case DATE -> new DateCells(field, typecast).date(value);
            case DATE_TIME -> new DateCells(field, typecast).dateTime(value);
            case SINGLE_SELECT -> new SelectCells(transaction, table, field, typecast).one(value);
            case MULTIPLE_SELECTS -> new SelectCells(transaction, table, field, typecast).several(value);
            case SINGLE_COLLABORATOR -> collaborator(field, value);
            case MULTIPLE_COLLABORATORS -> collaborators(field, value);
            case MULTIPLE_RECORD_LINKS -> new LinkCells(transaction, field, typecast).read(value);
            case MULTIPLE_ATTACHMENTS -> AttachmentCells.read(transaction.base().ids(), row, field, value);
            case BARCODE -> barcode(field, value);
            default -> throw new IllegalStateException("No reader for " + field.type());
        };
    }

    private @Nullable JsonNode text(Field field, JsonNode value) {
        if (!value.isTextual() && !(typecast && value.isValueNode())) {
            throw notAccepted(field);
        }
        String text = value.asText();
        if (text.length() > MAX_TEXT) {
            throw notAccepted(field);
        }
        if (field.type() == FieldType.RICH_TEXT && !text.isEmpty() && !text.endsWith("\n")) {
            text += "\n";
        }
        return text.isEmpty() ? null : JSON.textNode(text);
    }

    private @Nullable JsonNode number(Field field, JsonNode value) {
        Optional<BigDecimal> number = value.isNumber() ? Optional.of(value.decimalValue()) : Optional.empty();
        if (number.isEmpty()) {
            if (!typecast) {
                throw notAccepted(field);
            }
            number = NumberText.read(field, value.asText());
        }
        if (field.type() != FieldType.RATING || number.isEmpty()) {
            return number.map(read -> CellJson.number(read.doubleValue())).orElse(null);
        }
        int stars = number.get().intValue();
        if (stars < 0
                || stars > field.options().path("max").asInt(5)
                || number.get().stripTrailingZeros().scale() > 0) {
            throw notAccepted(field);
        }
        return stars == 0 ? null : JSON.numberNode((long) stars);
    }

    private @Nullable JsonNode checkbox(Field field, JsonNode value) {
        if (!value.isBoolean() && !typecast) {
            throw notAccepted(field);
        }
        boolean on = value.isBoolean()
                ? value.booleanValue()
                : YES.contains(value.asText().strip().toLowerCase(Locale.ROOT));
        return on ? JSON.booleanNode(true) : null;
    }

    private @Nullable JsonNode collaborator(Field field, JsonNode value) {
        String key = value.path("id").asText(value.path("email").asText(""));
        if (key.isEmpty() && value.isTextual() && typecast) {
            key = value.textValue();
        }
        Optional<User> user = transaction.base().user(key);
        if (user.isEmpty() && !typecast) {
            throw notAccepted(field);
        }
        return user.map(found -> JSON.textNode(found.id())).orElse(null);
    }

    /** The reference says ids; clients send the objects they have read, and the service takes both. */
    private @Nullable JsonNode collaborators(Field field, JsonNode value) {
        if (!value.isArray()) {
            throw notAccepted(field);
        }
        ArrayNode users = JSON.arrayNode();
        for (JsonNode element : value) {
            JsonNode object = element.isTextual() ? JSON.objectNode().set("id", element) : element;
            JsonNode user = collaborator(field, object);
            if (user != null) {
                users.add(user);
            }
        }
        return users.isEmpty() ? null : users;
    }

    private @Nullable JsonNode barcode(Field field, JsonNode value) {
        if (value.isTextual() && typecast) {
            return value.textValue().isEmpty() ? null : JSON.objectNode().set("text", value);
        }
        if (!value.path("text").isTextual()) {
            throw notAccepted(field);
        }
        ObjectNode barcode = JSON.objectNode().set("text", value.path("text"));
        return value.path("type").isTextual() ? barcode.set("type", value.path("type")) : barcode;
    }

    /** The 422 for a value of the wrong kind. */
    static Refusal notAccepted(Field field) {
        return Refusal.invalid(
                "INVALID_VALUE_FOR_COLUMN", "Field \"" + field.name() + "\" cannot accept the provided value");
    }

    /** Dates and points in time. */
    private record DateCells(Field field, boolean typecast) {
        @Nullable
        JsonNode date(JsonNode value) {
            Optional<Value.Moment> moment = moment(value);
            return moment.map(read -> JSON.textNode(Timestamps.date(read.at()))).orElse(null);
        }

        @Nullable
        JsonNode dateTime(JsonNode value) {
            Optional<Value.Moment> moment = moment(value);
            return moment.map(read -> JSON.textNode(Timestamps.iso(read.at()))).orElse(null);
        }

        private Optional<Value.Moment> moment(JsonNode value) {
            String text = value.asText();
            if (value.isTextual() && text.isBlank() && typecast) {
                return Optional.empty();
            }
            Optional<Value.Moment> moment =
                    value.isTextual() ? DateReading.any(text, FieldZone.of(field)) : Optional.empty();
            boolean iso = text.matches("\\d{4}-\\d{2}-\\d{2}.*");
            if (!typecast && (moment.isEmpty() || !iso)) {
                throw Refusal.invalid(
                        "INVALID_VALUE_FOR_COLUMN",
                        "Cannot parse value \"" + Coercion.text(Value.text(text)) + "\" for field " + field.name());
            }
            return moment;
        }
    }
}
