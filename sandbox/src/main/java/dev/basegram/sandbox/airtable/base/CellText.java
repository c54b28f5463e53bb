package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.airtable.formula.Coercion;
import dev.basegram.sandbox.airtable.formula.DateReading;
import dev.basegram.sandbox.airtable.formula.MomentFormat;
import dev.basegram.sandbox.airtable.formula.Value;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/** Cells as the grid shows them, which is what {@code cellFormat=string} returns. */
public final class CellText {
    private final Computation computation;
    private final CellJson json;
    private final ZoneId zone;
    private final Locale locale;

    /** For one request; {@code zone} is for fields that show times in the reader's own zone. */
    public CellText(Computation computation, CellJson json, ZoneId zone, Locale locale) {
        this.computation = computation;
        this.json = json;
        this.zone = zone;
        this.locale = locale;
    }

    /** A cell's text; null when empty. */
    public @Nullable String text(Table table, Row row, Field field) {
        if (field.type() == FieldType.MULTIPLE_RECORD_LINKS) {
            String names = Coercion.text(computation.value(table, row, field));
            return names.isEmpty() ? null : names;
        }
        JsonNode cell = json.cell(table, row, field);
        if (cell == null) {
            return null;
        }
        Field shown = field.type() == FieldType.MULTIPLE_LOOKUP_VALUES ? brought(table, field) : field.shownAs();
        return cell.isArray()
                ? StreamSupport.stream(cell.spliterator(), false)
                        .map(element -> element(shown, element))
                        .collect(Collectors.joining(", "))
                : element(shown, cell);
    }

    /** A lookup shows values as the field that they come from does. */
    private Field brought(Table table, Field lookup) {
        Optional<Field> source = table.find(lookup.option("recordLinkFieldId"))
                .map(link -> computation.base().table(link.linkedTableId()))
                .flatMap(target -> target.find(lookup.option("fieldIdInLinkedTable")));
        return source.map(Field::shownAs).orElse(lookup);
    }

    private String element(Field field, JsonNode value) {
        if (value.isObject()) {
            return object(value);
        }
        if (value.isNumber()) {
            return number(field, value.decimalValue());
        }
        if (value.isBoolean()) {
            return value.booleanValue() ? "checked" : "";
        }
        boolean date = switch (field.type()) {
            case DATE, DATE_TIME, CREATED_TIME, LAST_MODIFIED_TIME -> true;
            default -> false;
        };
        String text = value.asText();
        return date ? DateReading.any(text).map(moment -> date(field, moment)).orElse(text) : text;
    }

    private static String object(JsonNode value) {
        for (String key : new String[] {"error", "specialValue", "text", "label"}) {
            if (value.path(key).isTextual()) {
                return value.path(key).textValue();
            }
        }
        if (value.path("filename").isTextual()) {
            return value.path("filename").textValue() + " (" + value.path("url").asText() + ")";
        }
        return value.path("name").asText(value.path("id").asText());
    }

    private static String number(Field field, BigDecimal number) {
        int precision = field.options().path("precision").asInt(-1);
        return switch (field.type()) {
            case CURRENCY -> money(field, number, Math.max(precision, 0));
            case PERCENT -> plain(number.movePointRight(2), Math.max(precision, 0)) + "%";
            case DURATION -> NumberText.duration(field, number.doubleValue());
            default -> precision < 0 ? Coercion.text(number.doubleValue()) : plain(number, precision);
        };
    }

    private static String money(Field field, BigDecimal number, int precision) {
        String sign = number.signum() < 0 ? "-" : "";
        return sign + field.option("symbol") + String.format(Locale.ENGLISH, "%,." + precision + "f", number.abs());
    }

    private static String plain(BigDecimal number, int precision) {
        return number.setScale(precision, RoundingMode.HALF_UP).toPlainString();
    }

    private String date(Field field, Value.Moment moment) {
        String format = field.options().path("dateFormat").path("format").asText("l");
        ZoneId where = "client".equals(field.option("timeZone")) ? zone : FieldZone.of(field);
        if (field.type() == FieldType.DATE) {
            return MomentFormat.format(moment.at().atZone(moment.zone()), format, locale);
        }
        String time = field.options().path("timeFormat").path("format").asText("h:mma");
        return MomentFormat.format(moment.at().atZone(where), format + " " + time, locale);
    }
}
