package dev.basegram.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Masks tokens and secrets in what the call log shows. */
final class Redaction {
    private static final String MASK = "***";
    private static final Pattern BOT_TOKEN = Pattern.compile("\\d{5,}:[A-Za-z0-9_-]{20,}");
    private static final Pattern AIRTABLE_TOKEN = Pattern.compile("\\bpat[A-Za-z0-9]{8,}\\.[0-9A-Za-z]{16,}");
    private static final Set<String> SECRET_NAMES =
            Set.of("secret_token", "provider_token", "authorization", "macsecretbase64");

    private Redaction() {}

    static String of(String text) {
        String clean = text.indexOf(':') < 0 ? text : BOT_TOKEN.matcher(text).replaceAll(MASK);
        return clean.contains("pat") ? AIRTABLE_TOKEN.matcher(clean).replaceAll(MASK) : clean;
    }

    static @Nullable JsonNode of(@Nullable JsonNode node) {
        return node == null ? null : masked(node);
    }

    private static JsonNode masked(JsonNode node) {
        if (node.isTextual()) {
            return JsonNodeFactory.instance.textNode(of(node.textValue()));
        }
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> copy.add(masked(element)));
            return copy;
        }
        if (node.isObject()) {
            ObjectNode copy = JsonNodeFactory.instance.objectNode();
            node.properties().forEach(field -> copy.set(field.getKey(), maskedField(field.getKey(), field.getValue())));
            return copy;
        }
        return node;
    }

    private static JsonNode maskedField(String name, JsonNode value) {
        boolean secret = SECRET_NAMES.contains(name.toLowerCase(Locale.ROOT));
        return secret && value.isValueNode() ? JsonNodeFactory.instance.textNode(MASK) : masked(value);
    }
}
