package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.files.InputFiles;
import dev.basegram.sandbox.telegram.files.Media;
import dev.basegram.sandbox.telegram.files.MediaKind;
import dev.basegram.sandbox.telegram.files.StoredMedia;
import dev.basegram.sandbox.telegram.markup.FormattedText;
import dev.basegram.sandbox.telegram.markup.TextParams;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.List;

/** Sending files, and finding them again. */
final class FileMethods {
    private static final long MAX_DOWNLOAD = 20L << 20;

    /** Numbers that a bot may tell about its file. */
    private static final List<String> NUMBERS = List.of("duration", "width", "height", "length");

    private FileMethods() {}

    static void addTo(Methods methods) {
        for (MediaKind kind : MediaKind.values()) {
            methods.add("send" + kind.field().replace("_", ""), (bot, params) -> send(bot, params, kind));
        }
        methods.add("getFile", FileMethods::getFile);
    }

    private static Answer send(Bot bot, Params params, MediaKind kind) {
        boolean captioned = kind != MediaKind.STICKER && kind != MediaKind.VIDEO_NOTE;
        FormattedText caption = captioned ? TextParams.caption(params) : new FormattedText("", List.of());
        StoredMedia media = InputFiles.get(bot.files(), params, kind);
        return SendMethods.send(bot, params, message -> {
            Media.putInto(message, bot.files(), media);
            describe(message, kind, params);
            caption.putInto(message, "caption", "caption_entities");
            if (params.flag("has_spoiler")) {
                message.put("has_media_spoiler", true);
            }
        });
    }

    private static void describe(ObjectNode message, MediaKind kind, Params params) {
        if (message.get(kind.field()) instanceof ObjectNode media) {
            for (String number : NUMBERS) {
                if (params.has(number)) {
                    media.put(number, params.number(number));
                }
            }
            for (String text : List.of("performer", "title", "emoji")) {
                if (params.has(text)) {
                    media.put(text, params.text(text));
                }
            }
        }
    }

    private static Answer getFile(Bot bot, Params params) {
        String fileId = params.text("file_id");
        StoredMedia media = bot.files().byId(fileId).orElseThrow(() -> Refusal.badRequest("invalid file_id"));
        if (media.size() > MAX_DOWNLOAD) {
            throw Refusal.badRequest("file is too big");
        }
        bot.files().link(media);
        return Answer.ok(Json.object()
                .put("file_id", media.fileId())
                .put("file_unique_id", media.uniqueId())
                .put("file_size", media.size())
                .put("file_path", media.path()));
    }
}
