package dev.basegram.sandbox.telegram.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The parameters of a call. As on the real server all are texts, whatever the encoding; a JSON value that is no string is
 * kept as its JSON text, {@code null} included. A number that does not parse counts as 0.
 */
public final class Params {
    private final Map<String, String> values;
    private final Map<String, UploadedFile> files;

    /** Creates parameters; the maps are taken over. */
    public Params(Map<String, String> values, Map<String, UploadedFile> files) {
        this.values = values;
        this.files = files;
    }

    /** Returns the parameters of a JSON object, as of a method call in a webhook's reply. */
    public static Params ofJson(JsonNode object) {
        Map<String, String> values = new HashMap<>();
        object.properties().forEach(field -> values.put(field.getKey(), textOf(field.getValue())));
        return new Params(values, Map.of());
    }

    /** Returns how a JSON value reads as a parameter. */
    public static String textOf(JsonNode value) {
        return value.isTextual() ? value.textValue() : value.toString();
    }

    /** Returns a parameter; empty when it is missing. */
    public String text(String name) {
        return values.getOrDefault(name, "");
    }

    /** Returns the first of two parameters that is there; empty when both are missing. */
    public String text(String name, String formerName) {
        String value = text(name);
        return value.isEmpty() ? text(formerName) : value;
    }

    /** Says whether a parameter is there and not empty. */
    public boolean has(String name) {
        return !text(name).isEmpty();
    }

    /** Returns a whole number; 0 when it is missing or none. */
    public long number(String name) {
        return toNumber(text(name));
    }

    /** Returns a whole number brought into a range; {@code absent} when it is missing. */
    public int integer(String name, int absent, int least, int most) {
        return has(name) ? Math.clamp(number(name), least, most) : absent;
    }

    /** Returns a message id; 0 when it is missing or none. */
    public int messageId(String name) {
        return Math.clamp(number(name), Integer.MIN_VALUE, Integer.MAX_VALUE);
    }

    /** Returns a decimal number; empty when it is missing or none. */
    public Optional<Double> decimal(String name) {
        try {
            return has(name) ? Optional.of(Double.valueOf(text(name).strip())) : Optional.empty();
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Returns a truth value: {@code true}, {@code yes} and {@code 1}, in any case, are true. */
    public boolean flag(String name) {
        return switch (text(name).toLowerCase(Locale.ROOT)) {
            case "true", "yes", "1" -> true;
            default -> false;
        };
    }

    /**
     * Returns a JSON parameter; null when it is missing.
     *
     * @param what what it is called in the refusal when it is not JSON
     */
    public @Nullable JsonNode json(String name, String what) {
        if (!has(name)) {
            return null;
        }
        return Json.parse(text(name)).orElseThrow(() -> Refusal.badRequest("can't parse " + what + " JSON object"));
    }

    /** Returns a file of the request; null when there is none of that name. */
    public @Nullable UploadedFile file(String name) {
        return files.get(name);
    }

    /** Returns these parameters with those of a query string, which come first. */
    public Params withQuery(Map<String, String> query) {
        if (query.isEmpty()) {
            return this;
        }
        Map<String, String> both = new HashMap<>(values);
        both.putAll(query);
        return new Params(both, files);
    }

    /** Returns these parameters with one more file. */
    public Params withFile(String name, UploadedFile file) {
        Map<String, UploadedFile> more = new HashMap<>(files);
        more.put(name, file);
        return new Params(values, more);
    }

    /** Returns what a log shows: the parameters, and the files by name and size. */
    public ObjectNode toLog() {
        ObjectNode log = Json.object();
        values.forEach((name, value) -> log.set(name, readable(value)));
        files.forEach((name, file) ->
                log.put(name, file.fileName() + " (" + file.content().length() + " bytes)"));
        return log;
    }

    private static JsonNode readable(String value) {
        boolean structured = value.startsWith("{") || value.startsWith("[");
        Optional<JsonNode> parsed = structured ? Json.parse(value) : Optional.empty();
        return parsed.orElseGet(() -> Json.object().textNode(value));
    }

    private static long toNumber(String text) {
        String digits = text.strip();
        int end = digits.startsWith("-") ? 1 : 0;
        while (end < digits.length() && Character.isDigit(digits.charAt(end))) {
            end++;
        }
        try {
            return Long.parseLong(digits, 0, end, 10);
        } catch (NumberFormatException e) {
            return 0;
        }
    }
}
