package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/**
 * Privacy mode, which every bot starts with ({@code core.telegram.org/bots/features#privacy-mode}): in a group it sees
 * commands, mentions of itself and replies to itself; as an administrator, everything.
 */
final class Privacy {
    private Privacy() {}

    /** Says whether a bot sees a message of a person. */
    static boolean lets(Bot bot, Chat chat, ObjectNode message) {
        if (chat.isPrivate()) {
            return true;
        }
        if (!chat.members().hasBot()) {
            return false;
        }
        return chat.members().botStatus().equals("administrator")
                || chat.type().equals("channel")
                || isReplyTo(bot, message)
                || speaksTo(bot, message);
    }

    private static boolean isReplyTo(Bot bot, ObjectNode message) {
        return message.path("reply_to_message").path("from").path("id").asLong() == bot.id()
                || message.path("via_bot").path("id").asLong() == bot.id();
    }

    private static boolean speaksTo(Bot bot, ObjectNode message) {
        String text = message.path("text").asText(message.path("caption").asText(""));
        JsonNode entities = message.path(message.has("text") ? "entities" : "caption_entities");
        String name = "@" + bot.username().toLowerCase(Locale.ROOT);
        for (JsonNode entity : entities) {
            int offset = entity.path("offset").asInt();
            String part = text.substring(offset, offset + entity.path("length").asInt())
                    .toLowerCase(Locale.ROOT);
            boolean command = entity.path("type").asText().equals("bot_command") && offset == 0;
            if (command && (!part.contains("@") || part.endsWith(name))) {
                return true;
            }
            if (entity.path("type").asText().equals("mention") && part.equals(name)) {
                return true;
            }
        }
        return false;
    }
}
