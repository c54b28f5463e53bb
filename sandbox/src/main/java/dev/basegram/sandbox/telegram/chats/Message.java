package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * A message as it stands now.
 *
 * @param json the Bot API's {@code Message}; never changed, an edit makes a new one
 */
public record Message(int id, boolean outgoing, ObjectNode json) {
    /** Returns it as it is shown inside another one, without what it replies to itself. */
    ObjectNode quoted() {
        ObjectNode copy = json.deepCopy();
        copy.remove("reply_to_message");
        return copy;
    }

    /** Returns when it was sent, in seconds since 1970. */
    public long date() {
        return json.path("date").asLong();
    }

    /** Says whether it has a text that can be edited. */
    public boolean hasText() {
        return json.has("text");
    }
}
