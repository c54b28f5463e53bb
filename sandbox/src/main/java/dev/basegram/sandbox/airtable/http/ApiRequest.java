package dev.basegram.sandbox.airtable.http;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.airtable.base.Base;
import dev.basegram.sandbox.airtable.base.Refusal;
import dev.basegram.sandbox.airtable.base.Table;
import java.util.Map;

/**
 * One request, read.
 *
 * @param token who asks
 * @param path the parameters in the path, decoded
 * @param query the query, its brackets undone; values are text
 * @param body the JSON body; an empty object when there was none
 * @param root scheme, host and port as the client called them, for links back
 */
record ApiRequest(Token token, Map<String, String> path, ObjectNode query, ObjectNode body, String root) {

    String param(String name) {
        return path.getOrDefault(name, "");
    }

    /** A flag of the query or the body. */
    boolean flag(String name) {
        return isTrue(query.path(name)) || isTrue(body.path(name));
    }

    private static boolean isTrue(JsonNode value) {
        return value.asText("").equals("true") || value.asText("").equals("1");
    }

    /** The base in the path: 404 when unknown. */
    Base base(Base served) {
        if (!served.id().equals(param("base")) || token.seesNoBase()) {
            throw new Refusal(404, "NOT_FOUND", "");
        }
        return served;
    }

    /** The table in the path by id or name: 403 when unknown. */
    Table table(Base served) {
        return base(served).find(param("table")).orElseThrow(Refusal::notFoundOrForbidden);
    }
}
