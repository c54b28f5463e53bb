package dev.basegram.sandbox.telegram.chats;

import dev.basegram.sandbox.telegram.GroupChat;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.Optional;

/** Finds the chat that a call names, and says in the server's words why the bot may not use it. */
public final class ChatAccess {
    private ChatAccess() {}

    /** Returns the chat of {@code chat_id}, which the bot may look at. */
    public static Chat readable(Bot bot, Params params) {
        return readable(bot, params.text("chat_id"));
    }

    /** Returns a chat by id or {@code @username}, which the bot may look at. */
    public static Chat readable(Bot bot, String chatId) {
        if (chatId.isEmpty()) {
            throw Refusal.badRequest("chat_id is empty");
        }
        Chat chat = find(bot, chatId).orElseThrow(() -> Refusal.badRequest("chat not found"));
        if (chat.migratedTo != null) {
            throw Refusal.migrated(chat.migratedTo);
        }
        if (chat.members().botStatus().equals("kicked") && !chat.isPrivate()) {
            throw Refusal.forbidden("bot was kicked from the " + chat.type() + " chat");
        }
        return chat;
    }

    /** Returns the chat of {@code chat_id}, which the bot may write to. */
    public static Chat writable(Bot bot, Params params) {
        Chat chat = readable(bot, params);
        if (chat.isPrivate()) {
            if (chat.blocked) {
                throw Refusal.forbidden("bot was blocked by the user");
            }
            if (!chat.started) {
                throw Refusal.forbidden("bot can't initiate conversation with a user");
            }
        } else if (!chat.members().hasBot()) {
            throw Refusal.forbidden("bot is not a member of the " + chat.type() + " chat");
        } else if (chat.type().equals("channel") && !chat.members().botStatus().equals("administrator")) {
            throw Refusal.badRequest("need administrator rights in the channel chat");
        }
        return chat;
    }

    private static Optional<Chat> find(Bot bot, String chatId) {
        if (chatId.startsWith("@")) {
            return idOf(bot, chatId.substring(1)).flatMap(bot::chat);
        }
        try {
            return bot.chat(Long.parseLong(chatId.strip()));
        } catch (NumberFormatException e) {
            return Optional.empty();
        }
    }

    /** Only groups can be named by username, since a bot knows people by id alone; a group's is made of its title. */
    private static Optional<Long> idOf(Bot bot, String username) {
        return bot.directory().groups().stream()
                .filter(group -> usernameOf(group).equalsIgnoreCase(username))
                .map(GroupChat::id)
                .findFirst();
    }

    private static String usernameOf(GroupChat group) {
        return group.title().replaceAll("[^A-Za-z0-9]+", "_");
    }

    /** Returns a person whom a call names by {@code user_id}. */
    public static Person person(Bot bot, Params params) {
        long id = params.number("user_id");
        if (id <= 0) {
            throw Refusal.badRequest("invalid user_id specified");
        }
        return bot.directory().person(id).orElseThrow(() -> Refusal.badRequest("user not found"));
    }
}
