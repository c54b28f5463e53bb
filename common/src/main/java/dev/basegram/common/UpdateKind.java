package dev.basegram.common;

import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * A kind of Telegram update: the name of the one field that an Update carries beside {@code update_id}
 * (core.telegram.org/bots/api#update), and how long it can still matter.
 */
public enum UpdateKind {
    MESSAGE("message", Lifetimes.DAY, true),
    EDITED_MESSAGE("edited_message", Lifetimes.DAY, true),
    CHANNEL_POST("channel_post", Lifetimes.DAY, false),
    EDITED_CHANNEL_POST("edited_channel_post", Lifetimes.DAY, false),
    BUSINESS_CONNECTION("business_connection", Lifetimes.DAY, false),
    BUSINESS_MESSAGE("business_message", Lifetimes.DAY, false),
    EDITED_BUSINESS_MESSAGE("edited_business_message", Lifetimes.DAY, false),
    DELETED_BUSINESS_MESSAGES("deleted_business_messages", Lifetimes.DAY, false),
    GUEST_MESSAGE("guest_message", Lifetimes.DAY, false),
    MESSAGE_REACTION("message_reaction", Lifetimes.DAY, false),
    MESSAGE_REACTION_COUNT("message_reaction_count", Lifetimes.DAY, false),
    INLINE_QUERY("inline_query", Duration.ofSeconds(30), true),
    CHOSEN_INLINE_RESULT("chosen_inline_result", Duration.ofSeconds(600), false),
    CALLBACK_QUERY("callback_query", Duration.ofSeconds(150), true),
    SHIPPING_QUERY("shipping_query", Duration.ofSeconds(150), false),
    PRE_CHECKOUT_QUERY("pre_checkout_query", Duration.ofSeconds(150), false),
    PURCHASED_PAID_MEDIA("purchased_paid_media", Lifetimes.DAY, false),
    POLL("poll", Lifetimes.DAY, false),
    POLL_ANSWER("poll_answer", Lifetimes.DAY, false),
    MY_CHAT_MEMBER("my_chat_member", Lifetimes.DAY, true),
    CHAT_MEMBER("chat_member", Lifetimes.DAY, false),
    CHAT_JOIN_REQUEST("chat_join_request", Lifetimes.DAY, false),
    CHAT_BOOST("chat_boost", Lifetimes.DAY, false),
    REMOVED_CHAT_BOOST("removed_chat_boost", Lifetimes.DAY, false),
    /** A kind younger than this release: acknowledged, counted and not handled. */
    UNKNOWN("unknown", Lifetimes.DAY, false);

    private static final Map<String, UpdateKind> BY_FIELD = Arrays.stream(values())
            .filter(kind -> kind != UNKNOWN)
            .collect(Collectors.toUnmodifiableMap(UpdateKind::field, Function.identity()));

    private final String field;
    private final Duration lifetime;
    private final boolean wanted;

    UpdateKind(String field, Duration lifetime, boolean wanted) {
        this.field = field;
        this.lifetime = lifetime;
        this.wanted = wanted;
    }

    /** Returns the field's name on the wire, also the value of the metric label {@code kind}. */
    public String field() {
        return field;
    }

    /**
     * Returns how long after its birth an update of this kind can still matter: Telegram itself drops it then
     * (lifetimes observed in tdlib/telegram-bot-api, Client.cpp).
     */
    public Duration lifetime() {
        return lifetime;
    }

    /** Tells whether a {@code Retry-After} is safe: on a kind that lives for seconds it makes Telegram drop the update. */
    public boolean livesForADay() {
        return lifetime.equals(Lifetimes.DAY);
    }

    /** Returns the kind of this field name, {@link #UNKNOWN} for one younger than this release. */
    public static UpdateKind ofField(String field) {
        return BY_FIELD.getOrDefault(field, UNKNOWN);
    }

    /** Returns the names to send as {@code allowed_updates}, always in full, since Telegram keeps the last list for ever. */
    public static List<String> allowedUpdates() {
        return Arrays.stream(values())
                .filter(kind -> kind.wanted)
                .map(UpdateKind::field)
                .toList();
    }

    private static final class Lifetimes {
        static final Duration DAY = Duration.ofHours(24);
    }
}
