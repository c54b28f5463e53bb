package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.markup.ReplyMarkup;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import org.jspecify.annotations.Nullable;

/** A message that a bot is sending: where to, in reply to what, with which buttons. Held to every check first. */
public final class Outgoing {
    private final Bot bot;
    private final Chat chat;
    private final ReplyMarkup markup;
    private final @Nullable Message replyTo;
    private final int topic;
    private final boolean isProtected;

    private Outgoing(
            Bot bot, Chat chat, ReplyMarkup markup, @Nullable Message replyTo, int topic, boolean isProtected) {
        this.bot = bot;
        this.chat = chat;
        this.markup = markup;
        this.replyTo = replyTo;
        this.topic = topic;
        this.isProtected = isProtected;
    }

    /** Reads and checks what all sending methods share. */
    public static Outgoing of(Bot bot, Params params) {
        ReplyMarkup markup = ReplyMarkup.of(params);
        Chat chat = ChatAccess.writable(bot, params);
        int topic = topic(chat, params);
        Message replyTo = replyTo(bot, chat, params);
        bot.limits().count(chat);
        return new Outgoing(bot, chat, markup, replyTo, topic, params.flag("protect_content"));
    }

    /** Returns the chat. */
    public Chat chat() {
        return chat;
    }

    /** Returns a new message without content. */
    public ObjectNode begin() {
        ObjectNode message = Json.object().put("message_id", bot.nextMessageId(chat));
        if (topic != 0) {
            message.put("message_thread_id", topic).put("is_topic_message", true);
        }
        if (chat.type().equals("channel")) {
            message.set("sender_chat", chat.toJson());
        } else {
            message.set("from", bot.user());
        }
        message.set("chat", chat.toJson());
        message.put("date", bot.now());
        if (replyTo != null) {
            message.set("reply_to_message", replyTo.quoted());
        }
        if (isProtected) {
            message.put("has_protected_content", true);
        }
        return message;
    }

    /** Puts the message into the chat, and returns it. */
    public ObjectNode finish(ObjectNode message) {
        markup.putInto(message);
        switch (markup) {
            case ReplyMarkup.Keyboard(ObjectNode keyboard) -> chat.replyKeyboard = keyboard;
            case ReplyMarkup.Remove remove -> chat.replyKeyboard = null;
            case ReplyMarkup.Inline inline -> {}
            case ReplyMarkup.None none -> {}
        }
        chat.action = null;
        chat.draft = null;
        chat.put(new Message(message.path("message_id").asInt(), true, message));
        bot.changed(chat, "message");
        return message;
    }

    private static int topic(Chat chat, Params params) {
        int topic = params.messageId("message_thread_id");
        if (topic == 0) {
            return 0;
        }
        if (!chat.isForum() || !chat.topics().containsKey(topic)) {
            throw Refusal.badRequest("message thread not found");
        }
        return topic;
    }

    private static @Nullable Message replyTo(Bot bot, Chat chat, Params params) {
        JsonNode reply = params.json("reply_parameters", "reply parameters");
        int id = params.messageId("reply_to_message_id");
        boolean optional = params.flag("allow_sending_without_reply");
        Chat where = chat;
        if (reply != null) {
            if (!reply.isObject()) {
                throw Refusal.badRequest("object expected as reply parameters");
            }
            id = reply.path("message_id").asInt(0);
            optional = reply.path("allow_sending_without_reply").asBoolean();
            if (reply.hasNonNull("chat_id")) {
                where = ChatAccess.readable(bot, reply.path("chat_id").asText());
            }
        }
        if (id <= 0) {
            return null;
        }
        Message found = where.message(id).orElse(null);
        if (found == null && !optional) {
            throw Refusal.badRequest("message to be replied not found");
        }
        return found;
    }
}
