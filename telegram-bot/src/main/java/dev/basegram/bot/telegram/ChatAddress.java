package dev.basegram.bot.telegram;

import org.jspecify.annotations.Nullable;

/**
 * Where a message goes.
 *
 * @param chatId the chat; negative for groups
 * @param threadId the topic within it; null outside topics
 * @param businessConnectionId the business connection that everything sent must name; null for the bot's own chats
 */
public record ChatAddress(
        long chatId, @Nullable Long threadId, @Nullable String businessConnectionId) {
    /** Returns the address of a chat of the bot's own, outside topics. */
    public static ChatAddress of(long chatId) {
        return new ChatAddress(chatId, null, null);
    }

    /** Returns the same chat at a topic. */
    public ChatAddress inThread(@Nullable Long thread) {
        return new ChatAddress(chatId, thread, businessConnectionId);
    }

    /** Tells whether the chat is a private one: Telegram gives groups and channels negative ids. */
    public boolean isPrivate() {
        return chatId > 0;
    }
}
