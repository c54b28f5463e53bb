package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.ext.web.RoutingContext;
import org.jspecify.annotations.Nullable;

/** What the call log keeps of a call: bodies as they are, but of long ones only so much that the log stays small. */
final class Logged {
    private static final ObjectMapper MAPPER = new ObjectMapper();
    private static final int MAX_BODY = 32_000;
    private static final int MAX_RECORDS = 20;

    private Logged() {}

    /** The body, or the query when there is none. */
    static @Nullable JsonNode parameters(RoutingContext context) {
        ObjectNode query = BracketQuery.read(context.queryParams());
        int length = context.body().length();
        if (length <= 0) {
            return query.isEmpty() ? null : query;
        }
        String text = context.body().asString();
        if (length > MAX_BODY) {
            return JsonNodeFactory.instance.textNode(text.substring(0, 1000) + "… (" + length + " bytes)");
        }
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException malformed) {
            return JsonNodeFactory.instance.textNode(text);
        }
    }

    /** An answer; of a long list of records the first ones and how many there were. */
    static JsonNode answer(JsonNode body) {
        JsonNode records = body.path("records");
        if (!(body instanceof ObjectNode object) || records.size() <= MAX_RECORDS) {
            return body;
        }
        ObjectNode shortened = JsonNodeFactory.instance.objectNode();
        var first = shortened.putArray("records");
        for (int i = 0; i < MAX_RECORDS; i++) {
            first.add(records.get(i));
        }
        shortened.put("recordsInAll", records.size());
        return object.has("offset") ? shortened.set("offset", object.get("offset")) : shortened;
    }
}
