package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Chat;
import dev.basegram.sandbox.telegram.chats.ChatAccess;
import dev.basegram.sandbox.telegram.chats.Message;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.List;

/** What a bot can learn and change about a chat. */
final class ChatMethods {
    private static final int MAX_TITLE = 128;
    private static final int MAX_DESCRIPTION = 255;
    private static final List<String> PERMISSIONS = List.of(
            "can_send_messages",
            "can_send_audios",
            "can_send_documents",
            "can_send_photos",
            "can_send_videos",
            "can_send_video_notes",
            "can_send_voice_notes",
            "can_send_polls",
            "can_send_other_messages",
            "can_add_web_page_previews",
            "can_change_info",
            "can_invite_users",
            "can_pin_messages",
            "can_manage_topics");

    private ChatMethods() {}

    static void addTo(Methods methods) {
        methods.add("getChat", ChatMethods::getChat)
                .add("setChatTitle", ChatMethods::setTitle)
                .add("setChatDescription", ChatMethods::setDescription)
                .add("leaveChat", ChatMethods::leave)
                .add("exportChatInviteLink", ChatMethods::inviteLink)
                .add("getUserProfilePhotos", ChatMethods::profilePhotos);
    }

    private static Answer getChat(Bot bot, Params params) {
        Chat chat = ChatAccess.readable(bot, params);
        ObjectNode full = chat.toJson();
        if (!chat.isPrivate()) {
            ObjectNode permissions = full.putObject("permissions");
            PERMISSIONS.forEach(permission -> permissions.put(permission, true));
            if (!chat.description().isEmpty()) {
                full.put("description", chat.description());
            }
        }
        Integer pinned = chat.pinned().peekLast();
        if (pinned != null) {
            chat.message(pinned).map(Message::json).ifPresent(message -> full.set("pinned_message", message));
        }
        full.set("accepted_gift_types", Json.object().put("unlimited_gifts", true));
        return Answer.ok(full.put("max_reaction_count", 11).put("accent_color_id", 0));
    }

    private static Answer setTitle(Bot bot, Params params) {
        Chat chat = group(bot, params, "change chat title");
        String title = params.text("title").strip();
        if (title.isEmpty() || title.length() > MAX_TITLE) {
            throw Refusal.badRequest("CHAT_TITLE_EMPTY");
        }
        chat.rename(title);
        bot.changed(chat, "chat");
        return Answer.done();
    }

    private static Answer setDescription(Bot bot, Params params) {
        Chat chat = group(bot, params, "change chat description");
        String description = params.text("description");
        if (description.length() > MAX_DESCRIPTION) {
            throw Refusal.badRequest("CHAT_ABOUT_TOO_LONG");
        }
        if (description.equals(chat.description())) {
            throw Refusal.badRequest("chat description is not modified");
        }
        chat.describe(description);
        return Answer.done();
    }

    private static Chat group(Bot bot, Params params, String what) {
        Chat chat = MessageMethods.manageable(bot, params, what);
        if (chat.isPrivate()) {
            throw Refusal.badRequest("can't change private chat");
        }
        return chat;
    }

    private static Answer leave(Bot bot, Params params) {
        Chat chat = ChatAccess.readable(bot, params);
        if (chat.isPrivate()) {
            throw Refusal.badRequest("chat member status can't be changed in private chats");
        }
        chat.members().setBot("left");
        bot.changed(chat, "chat");
        return Answer.done();
    }

    private static Answer inviteLink(Bot bot, Params params) {
        Chat chat = group(bot, params, "manage chat invite link");
        return Answer.ok(Json.object().textNode("https://t.me/+sandbox" + Math.abs(chat.id())));
    }

    private static Answer profilePhotos(Bot bot, Params params) {
        ChatAccess.person(bot, params);
        ArrayNode none = Json.array();
        ObjectNode photos = Json.object().put("total_count", 0);
        photos.set("photos", none);
        return Answer.ok(photos);
    }
}
