package dev.basegram.bot.telegram;

/** Where a list of commands is shown (core.telegram.org/bots/api#botcommandscope). */
public enum CommandScope {
    /** In every private chat. */
    PRIVATE_CHATS,
    /** In every group. */
    GROUPS,
    /** To the administrators of every group. */
    GROUP_ADMINISTRATORS
}
