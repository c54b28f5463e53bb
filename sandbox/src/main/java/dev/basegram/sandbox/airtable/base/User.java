package dev.basegram.sandbox.airtable.base;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** A collaborator of the base. */
public record User(String id, String email, String name) {

    /** As in a collaborator cell. */
    public ObjectNode json() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("id", id)
                .put("email", email)
                .put("name", name);
    }
}
