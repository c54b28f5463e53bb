package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.Set;

/** The content of a message in another one. */
public final class Copies {
    /** What belongs to a message itself rather than to its content. */
    private static final Set<String> OWN_FIELDS = Set.of(
            "message_id",
            "message_thread_id",
            "is_topic_message",
            "from",
            "sender_chat",
            "chat",
            "date",
            "edit_date",
            "reply_to_message",
            "reply_markup",
            "media_group_id",
            "via_bot",
            "has_protected_content",
            "forward_origin",
            "forward_date",
            "forward_from");

    private Copies() {}

    /** Puts the content of a message into another, without a trace of where it is from. */
    public static void copyInto(Message source, ObjectNode message) {
        source.json().properties().forEach(field -> {
            if (!OWN_FIELDS.contains(field.getKey())) {
                message.set(field.getKey(), field.getValue());
            }
        });
    }

    /** Puts the content of a message into another, which says where it is from. */
    public static void forwardInto(Message source, ObjectNode message) {
        ObjectNode json = source.json();
        ObjectNode origin =
                json.has("forward_origin") ? json.get("forward_origin").deepCopy() : origin(json);
        message.set("forward_origin", origin);
        copyInto(source, message);
    }

    private static ObjectNode origin(ObjectNode json) {
        ObjectNode origin = Json.object();
        if (json.has("sender_chat")) {
            origin.put("type", "channel").set("chat", json.get("sender_chat"));
            origin.put("message_id", json.path("message_id").asInt());
        } else {
            origin.put("type", "user").set("sender_user", json.get("from"));
        }
        return origin.put("date", json.path("date").asLong());
    }
}
