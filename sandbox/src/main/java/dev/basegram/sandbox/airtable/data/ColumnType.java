package dev.basegram.sandbox.airtable.data;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.formula.DateReading;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Tells a column's field type from its values; text when in doubt. */
final class ColumnType {
    private static final Pattern NUMBER = Pattern.compile("-?\\d+(?:\\.(\\d{1,8}))?");
    private static final Pattern MONEY = Pattern.compile("-?([$€£])\\s?[\\d,]+(?:\\.\\d{1,2})?");
    private static final Pattern PERCENT = Pattern.compile("-?\\d+(?:\\.\\d+)?%");
    private static final Pattern EMAIL = Pattern.compile("[^@\\s]+@[^@\\s]+\\.[^@\\s]+");
    private static final Pattern URL = Pattern.compile("https?://\\S+");
    private static final Pattern PHONE = Pattern.compile("\\+\\d[\\d ()-]{6,}");
    private static final Pattern DATE = Pattern.compile("\\d{4}-\\d{2}-\\d{2}|\\d{1,2}/\\d{1,2}/\\d{4}");
    private static final Pattern TIME = Pattern.compile("(?:" + DATE + ")[T ]\\d{1,2}:\\d{2}.*");
    private static final int MAX_CHOICES = 12;

    private ColumnType() {}

    /** A field's type and options. */
    static ObjectNode of(List<String> values) {
        if (values.isEmpty()) {
            return type("singleLineText");
        }
        if (values.stream().allMatch(value -> value.equals("checked"))) {
            ObjectNode checkbox = type("checkbox");
            checkbox.putObject("options").put("icon", "check").put("color", "greenBright");
            return checkbox;
        }
        if (all(values, NUMBER)) {
            return number(values);
        }
        if (all(values, MONEY)) {
            return money(values);
        }
        if (all(values, PERCENT)) {
            ObjectNode percent = type("percent");
            percent.putObject("options").put("precision", 1);
            return percent;
        }
        if (all(values, DATE) || all(values, TIME)) {
            return date(values);
        }
        return text(values);
    }

    private static boolean all(List<String> values, Pattern pattern) {
        return values.stream().allMatch(value -> pattern.matcher(value.strip()).matches());
    }

    private static ObjectNode type(String name) {
        return JsonNodeFactory.instance.objectNode().put("type", name);
    }

    private static ObjectNode number(List<String> values) {
        int precision = 0;
        for (String value : values) {
            Matcher matcher = NUMBER.matcher(value.strip());
            if (matcher.matches() && matcher.group(1) != null) {
                precision = Math.max(precision, matcher.group(1).length());
            }
        }
        ObjectNode number = type("number");
        number.putObject("options").put("precision", precision);
        return number;
    }

    private static ObjectNode money(List<String> values) {
        Matcher first = MONEY.matcher(values.getFirst().strip());
        ObjectNode money = type("currency");
        money.putObject("options").put("precision", 2).put("symbol", first.matches() ? first.group(1) : "$");
        return money;
    }

    private static ObjectNode date(List<String> values) {
        if (values.stream().anyMatch(value -> DateReading.any(value).isEmpty())) {
            return type("singleLineText");
        }
        boolean times = all(values, TIME);
        ObjectNode date = type(times ? "dateTime" : "date");
        ObjectNode options = date.putObject("options");
        options.putObject("dateFormat").put("name", "iso").put("format", "YYYY-MM-DD");
        if (times) {
            options.putObject("timeFormat").put("name", "24hour").put("format", "HH:mm");
            options.put("timeZone", "utc");
        }
        return date;
    }

    private static ObjectNode text(List<String> values) {
        if (all(values, EMAIL)) {
            return type("email");
        }
        if (all(values, URL)) {
            return type("url");
        }
        if (all(values, PHONE)) {
            return type("phoneNumber");
        }
        if (values.stream().anyMatch(value -> value.length() > 80 || value.contains("\n"))) {
            return type("multilineText");
        }
        List<String> distinct = values.stream().map(String::strip).distinct().toList();
        return distinct.size() <= MAX_CHOICES && distinct.size() * 2 <= values.size()
                ? select(distinct)
                : type("singleLineText");
    }

    private static ObjectNode select(List<String> names) {
        ObjectNode select = type("singleSelect");
        ArrayNode choices = select.putObject("options").putArray("choices");
        names.forEach(name -> choices.addObject().put("name", name));
        return select;
    }
}
