package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.BotView;
import dev.basegram.sandbox.telegram.ChatView;
import dev.basegram.sandbox.telegram.files.MediaKind;
import dev.basegram.sandbox.telegram.files.StoredMedia;
import dev.basegram.sandbox.telegram.markup.HtmlRendering;
import java.time.Instant;
import java.util.Optional;

/** What people see of a bot: its chats as they stand now, and its profile. */
public final class ChatViews {
    private ChatViews() {}

    /** Returns what a chat shows now; empty when there is no such chat. */
    public static Optional<ChatView> chat(Bot bot, long chatId) {
        synchronized (bot) {
            return bot.chat(chatId).map(chat -> view(bot, chat));
        }
    }

    /** Returns a bot as its people see it. */
    public static BotView bot(Bot bot) {
        synchronized (bot) {
            return new BotView(
                    bot.id(),
                    bot.user(),
                    bot.profile().text("description", ""),
                    bot.profile().text("short_description", ""),
                    bot.mailbox().webhookInfo(),
                    bot.livelyChats(),
                    bot.mailbox().mode());
        }
    }

    private static ChatView view(Bot bot, Chat chat) {
        Instant now = bot.clock().instant();
        boolean acting = chat.actionUntil != null && now.isBefore(chat.actionUntil);
        boolean drafting = chat.draftUntil != null && now.isBefore(chat.draftUntil);
        return new ChatView(
                bot.id(),
                chat.id(),
                chat.toJson(),
                chat.messages().stream()
                        .map(message -> shown(bot, chat, message))
                        .toList(),
                chat.replyKeyboard,
                chat.pinned().peekLast(),
                chat.toasts(),
                acting ? chat.action : null,
                drafting ? chat.draft : null,
                bot.profile().shownCommands(chat, chat.id(), bot.languageOf(chat.id())),
                bot.profile().menuButton(chat.id()),
                chat.blocked);
    }

    private static ObjectNode shown(Bot bot, Chat chat, Message message) {
        ObjectNode shown = message.json().deepCopy();
        boolean caption = !message.hasText();
        String text = shown.path(caption ? "caption" : "text").asText("");
        shown.put("html", HtmlRendering.render(text, shown.path(caption ? "caption_entities" : "entities")));
        shown.put("outgoing", message.outgoing());
        ArrayNode files = shown.putArray("files");
        for (MediaKind kind : MediaKind.values()) {
            JsonNode json = shown.path(kind.field());
            boolean twin = kind == MediaKind.DOCUMENT && shown.has("animation");
            if (!json.isMissingNode() && !twin) {
                String fileId = (json.isArray() ? json.path(json.size() - 1) : json)
                        .path("file_id")
                        .asText();
                bot.files().byId(fileId).ifPresent(media -> file(bot, media, files.addObject()));
            }
        }
        if (!chat.reactions(message.id()).isEmpty()) {
            ArrayNode reactions = shown.putArray("reactions");
            chat.reactions(message.id()).values().forEach(reactions::addAll);
        }
        return shown;
    }

    private static ObjectNode file(Bot bot, StoredMedia media, ObjectNode into) {
        return into.put("kind", media.kind().field())
                .put("file_id", media.fileId())
                .put("name", media.name())
                .put("mime_type", media.mimeType())
                .put("size", media.size())
                .put("url", "/sandbox/telegram/files/" + media.fileId() + "?bot=" + bot.id());
    }
}
