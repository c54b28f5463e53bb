package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Turns {@code fields[]=a&sort[0][field]=b} into the object that a JSON body would be. */
final class BracketQuery {
    private static final Pattern PART = Pattern.compile("\\[([^\\]]*)\\]");
    /** Higher indices than any request has are taken as the next one. */
    private static final int MAX_INDEX = 1000;

    private BracketQuery() {}

    static ObjectNode read(Iterable<Map.Entry<String, String>> parameters) {
        ObjectNode result = JsonNodeFactory.instance.objectNode();
        for (Map.Entry<String, String> parameter : parameters) {
            put(result, keys(parameter.getKey()), parameter.getValue());
        }
        return result;
    }

    private static List<String> keys(String name) {
        int bracket = name.indexOf('[');
        List<String> keys = new ArrayList<>();
        keys.add(bracket < 0 ? name : name.substring(0, bracket));
        Matcher parts = PART.matcher(name);
        while (bracket >= 0 && parts.find()) {
            keys.add(parts.group(1));
        }
        return keys;
    }

    private static void put(ObjectNode root, List<String> keys, String value) {
        JsonNode node = root;
        for (int i = 0; i < keys.size(); i++) {
            boolean last = i == keys.size() - 1;
            JsonNode child = last
                    ? JsonNodeFactory.instance.textNode(value)
                    : isIndex(keys.get(i + 1))
                            ? JsonNodeFactory.instance.arrayNode()
                            : JsonNodeFactory.instance.objectNode();
            node = step(node, keys.get(i), child, last);
        }
    }

    private static boolean isIndex(String key) {
        return key.isEmpty() || (key.length() < 5 && key.chars().allMatch(Character::isDigit));
    }

    /** The child under a key, put there when absent. */
    private static JsonNode step(JsonNode node, String key, JsonNode child, boolean last) {
        if (node instanceof ObjectNode object) {
            return last || !object.has(key) ? putInto(object, key, child) : object.get(key);
        }
        if (node instanceof ArrayNode array) {
            int index = key.isEmpty() || Integer.parseInt(key) > MAX_INDEX ? array.size() : Integer.parseInt(key);
            if (!last && index < array.size()) {
                return array.get(index);
            }
            array.add(child);
        }
        return child;
    }

    /** A name given twice becomes a list. */
    private static JsonNode putInto(ObjectNode object, String key, JsonNode child) {
        JsonNode before = object.get(key);
        if (before == null) {
            object.set(key, child);
        } else if (before instanceof ArrayNode array) {
            array.add(child);
        } else {
            object.putArray(key).add(before).add(child);
        }
        return child;
    }
}
