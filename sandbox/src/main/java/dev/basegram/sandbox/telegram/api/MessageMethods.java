package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Chat;
import dev.basegram.sandbox.telegram.chats.ChatAccess;
import dev.basegram.sandbox.telegram.chats.Message;
import dev.basegram.sandbox.telegram.markup.TextParams;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.time.Duration;
import java.util.Locale;
import java.util.Set;

/** What a bot does to messages and chats besides sending and editing. */
final class MessageMethods {
    private static final long DELETABLE_SECONDS = Duration.ofHours(48).toSeconds();
    private static final Duration ACTION_LIFE = Duration.ofSeconds(5);
    private static final Duration DRAFT_LIFE = Duration.ofSeconds(30);
    private static final Set<String> ACTIONS = Set.of(
            "cancel",
            "typing",
            "record_video",
            "upload_video",
            "record_audio",
            "record_voice",
            "upload_audio",
            "upload_voice",
            "upload_photo",
            "upload_document",
            "choose_sticker",
            "pick_up_location",
            "find_location",
            "record_video_note",
            "upload_video_note");

    private MessageMethods() {}

    static void addTo(Methods methods) {
        methods.add("deleteMessage", MessageMethods::deleteMessage)
                .add("deleteMessages", MessageMethods::deleteMessages)
                .add("sendChatAction", MessageMethods::sendChatAction)
                .add("sendMessageDraft", MessageMethods::sendMessageDraft)
                .add("setMessageReaction", MessageMethods::setMessageReaction)
                .add("pinChatMessage", MessageMethods::pin)
                .add("unpinChatMessage", MessageMethods::unpin)
                .add("unpinAllChatMessages", MessageMethods::unpinAll);
    }

    private static Answer deleteMessage(Bot bot, Params params) {
        if (params.messageId("message_id") == 0) {
            throw Refusal.badRequest("message identifier is not specified");
        }
        Chat chat = ChatAccess.readable(bot, params);
        Message message = chat.message(params.messageId("message_id"))
                .orElseThrow(() -> Refusal.badRequest("message to delete not found"));
        checkDeletable(bot, chat, message);
        chat.delete(message.id());
        bot.changed(chat, "delete");
        return Answer.done();
    }

    private static Answer deleteMessages(Bot bot, Params params) {
        Chat chat = ChatAccess.readable(bot, params);
        for (int id : CopyMethods.messageIds(params)) {
            chat.message(id).ifPresent(message -> {
                checkDeletable(bot, chat, message);
                chat.delete(id);
            });
        }
        bot.changed(chat, "delete");
        return Answer.done();
    }

    private static void checkDeletable(Bot bot, Chat chat, Message message) {
        boolean administrates = chat.members().botStatus().equals("administrator");
        if (!chat.isPrivate() && administrates) {
            return;
        }
        if (!chat.isPrivate() && !message.outgoing()) {
            throw Refusal.badRequest("message can't be deleted");
        }
        if (bot.now() - message.date() > DELETABLE_SECONDS) {
            throw Refusal.badRequest("message can't be deleted for everyone");
        }
    }

    private static Answer sendChatAction(Bot bot, Params params) {
        String action = params.text("action").toLowerCase(Locale.ROOT);
        if (!ACTIONS.contains(action)) {
            throw Refusal.badRequest("wrong parameter action in request");
        }
        Chat chat = ChatAccess.writable(bot, params);
        chat.show(action.equals("cancel") ? null : action, bot.clock().instant().plus(ACTION_LIFE));
        bot.changed(chat, "action");
        return Answer.done();
    }

    private static Answer sendMessageDraft(Bot bot, Params params) {
        Chat chat = ChatAccess.writable(bot, params);
        if (!chat.isPrivate()) {
            throw Refusal.badRequest("drafts can be sent only to private chats");
        }
        if (params.number("draft_id") == 0) {
            throw Refusal.badRequest("draft identifier must be non-zero");
        }
        String text = params.has("text") ? TextParams.text(params).text() : "";
        chat.showDraft(text, bot.clock().instant().plus(DRAFT_LIFE));
        bot.changed(chat, "action");
        return Answer.done();
    }

    private static Answer setMessageReaction(Bot bot, Params params) {
        Chat chat = ChatAccess.readable(bot, params);
        int id = params.messageId("message_id");
        if (chat.message(id).isEmpty()) {
            throw Refusal.badRequest("message to react not found");
        }
        JsonNode given = params.json("reaction", "reaction types");
        if (given != null && !given.isArray()) {
            throw Refusal.badRequest("expected an Array of ReactionType");
        }
        ArrayNode reactions = Json.array();
        if (given != null) {
            given.forEach(reactions::add);
        }
        if (reactions.size() > 1) {
            throw Refusal.badRequest("REACTIONS_TOO_MANY");
        }
        chat.react(id, bot.id(), reactions);
        bot.changed(chat, "edit");
        return Answer.done();
    }

    private static Answer pin(Bot bot, Params params) {
        Chat chat = manageable(bot, params, "pin a message");
        int id = params.messageId("message_id");
        if (chat.message(id).isEmpty()) {
            throw Refusal.badRequest("message to pin not found");
        }
        chat.pinned().remove(id);
        chat.pinned().addLast(id);
        bot.changed(chat, "chat");
        return Answer.done();
    }

    private static Answer unpin(Bot bot, Params params) {
        Chat chat = manageable(bot, params, "pin a message");
        if (!params.has("message_id")) {
            chat.pinned().pollLast();
        } else if (!chat.pinned().remove(params.messageId("message_id"))) {
            throw Refusal.badRequest("message to unpin not found");
        }
        bot.changed(chat, "chat");
        return Answer.done();
    }

    private static Answer unpinAll(Bot bot, Params params) {
        Chat chat = manageable(bot, params, "pin a message");
        chat.pinned().clear();
        bot.changed(chat, "chat");
        return Answer.done();
    }

    /** Returns the chat, if the bot may manage it: a private one, or a group that it administrates. */
    static Chat manageable(Bot bot, Params params, String what) {
        Chat chat = ChatAccess.writable(bot, params);
        if (!chat.isPrivate() && !chat.members().botStatus().equals("administrator")) {
            throw Refusal.badRequest("not enough rights to " + what);
        }
        return chat;
    }
}
