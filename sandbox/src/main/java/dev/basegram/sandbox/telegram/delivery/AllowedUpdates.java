package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The kinds a bot gets. They stick across calls, restarts and modes until a call names others.
 *
 * @param kinds the kinds named; null is the default set
 */
record AllowedUpdates(@Nullable Set<UpdateKind> kinds) {
    static final AllowedUpdates DEFAULT = new AllowedUpdates(null);

    /** Returns what is allowed after a call: unchanged when it names nothing, or nothing that can be read. */
    AllowedUpdates after(Params params) {
        if (!params.has("allowed_updates")) {
            return this;
        }
        Optional<JsonNode> named = Json.parse(params.text("allowed_updates"));
        if (named.isEmpty() || !named.get().isArray()) {
            return this;
        }
        Set<UpdateKind> kinds = EnumSet.noneOf(UpdateKind.class);
        named.get().forEach(name -> UpdateKind.of(name.asText("")).ifPresent(kinds::add));
        return kinds.isEmpty() ? DEFAULT : new AllowedUpdates(kinds);
    }

    boolean allows(UpdateKind kind) {
        return kinds == null ? kind.isDefault() : kinds.contains(kind);
    }

    /** Returns what {@code getWebhookInfo} shows; null for the default set. */
    @Nullable
    ArrayNode toJson() {
        if (kinds == null) {
            return null;
        }
        ArrayNode names = Json.array();
        kinds.forEach(kind -> names.add(kind.wireName()));
        return names;
    }
}
