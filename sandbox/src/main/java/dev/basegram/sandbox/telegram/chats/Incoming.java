package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.delivery.UpdateKind;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.List;
import java.util.OptionalInt;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A message that a person sends: into the chat, and to the bot if it is the bot's to see. */
final class Incoming {
    private final Bot bot;
    private final Chat chat;
    private final Person sender;
    private @Nullable Message replyTo;
    private @Nullable Integer topic;
    private boolean isService;

    Incoming(Bot bot, Chat chat, Person sender) {
        this.bot = bot;
        this.chat = chat;
        this.sender = sender;
    }

    Incoming replyingTo(@Nullable Integer message) {
        replyTo = message == null ? null : chat.message(message).orElse(null);
        return this;
    }

    Incoming inTopic(@Nullable Integer thread) {
        topic = thread;
        return this;
    }

    /** A message of the chat itself, such as of someone who joined: every bot in the chat sees it. */
    Incoming asService() {
        isService = true;
        return this;
    }

    /** Sends the message with this content. */
    ActOutcome send(Consumer<ObjectNode> content) {
        if (chat.isPrivate()) {
            Membership.unblockBySending(bot, chat, sender);
        }
        int id = bot.nextMessageId(chat);
        ObjectNode message = Json.object().put("message_id", id);
        boolean channel = chat.type().equals("channel");
        if (channel) {
            message.set("sender_chat", chat.toJson());
        } else {
            message.set("from", Users.user(sender, true));
        }
        message.set("chat", chat.toJson());
        message.put("date", bot.now());
        if (topic != null) {
            message.put("message_thread_id", topic).put("is_topic_message", true);
        }
        if (replyTo != null) {
            message.set("reply_to_message", replyTo.quoted());
        }
        content.accept(message);
        chat.put(new Message(id, false, message));
        dropOneTimeKeyboard();
        bot.changed(chat, "message");
        UpdateKind kind = channel ? UpdateKind.CHANNEL_POST : UpdateKind.MESSAGE;
        OptionalInt update =
                isService || Privacy.lets(bot, chat, message) ? bot.update(kind, message) : OptionalInt.empty();
        return new ActOutcome.Done(id, null, update.isPresent() ? List.of(update.getAsInt()) : List.of());
    }

    private void dropOneTimeKeyboard() {
        ObjectNode keyboard = chat.replyKeyboard;
        if (keyboard != null
                && (keyboard.path("one_time_keyboard").asBoolean()
                        || keyboard.path("force_reply").asBoolean())) {
            chat.replyKeyboard = null;
        }
    }
}
