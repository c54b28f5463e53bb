package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.markup.ReplyMarkup;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.function.Consumer;

/** Edits of a bot's own messages. */
public final class Editing {
    private static final String NOT_MODIFIED =
            "message is not modified: specified new message content and reply markup are exactly the same as a current"
                    + " content and reply markup of the message";

    private Editing() {}

    /** A message to be edited, and its chat. */
    public record Target(Chat chat, Message message) {}

    /** Returns the message that an edit names: by {@code inline_message_id}, or by chat and message. */
    public static Target target(Bot bot, Params params) {
        if (params.has("inline_message_id")) {
            return inlineTarget(bot, params.text("inline_message_id"));
        }
        if (!params.has("chat_id") && params.messageId("message_id") == 0) {
            throw Refusal.badRequest("message identifier is not specified");
        }
        Chat chat = ChatAccess.writable(bot, params);
        Message message = chat.message(params.messageId("message_id"))
                .orElseThrow(() -> Refusal.badRequest("message to edit not found"));
        if (!message.outgoing()) {
            throw Refusal.badRequest("message can't be edited");
        }
        bot.limits().count(chat);
        return new Target(chat, message);
    }

    private static Target inlineTarget(Bot bot, String inlineId) {
        for (Chat chat : bot.openChats()) {
            for (var inline : chat.inlineIds().entrySet()) {
                Message message = chat.message(inline.getKey()).orElse(null);
                if (inline.getValue().equals(inlineId) && message != null) {
                    return new Target(chat, message);
                }
            }
        }
        throw Refusal.badRequest("MESSAGE_ID_INVALID");
    }

    /**
     * Changes a message, its buttons included: an edit that names none takes them away.
     *
     * @param change is given a copy of the message to change
     * @return the message as it is now
     */
    public static ObjectNode edit(Bot bot, Target target, ReplyMarkup markup, Consumer<ObjectNode> change) {
        if (markup instanceof ReplyMarkup.Keyboard || markup instanceof ReplyMarkup.Remove) {
            throw Refusal.badRequest("inline keyboard expected");
        }
        ObjectNode before = target.message().json();
        ObjectNode after = before.deepCopy();
        after.remove("reply_markup");
        change.accept(after);
        markup.putInto(after);
        if (sameContent(before, after)) {
            throw Refusal.badRequest(NOT_MODIFIED);
        }
        after.put("edit_date", bot.now());
        target.chat().put(new Message(target.message().id(), target.message().outgoing(), after));
        bot.changed(target.chat(), "edit");
        return after;
    }

    private static boolean sameContent(ObjectNode before, ObjectNode after) {
        ObjectNode one = before.deepCopy();
        ObjectNode other = after.deepCopy();
        one.remove("edit_date");
        other.remove("edit_date");
        return one.equals(other);
    }
}
