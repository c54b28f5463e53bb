package dev.basegram.bot.telegram;

import org.jspecify.annotations.Nullable;

/** What a person did, freed of the Bot API's forms. */
public sealed interface PersonInput {
    /**
     * A command: {@code /name arguments}. One meant for another bot is no command of ours and comes as {@link Other}.
     *
     * @param name in lower case, without the slash and without our own name
     * @param arguments what follows, trimmed; empty when nothing does
     */
    record Command(String name, String arguments) implements PersonInput {}

    /** A plain text. */
    record Text(String text) implements PersonInput {}

    /**
     * A file.
     *
     * @param albumId what the messages of one album have in common; null outside albums
     */
    record File(
            SentFile file,
            @Nullable String albumId,
            @Nullable String caption) implements PersonInput {}

    /**
     * A contact.
     *
     * @param own whether it is the sender's own, as Telegram itself vouches
     */
    record Contact(String phoneNumber, boolean own) implements PersonInput {}

    /**
     * A pressed button.
     *
     * @param messageId the message it is under; 0 where Telegram no longer tells
     * @param data what the client sent: anyone can send anything
     */
    record Press(String pressId, int messageId, String data) implements PersonInput {}

    /**
     * Something typed after the bot's name in whatever chat (core.telegram.org/bots/api#inlinequery). What was typed is not read: this
     * release shows nothing of the base there.
     */
    record InlineQuery(String queryId) implements PersonInput {}

    /** An earlier message was changed. */
    record Edited(int messageId, String text) implements PersonInput {}

    /** The person blocked the bot, or opened it again. */
    record Reachability(boolean reachable) implements PersonInput {}

    /** The group became a supergroup; the update's chat is the one it was. */
    record ChatMigrated(long newChatId) implements PersonInput {}

    /** The bot was let into a group, or put out of it. */
    record GroupMembership(boolean member) implements PersonInput {}

    /** A command that somebody gave in the name of the group itself, as anonymous administrators do: nobody knows who. */
    record Anonymous() implements PersonInput {}

    /**
     * Something a text was not: a sticker, a place, a poll.
     *
     * @param kind the Bot API's field, for the log
     */
    record OtherMessage(String kind) implements PersonInput {}

    /** Nothing for this bot to answer: acknowledged and counted. */
    record Other(String kind) implements PersonInput {
        /** A command with the name of another bot; with any name, as long as our own is not known. */
        public static final String FOR_ANOTHER_BOT = "command_for_another_bot";
    }
}
