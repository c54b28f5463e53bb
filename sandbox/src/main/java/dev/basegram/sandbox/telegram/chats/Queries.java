package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** The button presses and inline queries that wait for an answer. Guarded by the {@link Bot}. */
public final class Queries {
    /**
     * How long an answer is taken. The real deadline is not documented; people report 15 to 20 s for a press, and an
     * inline query's is part of its 30 s.
     */
    public static final Duration ANSWER_LIMIT = Duration.ofSeconds(20);

    private static final int KEPT = 1_000;
    private static final Map<String, String> INJECTED = Map.of(
            "callback_query", "callback",
            "inline_query", "inline",
            "pre_checkout_query", "order",
            "shipping_query", "order");

    private final Clock clock;
    private final Map<String, Query> open = new LinkedHashMap<>();
    private final Map<String, JsonNode> inlineAnswers = new LinkedHashMap<>();

    Queries(Clock clock) {
        this.clock = clock;
    }

    /**
     * A query.
     *
     * @param chat where a button was pressed; null for an inline query
     */
    public record Query(
            String id, String kind, long from, @Nullable Chat chat, Instant at, JsonNode json) {}

    Query open(String id, String kind, long from, @Nullable Chat chat, JsonNode json) {
        Query query = new Query(id, kind, from, chat, clock.instant(), json);
        open.put(id, query);
        if (open.size() > KEPT) {
            open.remove(open.keySet().iterator().next());
        }
        return query;
    }

    /** Opens the query of an update that was injected, if it is one, so that the bot can answer it. */
    public void openInjected(JsonNode update, Function<Long, Optional<Chat>> chats) {
        for (var kind : INJECTED.entrySet()) {
            JsonNode query = update.path(kind.getKey());
            if (query.path("id").isTextual()) {
                Chat chat = chats.apply(
                                query.path("message").path("chat").path("id").asLong())
                        .orElse(null);
                open(
                        query.path("id").asText(),
                        kind.getValue(),
                        query.path("from").path("id").asLong(),
                        chat,
                        query);
            }
        }
    }

    /** Takes a query to answer it; empty when it is too old, answered, or never was. */
    public Optional<Query> take(String id, String kind) {
        Query query = open.get(id);
        if (query == null || !query.kind().equals(kind)) {
            return Optional.empty();
        }
        open.remove(id);
        return clock.instant().isAfter(query.at().plus(ANSWER_LIMIT)) ? Optional.empty() : Optional.of(query);
    }

    /** Keeps the results that an inline query was answered with, for someone to choose from. */
    public void keepInlineAnswer(String id, JsonNode results) {
        inlineAnswers.put(id, results);
    }

    /** Returns the results that an inline query was answered with. */
    Optional<JsonNode> inlineAnswer(String id) {
        return Optional.ofNullable(inlineAnswers.get(id));
    }
}
