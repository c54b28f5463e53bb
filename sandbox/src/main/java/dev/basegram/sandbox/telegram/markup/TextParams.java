package dev.basegram.sandbox.telegram.markup;

import com.fasterxml.jackson.databind.JsonNode;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Reads formatted texts from parameters, and holds them to the limits ({@code core.telegram.org/bots/api#sendmessage}). */
public final class TextParams {
    /** UTF-16 units of a message's text, after entities are parsed. */
    public static final int MAX_TEXT = 4096;
    /** UTF-16 units of a caption, after entities are parsed. */
    public static final int MAX_CAPTION = 1024;

    /** Types that a bot may give; those that the server finds by itself are passed over. */
    private static final Set<String> GIVEN_TYPES = Set.of(
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "blockquote",
            "expandable_blockquote",
            "code",
            "pre",
            "text_link",
            "text_mention",
            "custom_emoji");

    private TextParams() {}

    /** Returns the text of a message. */
    public static FormattedText text(Params params) {
        FormattedText text = read(params.text("text"), params.text("parse_mode"), entities(params, "entities"));
        return checkedText(params.text("text"), text);
    }

    /** Returns a text that is given in an object, such as an inline result's content. */
    public static FormattedText text(JsonNode object, String textField) {
        String source = object.path(textField).asText("");
        FormattedText text = read(source, object.path("parse_mode").asText(""), object.get("entities"));
        return checkedText(source, text);
    }

    /** Returns the caption of a file; empty when there is none. */
    public static FormattedText caption(Params params) {
        return checkedCaption(
                read(params.text("caption"), params.text("parse_mode"), entities(params, "caption_entities")));
    }

    /** Returns the caption of an {@code InputMedia}; empty when there is none. */
    public static FormattedText caption(JsonNode media) {
        return checkedCaption(read(
                media.path("caption").asText(""), media.path("parse_mode").asText(""), media.get("caption_entities")));
    }

    /** Returns a text as a person's app sends it: no parse mode, entities found. */
    public static FormattedText plain(String text) {
        return TextRules.apply(new FormattedText(text, List.of()));
    }

    private static FormattedText checkedText(String source, FormattedText text) {
        if (source.isEmpty()) {
            throw Refusal.badRequest("message text is empty");
        }
        if (text.text().isEmpty()) {
            throw Refusal.badRequest("text must be non-empty");
        }
        if (text.text().length() > MAX_TEXT) {
            throw Refusal.badRequest("message is too long");
        }
        return text;
    }

    private static FormattedText checkedCaption(FormattedText caption) {
        if (caption.text().length() > MAX_CAPTION) {
            throw Refusal.badRequest("message caption is too long");
        }
        return caption;
    }

    private static @Nullable JsonNode entities(Params params, String name) {
        return params.json(name, "entities");
    }

    private static FormattedText read(String text, String parseMode, @Nullable JsonNode entities) {
        FormattedText parsed = switch (parseMode.toLowerCase(Locale.ROOT)) {
            case "html" -> HtmlParser.parse(text);
            case "markdownv2" -> MarkdownV2Parser.parse(text);
            case "markdown" -> MarkdownParser.parse(text);
            case "", "none" -> new FormattedText(text, given(text, entities));
            default -> throw Refusal.badRequest("unsupported parse_mode");
        };
        return TextRules.apply(parsed);
    }

    private static List<Entity> given(String text, @Nullable JsonNode entities) {
        if (entities == null || entities.isNull()) {
            return List.of();
        }
        if (!entities.isArray()) {
            throw Refusal.badRequest("expected an Array of MessageEntity");
        }
        List<Entity> given = new ArrayList<>();
        for (JsonNode entity : entities) {
            if (!entity.isObject() || !entity.path("type").isTextual()) {
                throw Refusal.badRequest("can't parse MessageEntity: Can't find field \"type\"");
            }
            add(text, entity, given);
        }
        return given;
    }

    private static void add(String text, JsonNode entity, List<Entity> to) {
        String type = entity.path("type").asText();
        int offset = entity.path("offset").asInt(-1);
        int length = Math.min(entity.path("length").asInt(-1), text.length() - offset);
        if (!GIVEN_TYPES.contains(type) || offset < 0 || length <= 0) {
            return;
        }
        switch (type) {
            case "text_link" -> addIfAny(MarkupSyntax.link(entity.path("url").asText(""), offset, length), to);
            case "text_mention" -> {
                String user = entity.path("user").path("id").asText("0");
                to.add(new Entity(type, offset, length, user));
            }
            case "pre" -> to.add(new Entity(type, offset, length, textOrNull(entity, "language")));
            case "custom_emoji" -> to.add(new Entity(type, offset, length, textOrNull(entity, "custom_emoji_id")));
            default -> to.add(new Entity(type, offset, length, null));
        }
    }

    private static void addIfAny(@Nullable Entity entity, List<Entity> to) {
        if (entity != null) {
            to.add(entity);
        }
    }

    private static @Nullable String textOrNull(JsonNode object, String field) {
        String text = object.path(field).asText("");
        return text.isEmpty() ? null : text;
    }
}
