package dev.basegram.sandbox.control;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * One act of a person: who and where, and exactly one of the other members, save that {@code replyTo} and {@code topic} go
 * along with {@code text}, {@code file} and {@code files}.
 *
 * @param chat where: a person's id for their private chat with the bot, or a group's; null is {@code from}'s own
 * @param from who; null is the private chat's person
 * @param bot the bot's id; null is the bot that called last
 */
@Schema(description = "One act of a person. Besides chat, from, bot, replyTo and topic it has exactly one member.")
record SendRequest(
        @Nullable @Schema(examples = "1001") Long chat,
        @Nullable @Schema(examples = "1001") Long from,
        @Nullable Long bot,
        @Nullable Integer replyTo,
        @Nullable Integer topic,
        @Nullable @Schema(examples = "/start") String text,
        @Nullable Press press,
        @Nullable FilePart file,

        @Nullable @Schema(description = "2 to 10 files sent as one album")
        List<FilePart> files,

        @Nullable Contact contact,
        @Nullable Place location,

        @Nullable @Schema(description = "The emoji of a sticker", examples = "👍")
        String sticker,

        @Nullable Edit edit,

        @Nullable @Schema(description = "The id of an own message to delete")
        Integer delete,

        @Nullable Forward forward,
        @Nullable Reaction react,

        @Nullable @Schema(description = "true blocks the bot, false unblocks it")
        Boolean block,

        @Nullable Inline inline,
        @Nullable Choice choose,
        @Nullable WebApp webApp,
        @Nullable Members members,

        @Nullable @Schema(description = "The name of a topic to open in a forum")
        String openTopic,

        @Nullable @Schema(description = "true turns the group into a supergroup with a new id")
        Boolean migrate,

        @Nullable Vote vote,

        @Nullable @Schema(description = "Further members of a Bot API Message, for kinds not listed here")
        ObjectNode raw) {

    /**
     * A press on a button: by its {@code data}, or by the label a person reads.
     *
     * @param message the message with the inline keyboard; null with {@code label} is the reply keyboard
     * @param forged whether to send {@code data} although no button has it
     */
    @Schema(description = "A press on a button, by its data or by its label")
    record Press(
            @Nullable @Schema(examples = "17") Integer message,
            @Nullable @Schema(examples = "open:orders") String data,
            @Nullable @Schema(examples = "Orders") String label,

            @Nullable @Schema(description = "Send data that no button has, as a forged client can")
            Boolean forged) {}

    /** A file; {@code content} or {@code size} is needed. */
    @Schema(description = "A file; its kind follows from name and type unless given")
    record FilePart(
            @Nullable
            @Schema(
                    enumeration = {"photo", "document", "audio", "video", "voice", "animation", "video_note", "sticker"
                    })
            String kind,

            @Nullable @Schema(examples = "table.jpg") String name,
            @Nullable @Schema(examples = "image/jpeg") String type,
            @Nullable @Schema(description = "Base64") String content,

            @Nullable @Schema(description = "A size in bytes to claim, for files too big to send here")
            Long size,

            @Nullable String caption) {}

    /** One's own contact when empty; else another person's, or a number of nobody on Telegram. */
    @Schema(description = "An empty object shares one's own phone number, as the share-contact button does")
    record Contact(
            @Nullable @Schema(description = "Another person's id")
            Long of,

            @Nullable @Schema(description = "A number of nobody on Telegram", examples = "+41790000000")
            String phone) {}

    /** A place, in degrees. */
    record Place(
            @Nullable @Schema(examples = "46.5197") Double latitude,
            @Nullable @Schema(examples = "6.6323") Double longitude) {}

    /** An edit of one's own message. */
    record Edit(@Nullable Integer message, @Nullable String text) {}

    /** A message forwarded from another chat. */
    record Forward(@Nullable Long fromChat, @Nullable Integer message) {}

    /** A reaction; without an emoji it is taken back. */
    record Reaction(@Nullable Integer message, @Nullable String emoji) {}

    /** An inline query. */
    record Inline(
            @Nullable String query,
            @Nullable String offset,
            @Nullable String chatType) {}

    /** A picked result of an answered inline query. */
    record Choice(@Nullable String query, @Nullable String result) {}

    /** Data from a Mini App. */
    record WebApp(@Nullable String data, @Nullable String button) {}

    /**
     * A change of a group's members; {@code who} null is the bot itself.
     *
     * @param change {@code add}, {@code remove}, {@code promote} or {@code demote}
     */
    record Members(
            @Nullable @Schema(enumeration = {"add", "remove", "promote", "demote"})
            String change,

            @Nullable @Schema(description = "A person's id; absent is the bot itself")
            Long who) {}

    /** A vote in a poll: the positions of the options. */
    record Vote(@Nullable Integer message, @Nullable ArrayNode options) {}
}
