package dev.basegram.sandbox.telegram.delivery;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** The kinds of updates: how long each is kept, and which share a queue, so that they are delivered in order. */
public enum UpdateKind {
    /** A message to the bot. */
    MESSAGE("message", 24 * 3600, Queue.CHAT),
    /** A message that was edited. */
    EDITED_MESSAGE("edited_message", 24 * 3600, Queue.CHAT),
    /** A post in a channel. */
    CHANNEL_POST("channel_post", 24 * 3600, Queue.CHAT),
    /** A channel post that was edited. */
    EDITED_CHANNEL_POST("edited_channel_post", 24 * 3600, Queue.CHAT),
    /** A query of inline mode. */
    INLINE_QUERY("inline_query", 30, Queue.person(1)),
    /** A result that was picked. */
    CHOSEN_INLINE_RESULT("chosen_inline_result", 600, Queue.person(2)),
    /** A pressed button. */
    CALLBACK_QUERY("callback_query", 150, Queue.person(3)),
    /** The address of an order. */
    SHIPPING_QUERY("shipping_query", 150, Queue.person(4)),
    /** An order about to be paid. */
    PRE_CHECKOUT_QUERY("pre_checkout_query", 150, Queue.person(4)),
    /** The state of a poll. */
    POLL("poll", 24 * 3600, Queue.POLL),
    /** A vote. */
    POLL_ANSWER("poll_answer", 24 * 3600, Queue.POLL),
    /** The bot's own standing in a chat. */
    MY_CHAT_MEMBER("my_chat_member", 24 * 3600, Queue.chat(5)),
    /** A person's standing in a chat. */
    CHAT_MEMBER("chat_member", 24 * 3600, Queue.person(6)),
    /** A request to join. */
    CHAT_JOIN_REQUEST("chat_join_request", 24 * 3600, Queue.person(6)),
    /** A reaction of a person. */
    MESSAGE_REACTION("message_reaction", 24 * 3600, Queue.chat(8)),
    /** Reactions counted. */
    MESSAGE_REACTION_COUNT("message_reaction_count", 24 * 3600, Queue.chat(9));

    private static final List<UpdateKind> NOT_BY_DEFAULT =
            List.of(CHAT_MEMBER, MESSAGE_REACTION, MESSAGE_REACTION_COUNT);
    private static final Duration UNKNOWN_LIFETIME = Duration.ofHours(24);

    private final String wireName;
    private final Duration lifetime;
    private final Queue queue;

    UpdateKind(String wireName, int lifetimeSeconds, Queue queue) {
        this.wireName = wireName;
        this.lifetime = Duration.ofSeconds(lifetimeSeconds);
        this.queue = queue;
    }

    /** Returns the field of {@code Update}. */
    public String wireName() {
        return wireName;
    }

    /** Returns whether a bot that never named its kinds gets it. */
    public boolean isDefault() {
        return !NOT_BY_DEFAULT.contains(this);
    }

    /** Returns the kind with that field name; empty for kinds that are not emulated. */
    public static Optional<UpdateKind> of(String wireName) {
        for (UpdateKind kind : values()) {
            if (kind.wireName.equals(wireName)) {
                return Optional.of(kind);
            }
        }
        return Optional.empty();
    }

    /** Returns how long an update of that field name lives, also for unknown kinds. */
    static Duration lifetime(String wireName) {
        return of(wireName).map(kind -> kind.lifetime).orElse(UNKNOWN_LIFETIME);
    }

    /** Returns the queue in which an update waits for its turn. */
    static String queueOf(String wireName, JsonNode content) {
        return of(wireName).map(kind -> kind.queue.id(content)).orElse(wireName);
    }

    /** Says whether a kind lives by the date of its message rather than by when it came. */
    static boolean isDatedByMessage(String wireName) {
        return wireName.endsWith("message") || wireName.endsWith("channel_post");
    }

    private record Queue(String field, int salt) {
        static final Queue CHAT = new Queue("chat", 0);
        static final Queue POLL = new Queue("poll", 0);

        static Queue person(int salt) {
            return new Queue("from", salt);
        }

        static Queue chat(int salt) {
            return new Queue("chat", salt);
        }

        String id(JsonNode content) {
            JsonNode id = field.equals("poll")
                    ? content.path(content.has("poll_id") ? "poll_id" : "id")
                    : content.path(field).path("id");
            return field + salt + ':' + id.asText("");
        }
    }
}
