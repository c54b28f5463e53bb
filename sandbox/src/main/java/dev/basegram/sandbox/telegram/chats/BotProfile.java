package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What a bot tells about itself: names and texts by language, commands by scope and language. Guarded by its Bot. */
public final class BotProfile {
    private final Map<String, String> texts = new HashMap<>();
    private final Map<String, ArrayNode> commands = new HashMap<>();
    private final Map<Long, ObjectNode> menuButtons = new HashMap<>();
    private @Nullable JsonNode groupRights;
    private @Nullable JsonNode channelRights;

    /** Sets a text, such as {@code name}, for a language; an empty text takes it back. */
    public void setText(String which, String language, String text) {
        String key = which + ':' + language;
        if (text.isEmpty()) {
            texts.remove(key);
        } else {
            texts.put(key, text);
        }
    }

    /** Returns a text for a language, or else for everyone; empty when there is none. */
    public String text(String which, String language) {
        String own = texts.get(which + ':' + language);
        return own != null ? own : texts.getOrDefault(which + ':', "");
    }

    /** Sets the commands of a scope and language; none takes them back. */
    public void setCommands(String scope, String language, ArrayNode list) {
        String key = scope + '/' + language;
        if (list.isEmpty()) {
            commands.remove(key);
        } else {
            commands.put(key, list);
        }
    }

    /** Returns the commands of exactly a scope and language. */
    public ArrayNode commands(String scope, String language) {
        return commands.getOrDefault(scope + '/' + language, Json.array());
    }

    /** Returns what a person sees in a chat: the narrowest scope that has any, in their language before any other. */
    ArrayNode shownCommands(Chat chat, long viewer, @Nullable String language) {
        boolean administrator = chat.members().administrators().contains(viewer);
        String[] scopes = chat.isPrivate()
                ? new String[] {"chat:" + chat.id(), "all_private_chats", "default"}
                : new String[] {
                    "chat_member:" + chat.id() + ":" + viewer,
                    administrator ? "chat_administrators:" + chat.id() : "",
                    "chat:" + chat.id(),
                    administrator ? "all_chat_administrators" : "",
                    "all_group_chats",
                    "default"
                };
        for (String scope : scopes) {
            for (String spoken : language == null ? new String[] {""} : new String[] {language, ""}) {
                ArrayNode found = commands(scope, spoken);
                if (!found.isEmpty()) {
                    return found;
                }
            }
        }
        return Json.array();
    }

    /** Sets the menu button of a private chat, or of all for 0. */
    public void setMenuButton(long chat, ObjectNode button) {
        menuButtons.put(chat, button);
    }

    /** Returns the menu button of a private chat, or of all for 0. */
    public ObjectNode menuButton(long chat) {
        ObjectNode own = menuButtons.get(chat);
        if (own != null && !own.path("type").asText().equals("default")) {
            return own;
        }
        return menuButtons.getOrDefault(0L, Json.object().put("type", "commands"));
    }

    /** Sets the rights suggested when it is made an administrator. */
    public void setRights(boolean channels, @Nullable JsonNode rights) {
        if (channels) {
            channelRights = rights;
        } else {
            groupRights = rights;
        }
    }

    /** Returns the rights suggested when it is made an administrator; null for none. */
    public @Nullable JsonNode rights(boolean channels) {
        return channels ? channelRights : groupRights;
    }
}
