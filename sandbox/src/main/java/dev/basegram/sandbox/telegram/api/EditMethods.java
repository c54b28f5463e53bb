package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Editing;
import dev.basegram.sandbox.telegram.files.MediaKind;
import dev.basegram.sandbox.telegram.markup.FormattedText;
import dev.basegram.sandbox.telegram.markup.ReplyMarkup;
import dev.basegram.sandbox.telegram.markup.TextParams;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.List;
import java.util.function.Consumer;

/** Edits. One by {@code inline_message_id} answers {@code true} rather than the message. */
final class EditMethods {
    private EditMethods() {}

    static void addTo(Methods methods) {
        methods.add("editMessageText", EditMethods::editText)
                .add("editMessageCaption", EditMethods::editCaption)
                .add("editMessageMedia", EditMethods::editMedia)
                .add(
                        "editMessageReplyMarkup",
                        (bot, params) -> edit(bot, params, Editing.target(bot, params), message -> {}));
    }

    private static Answer editText(Bot bot, Params params) {
        FormattedText text = TextParams.text(params);
        Editing.Target target = Editing.target(bot, params);
        if (!target.message().hasText()) {
            throw Refusal.badRequest("there is no text in the message to edit");
        }
        return edit(bot, params, target, message -> {
            message.remove(List.of("entities", "link_preview_options"));
            text.putInto(message, "text", "entities");
            SendMethods.linkPreview(params, message);
        });
    }

    private static Answer editCaption(Bot bot, Params params) {
        FormattedText caption = TextParams.caption(params);
        Editing.Target target = Editing.target(bot, params);
        if (!isCaptioned(target.message().json())) {
            throw Refusal.badRequest("there is no caption in the message to edit");
        }
        return edit(bot, params, target, message -> {
            message.remove(List.of("caption", "caption_entities"));
            caption.putInto(message, "caption", "caption_entities");
        });
    }

    private static boolean isCaptioned(ObjectNode message) {
        for (MediaKind kind : MediaKind.values()) {
            if (message.has(kind.field()) && kind != MediaKind.STICKER && kind != MediaKind.VIDEO_NOTE) {
                return true;
            }
        }
        return false;
    }

    private static Answer editMedia(Bot bot, Params params) {
        JsonNode media = params.json("media", "media");
        if (media == null) {
            throw Refusal.badRequest("input media is not specified");
        }
        AlbumMethods.Part part = AlbumMethods.part(bot, params, media);
        Editing.Target target = Editing.target(bot, params);
        return edit(bot, params, target, message -> {
            for (MediaKind kind : MediaKind.values()) {
                message.remove(kind.field());
            }
            message.remove(List.of("text", "entities", "caption", "caption_entities", "link_preview_options"));
            part.putInto(message, bot);
        });
    }

    private static Answer edit(Bot bot, Params params, Editing.Target target, Consumer<ObjectNode> change) {
        ObjectNode edited = Editing.edit(bot, target, ReplyMarkup.of(params), change);
        return params.has("inline_message_id") ? Answer.done() : Answer.ok(edited);
    }
}
