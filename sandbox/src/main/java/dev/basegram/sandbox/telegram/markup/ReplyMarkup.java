package dev.basegram.sandbox.telegram.markup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;

/** A {@code reply_markup}, checked as the server does. */
public sealed interface ReplyMarkup {
    /** Buttons under one message. */
    record Inline(ObjectNode markup) implements ReplyMarkup {}

    /** A keyboard in place of the letters, or a forced reply; it stays in the chat. */
    record Keyboard(ObjectNode markup) implements ReplyMarkup {}

    /** Takes the chat's keyboard away. */
    record Remove() implements ReplyMarkup {}

    /** No markup, or one without buttons. */
    record None() implements ReplyMarkup {}

    /** Reads the parameter {@code reply_markup}. */
    static ReplyMarkup of(Params params) {
        JsonNode markup = params.json("reply_markup", "reply keyboard markup");
        return markup == null ? new None() : of(markup);
    }

    /** Reads a markup. */
    static ReplyMarkup of(JsonNode markup) {
        if (!markup.isObject()) {
            throw Refusal.badRequest("object expected as reply markup");
        }
        ArrayNode keyboard = rows(markup, "keyboard", "", KeyboardButtons::reply);
        ArrayNode inline = rows(markup, "inline_keyboard", " of the InlineKeyboardMarkup", KeyboardButtons::inline);
        if (!keyboard.isEmpty()) {
            ObjectNode kept = markup.deepCopy();
            kept.set("keyboard", keyboard);
            return new Keyboard(kept);
        }
        if (!inline.isEmpty()) {
            ObjectNode kept = Json.object();
            kept.set("inline_keyboard", inline);
            return new Inline(kept);
        }
        if (markup.path("remove_keyboard").asBoolean()
                || markup.path("hide_keyboard").asBoolean()) {
            return new Remove();
        }
        return markup.path("force_reply").asBoolean() ? new Keyboard(markup.deepCopy()) : new None();
    }

    /** Puts inline buttons into a message; other markups are not part of it. */
    default void putInto(ObjectNode message) {
        if (this instanceof Inline inline) {
            message.set("reply_markup", inline.markup());
        }
    }

    private static ArrayNode rows(JsonNode markup, String field, String of, KeyboardButtons.Reader reader) {
        ArrayNode rows = Json.array();
        JsonNode given = markup.path(field);
        if (given.isMissingNode() || given.isNull()) {
            return rows;
        }
        if (!given.isArray()) {
            throw Refusal.badRequest("field \"" + field + "\" must be of type Array");
        }
        int count = 0;
        for (JsonNode row : given) {
            if (!row.isArray()) {
                throw Refusal.badRequest("field \"" + field + "\"" + of + " must be an Array of Arrays");
            }
            ArrayNode kept = Json.array();
            for (JsonNode button : row) {
                ObjectNode checked = reader.read(button);
                if (!checked.path("text").asText().isEmpty()) {
                    kept.add(checked);
                }
            }
            count += kept.size();
            if (!kept.isEmpty()) {
                rows.add(kept);
            }
        }
        if (field.startsWith("inline") && count > KeyboardButtons.MAX_INLINE) {
            throw Refusal.badRequest("reply markup is too long");
        }
        return rows;
    }
}
