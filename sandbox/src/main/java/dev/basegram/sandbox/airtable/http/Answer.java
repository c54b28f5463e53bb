package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Refusal;

/** An answer of the API. Errors come in the four shapes that clients meet. */
record Answer(int status, JsonNode body) {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    static Answer ok(JsonNode body) {
        return new Answer(200, body);
    }

    /** {@code {"error":{"type":…,"message":…}}}, the message left out when there is none. */
    static Answer error(int status, String type, String message) {
        ObjectNode error = JSON.objectNode().put("type", type);
        if (!message.isEmpty()) {
            error.put("message", message);
        }
        return new Answer(status, JSON.objectNode().set("error", error));
    }

    /** {@code {"error":"NOT_FOUND"}}. */
    static Answer notFound() {
        return new Answer(404, JSON.objectNode().put("error", "NOT_FOUND"));
    }

    /** {@code {"errors":[{"error":…,"message":…}]}}, as 429 looks on the wire. */
    static Answer tooMany(String error, String message) {
        ObjectNode body = JSON.objectNode();
        body.putArray("errors").addObject().put("error", error).put("message", message);
        return new Answer(429, body);
    }

    static Answer of(Refusal refusal) {
        return refusal.type().equals("NOT_FOUND") && refusal.text().isEmpty()
                ? notFound()
                : error(refusal.status(), refusal.type(), refusal.text());
    }
}
