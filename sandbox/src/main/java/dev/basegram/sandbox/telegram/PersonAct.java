package dev.basegram.sandbox.telegram;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.vertx.core.buffer.Buffer;
import org.jspecify.annotations.Nullable;

/** Something that a person does in their Telegram. {@code chat} is the private chat (the person's id) or a group. */
public sealed interface PersonAct {
    /** Returns the id of the person who acts. */
    long from();

    /**
     * Sends a text. Commands, mentions and links in it become entities as in Telegram's own apps.
     *
     * @param text 1 to 4096 UTF-16 units
     * @param replyTo the message replied to, or null
     * @param topic the topic of a forum, or null
     */
    record Text(
            long chat,
            long from,
            String text,
            @Nullable Integer replyTo,
            @Nullable Integer topic) implements PersonAct {
        /** A text that is no reply and in no topic. */
        public Text(long chat, long from, String text) {
            this(chat, from, text, null, null);
        }
    }

    /**
     * Presses an inline button, or sends data that no button had, as a forged client can.
     *
     * @param message the message that carries the keyboard
     * @param data the button's {@code callback_data}
     * @param forged whether to send it although no button of the message has this data
     */
    record Press(long chat, long from, int message, String data, boolean forged) implements PersonAct {
        /** A press on a button that is there. */
        public Press(long chat, long from, int message, String data) {
            this(chat, from, message, data, false);
        }
    }

    /** Presses the button with a label: of an inline keyboard when the message has one, else of the reply keyboard. */
    record PressLabel(long chat, long from, @Nullable Integer message, String label) implements PersonAct {}

    /**
     * Sends a file.
     *
     * @param kind {@code photo}, {@code document}, {@code audio}, {@code video}, {@code voice}, {@code animation}, {@code
     *     video_note} or {@code sticker}
     * @param name the file name, or null
     * @param mimeType or null to go by the name
     * @param size the size to claim in bytes, for files too big to be held here; null is that of {@code content}
     * @param album the same for every part of one album; null for a file on its own
     */
    record Upload(
            long chat,
            long from,
            String kind,
            @Nullable String name,
            @Nullable String mimeType,
            Buffer content,
            @Nullable Long size,
            @Nullable String caption,
            @Nullable String album,
            @Nullable Integer replyTo,
            @Nullable Integer topic)
            implements PersonAct {
        /** A file on its own. */
        public Upload(long chat, long from, String kind, String name, Buffer content, @Nullable String caption) {
            this(chat, from, kind, name, null, content, null, caption, null, null, null);
        }
    }

    /**
     * Shares a contact: one's own, as the {@code request_contact} button does, or someone else's.
     *
     * @param of the person shared; null shares a number that belongs to nobody on Telegram
     * @param phone the number; null is that person's own
     */
    record ShareContact(
            long chat,
            long from,
            @Nullable Long of,
            @Nullable String phone) implements PersonAct {}

    /** Shares a place, in degrees. */
    record ShareLocation(long chat, long from, double latitude, double longitude) implements PersonAct {}

    /** Sends a sticker of the set that everyone has, by its emoji. */
    record Sticker(long chat, long from, String emoji) implements PersonAct {}

    /** Edits the text, or the caption, of one's own message. */
    record Edit(long chat, long from, int message, String text) implements PersonAct {}

    /** Deletes a message for everyone; a bot is not told. */
    record Delete(long chat, long from, int message) implements PersonAct {}

    /** Forwards a message into a chat. */
    record Forward(long chat, long from, long fromChat, int message) implements PersonAct {}

    /**
     * Sets the reactions of a person to a message.
     *
     * @param emoji the one emoji, or null to take it back
     */
    record React(
            long chat, long from, int message, @Nullable String emoji) implements PersonAct {}

    /** Types {@code @bot query} in some chat. */
    record InlineQuery(long from, String query, String offset, String chatType) implements PersonAct {}

    /** Picks a result of an inline query that the bot has answered; it is posted into the chat. */
    record ChooseInlineResult(long chat, long from, String inlineQueryId, String resultId) implements PersonAct {}

    /** Sends data from a Mini App opened with a reply keyboard button. */
    record WebAppData(long chat, long from, String data, String buttonText) implements PersonAct {}

    /** Blocks the bot. */
    record Block(long from) implements PersonAct {}

    /** Unblocks the bot. */
    record Unblock(long from) implements PersonAct {}

    /** Adds someone to a group: the bot itself when {@code who} is null. */
    record AddMember(long chat, long from, @Nullable Long who) implements PersonAct {}

    /** Removes someone from a group: the bot itself when {@code who} is null. */
    record RemoveMember(long chat, long from, @Nullable Long who) implements PersonAct {}

    /** Makes someone an administrator of a group, or no longer; the bot itself when {@code who} is null. */
    record Promote(long chat, long from, @Nullable Long who, boolean administrator) implements PersonAct {}

    /** Opens a topic in a forum. */
    record OpenTopic(long chat, long from, String name) implements PersonAct {}

    /** Turns a group into a supergroup with a new id. */
    record Migrate(long chat, long from) implements PersonAct {}

    /**
     * Sends a message that is wholly given, for kinds not listed here. {@code message_id}, {@code date}, {@code chat} and
     * {@code from} are filled in.
     *
     * @param fields a JSON object of further fields of {@code Message}
     */
    record Raw(long chat, long from, ObjectNode fields) implements PersonAct {}

    /** Votes in a poll. */
    record Vote(long chat, long from, int message, ArrayNode options) implements PersonAct {}
}
