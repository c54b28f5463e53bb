package dev.basegram.bot.airtable.json;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Collaborator;
import dev.basegram.bot.airtable.FieldType;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Reads a cell by its field's type ({@code airtable.com/developers/web/api/field-model}).
 *
 * <p>Lenient: a computed cell may hold an error, a special value or an array whatever its type says, and what fits nothing is kept
 * as {@link CellValue.Raw}.
 */
public final class CellReader {
    private static final BigDecimal LONGEST_SECONDS = BigDecimal.valueOf(Long.MAX_VALUE / 2);
    private static final int NANOS = 9;

    private CellReader() {}

    /** Returns what the JSON of a cell means in a field of this type. */
    public static CellValue read(FieldType type, @Nullable JsonNode node) {
        if (node == null || node.isNull() || node.isMissingNode()) {
            return CellValue.empty();
        }
        Optional<CellValue> trouble = trouble(node);
        if (trouble.isPresent()) {
            return trouble.get();
        }
        CellValue value = switch (type) {
            case FieldType.Editable editable -> entered(editable, node);
            case FieldType.Computed computed -> computed(computed, node);
        };
        return value == null ? new CellValue.Raw(node.toString()) : value;
    }

    private static Optional<CellValue> trouble(JsonNode node) {
        if (!node.isObject()) {
            return Optional.empty();
        }
        String special = Json.text(node, "specialValue");
        if (special != null) {
            return switch (special) {
                case "NaN" -> Optional.of(new CellValue.Special(CellValue.Special.Kind.NAN));
                case "Infinity" -> Optional.of(new CellValue.Special(CellValue.Special.Kind.INFINITY));
                case "-Infinity" -> Optional.of(new CellValue.Special(CellValue.Special.Kind.NEGATIVE_INFINITY));
                default -> Optional.of(new CellValue.Raw(node.toString()));
            };
        }
        String error = node.size() == 1 ? Json.text(node, "error") : null;
        return error == null ? Optional.empty() : Optional.of(new CellValue.Invalid(error));
    }

    private static @Nullable CellValue entered(FieldType.Editable type, JsonNode node) {
        return switch (type) {
            case FieldType.SingleLineText _,
                    FieldType.MultilineText _,
                    FieldType.Email _,
                    FieldType.Url _,
                    FieldType.PhoneNumber _ -> node.isTextual() ? new CellValue.Text(node.textValue()) : null;
            case FieldType.RichText _ -> node.isTextual() ? new CellValue.RichText(node.textValue()) : null;
            case FieldType.Numeric _, FieldType.Currency _, FieldType.Percent _, FieldType.Rating _ -> number(node);
            case FieldType.Duration _ -> length(node);
            case FieldType.Checkbox _ -> node.isBoolean() ? tick(node.booleanValue()) : null;
            case FieldType.Date _ -> date(node);
            case FieldType.DateTime _ -> dateTime(node);
            case FieldType.SingleSelect _ -> StructuredCells.choice(node);
            case FieldType.MultipleSelects _ -> StructuredCells.choices(node);
            case FieldType.SingleCollaborator _ -> StructuredCells.person(node);
            case FieldType.MultipleCollaborators _ -> StructuredCells.people(node);
            case FieldType.RecordLinks _ -> StructuredCells.links(node);
            case FieldType.Attachments _ -> StructuredCells.attachments(node);
            case FieldType.Barcode _ -> StructuredCells.barcode(node);
        };
    }

    private static @Nullable CellValue computed(FieldType.Computed type, JsonNode node) {
        return switch (type) {
            case FieldType.Formula formula -> result(formula, node);
            case FieldType.Rollup rollup -> result(rollup, node);
            case FieldType.Lookup lookup -> values(lookup, StructuredCells.lookedUp(node));
            case FieldType.Count _, FieldType.AutoNumber _ -> number(node);
            case FieldType.CreatedTime created -> result(created, node);
            case FieldType.LastModifiedTime modified -> result(modified, node);
            case FieldType.CreatedBy _, FieldType.LastModifiedBy _ -> StructuredCells.person(node);
            case FieldType.Button _ -> StructuredCells.button(node);
            case FieldType.AiText _ -> StructuredCells.aiText(node);
            case FieldType.ExternalSyncSource _ -> StructuredCells.choice(node);
            case FieldType.Unknown _ -> null;
        };
    }

    private static CellValue result(FieldType.Computed type, JsonNode node) {
        if (node.isArray() && !isListType(type)) {
            return values(type, node);
        }
        CellValue read = type.resultType().map(result -> read(result, node)).orElseGet(() -> byShape(node));
        return read instanceof CellValue.Raw ? byShape(node) : read;
    }

    private static boolean isListType(FieldType.Computed type) {
        return type.resultType().orElse(null) instanceof FieldType.MultipleSelects
                || type.resultType().orElse(null) instanceof FieldType.RecordLinks
                || type.resultType().orElse(null) instanceof FieldType.MultipleCollaborators
                || type.resultType().orElse(null) instanceof FieldType.Attachments;
    }

    private static CellValue values(FieldType.Computed type, JsonNode nodes) {
        if (!nodes.isArray()) {
            return result(type, nodes);
        }
        List<CellValue> values = new ArrayList<>(nodes.size());
        for (JsonNode node : nodes) {
            values.add(result(type, node));
        }
        return values.isEmpty() ? CellValue.empty() : new CellValue.Values(values);
    }

    /** What a value is when only its JSON tells. */
    private static CellValue byShape(JsonNode node) {
        Optional<CellValue> trouble = trouble(node);
        if (trouble.isPresent()) {
            return trouble.get();
        }
        if (node.isNull()) {
            return CellValue.empty();
        }
        if (node.isTextual()) {
            return new CellValue.Text(node.textValue());
        }
        if (node.isNumber()) {
            return new CellValue.Numeric(node.decimalValue());
        }
        if (node.isBoolean()) {
            return tick(node.booleanValue());
        }
        if (node.isArray()) {
            List<CellValue> values = new ArrayList<>(node.size());
            node.forEach(element -> values.add(byShape(element)));
            return new CellValue.Values(values);
        }
        Collaborator person = StructuredCells.collaborator(node);
        return person == null ? new CellValue.Raw(node.toString()) : new CellValue.Person(person);
    }

    private static @Nullable CellValue number(JsonNode node) {
        return node.isNumber() ? new CellValue.Numeric(node.decimalValue()) : null;
    }

    private static CellValue tick(boolean checked) {
        return checked ? new CellValue.Checkbox(true) : CellValue.empty();
    }

    private static @Nullable CellValue length(JsonNode node) {
        if (!node.isNumber() || node.decimalValue().abs().compareTo(LONGEST_SECONDS) > 0) {
            return null;
        }
        BigDecimal seconds = node.decimalValue();
        long whole = seconds.longValue();
        long nanos = seconds.subtract(BigDecimal.valueOf(whole))
                .movePointRight(NANOS)
                .longValue();
        return new CellValue.Length(Duration.ofSeconds(whole, nanos));
    }

    private static @Nullable CellValue date(JsonNode node) {
        try {
            return node.isTextual() ? new CellValue.Date(LocalDate.parse(node.textValue())) : null;
        } catch (DateTimeParseException e) {
            return null;
        }
    }

    private static @Nullable CellValue dateTime(JsonNode node) {
        Instant instant = node.isTextual() ? Json.instant(node.textValue()) : null;
        return instant == null ? null : new CellValue.DateTime(instant);
    }
}
