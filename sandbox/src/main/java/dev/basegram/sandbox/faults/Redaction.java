package dev.basegram.sandbox.faults;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;
import java.util.Map;
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

    /** Returns the node itself when there is nothing to mask, which is nearly always. */
    private static JsonNode masked(JsonNode node) {
        if (node.isTextual()) {
            String clean = of(node.textValue());
            return clean.equals(node.textValue()) ? node : JsonNodeFactory.instance.textNode(clean);
        }
        return node.isContainerNode() && holdsSecret(node) ? copy(node) : node;
    }

    private static boolean holdsSecret(JsonNode node) {
        if (node.isTextual()) {
            return !of(node.textValue()).equals(node.textValue());
        }
        for (Map.Entry<String, JsonNode> field : node.properties()) {
            if (isSecret(field.getKey()) || holdsSecret(field.getValue())) {
                return true;
            }
        }
        if (node.isArray()) {
            for (JsonNode element : node) {
                if (holdsSecret(element)) {
                    return true;
                }
            }
        }
        return false;
    }

    private static JsonNode copy(JsonNode node) {
        if (node.isArray()) {
            ArrayNode copy = JsonNodeFactory.instance.arrayNode(node.size());
            node.forEach(element -> copy.add(masked(element)));
            return copy;
        }
        ObjectNode copy = JsonNodeFactory.instance.objectNode();
        node.properties()
                .forEach(field -> copy.set(
                        field.getKey(),
                        isSecret(field.getKey()) && field.getValue().isValueNode()
                                ? JsonNodeFactory.instance.textNode(MASK)
                                : masked(field.getValue())));
        return copy;
    }

    private static boolean isSecret(String name) {
        return SECRET_NAMES.contains(name.toLowerCase(Locale.ROOT));
    }
}
