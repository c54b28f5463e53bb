package dev.basegram.sandbox.telegram.wire;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import org.jspecify.annotations.Nullable;

/** The answer to a call. */
public sealed interface Answer {

    /**
     * Success.
     *
     * @param description a remark, such as {@code Webhook was set}; null mostly
     */
    record Ok(JsonNode result, @Nullable String description) implements Answer {}

    /**
     * Failure.
     *
     * @param parameters {@code retry_after} or {@code migrate_to_chat_id}; null mostly
     */
    record Failed(int code, String description, @Nullable ObjectNode parameters) implements Answer {}

    /** Returns the plain {@code true} of methods that only do something. */
    static Answer done() {
        return new Ok(BooleanNode.TRUE, null);
    }

    /** Returns a success with this result. */
    static Answer ok(JsonNode result) {
        return new Ok(result, null);
    }

    /** Returns the HTTP status. */
    default int status() {
        return this instanceof Failed failed ? failed.code() : 200;
    }

    /** Returns the body. */
    default ObjectNode body() {
        return switch (this) {
            case Ok(JsonNode result, String description) -> {
                ObjectNode body = Json.object().put("ok", true);
                body.set("result", result);
                yield description == null ? body : body.put("description", description);
            }
            case Failed(int code, String description, ObjectNode parameters) -> {
                ObjectNode body =
                        Json.object().put("ok", false).put("error_code", code).put("description", description);
                if (parameters != null) {
                    body.set("parameters", parameters);
                }
                yield body;
            }
        };
    }
}
