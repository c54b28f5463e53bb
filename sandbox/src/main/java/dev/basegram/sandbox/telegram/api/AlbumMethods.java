package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Outgoing;
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
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** Albums: several files that are shown as one. */
final class AlbumMethods {
    private static final int MAX_FILES = 10;
    private static final Set<MediaKind> ALBUM_KINDS =
            EnumSet.of(MediaKind.PHOTO, MediaKind.VIDEO, MediaKind.DOCUMENT, MediaKind.AUDIO);

    private AlbumMethods() {}

    /** One part of an album. */
    record Part(StoredMedia media, FormattedText caption) {
        void putInto(ObjectNode message, Bot bot) {
            Media.putInto(message, bot.files(), media);
            caption.putInto(message, "caption", "caption_entities");
        }
    }

    static void addTo(Methods methods) {
        methods.add("sendMediaGroup", AlbumMethods::sendMediaGroup);
    }

    private static Answer sendMediaGroup(Bot bot, Params params) {
        JsonNode given = params.json("media", "media");
        if (given == null || !given.isArray()) {
            throw Refusal.badRequest("expected an Array of InputMedia");
        }
        if (given.isEmpty()) {
            throw Refusal.badRequest("there are no messages to send");
        }
        if (given.size() > MAX_FILES) {
            throw Refusal.badRequest("too many messages to send as an album");
        }
        List<Part> parts = new ArrayList<>();
        given.forEach(media -> parts.add(part(bot, params, media)));
        checkMix(parts);
        ArrayNode sent = Json.array();
        String group = bot.nextGroupId();
        for (Part part : parts) {
            Outgoing outgoing = Outgoing.of(bot, params);
            ObjectNode message = outgoing.begin().put("media_group_id", group);
            part.putInto(message, bot);
            sent.add(outgoing.finish(message));
        }
        return Answer.ok(sent);
    }

    static Part part(Bot bot, Params params, JsonNode media) {
        if (!media.isObject()) {
            throw Refusal.badRequest("can't parse InputMedia: expected an Object");
        }
        String type = media.path("type").asText("");
        MediaKind kind = MediaKind.of(type)
                .orElseThrow(() -> Refusal.badRequest("can't parse InputMedia: type \"" + type + "\" is unsupported"));
        FormattedText caption = TextParams.caption(media);
        return new Part(
                InputFiles.get(bot.files(), params, kind, media.path("media").asText("")), caption);
    }

    /** Photos and films go together; documents and music each only with their own. */
    private static void checkMix(List<Part> parts) {
        Set<MediaKind> kinds = EnumSet.noneOf(MediaKind.class);
        parts.forEach(part -> kinds.add(part.media().kind()));
        boolean visual = kinds.stream().allMatch(kind -> kind == MediaKind.PHOTO || kind == MediaKind.VIDEO);
        if (!ALBUM_KINDS.containsAll(kinds) || (kinds.size() > 1 && !visual)) {
            throw Refusal.badRequest("can't use the media of the specified type in the album");
        }
    }
}
