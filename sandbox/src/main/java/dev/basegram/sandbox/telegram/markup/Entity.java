package dev.basegram.sandbox.telegram.markup;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A part of a text with a meaning or a look.
 *
 * @param type the Bot API's name, such as {@code bold}
 * @param offset in UTF-16 units, as Java counts
 * @param length in UTF-16 units
 * @param argument the URL, language, custom emoji id or user id of the types that have one
 */
public record Entity(
        String type, int offset, int length, @Nullable String argument) {
    /** By place, the longer first, then by what encloses what. */
    static final Comparator<Entity> ORDER = Comparator.comparingInt(Entity::offset)
            .thenComparing(Comparator.comparingInt(Entity::length).reversed())
            .thenComparingInt(entity -> priority(entity.type()));

    private static final List<String> PRIORITY = List.of(
            "blockquote",
            "expandable_blockquote",
            "bold",
            "italic",
            "underline",
            "strikethrough",
            "spoiler",
            "text_link",
            "text_mention",
            "custom_emoji",
            "code",
            "pre");

    int end() {
        return offset + length;
    }

    Entity at(int newOffset, int newLength) {
        return new Entity(type, newOffset, newLength, argument);
    }

    boolean isCode() {
        return type.equals("code") || type.equals("pre");
    }

    /** Whether pieces of it that touch are one, as of bold but not of a link. */
    boolean isStyle() {
        return switch (type) {
            case "bold", "italic", "underline", "strikethrough", "spoiler" -> true;
            default -> false;
        };
    }

    /** Returns the Bot API's {@code MessageEntity}. */
    public ObjectNode toJson() {
        ObjectNode json =
                Json.object().put("offset", offset).put("length", length).put("type", type);
        if (argument != null) {
            switch (type) {
                case "text_link" -> json.put("url", argument);
                case "pre" -> json.put("language", argument);
                case "custom_emoji" -> json.put("custom_emoji_id", argument);
                case "text_mention" -> json.putObject("user").put("id", Long.parseLong(argument));
                default -> {}
            }
        }
        return json;
    }

    private static int priority(String type) {
        int index = PRIORITY.indexOf(type);
        return index < 0 ? PRIORITY.size() : index;
    }
}
