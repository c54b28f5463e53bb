package dev.basegram.sandbox.telegram.markup;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Checks the buttons of keyboards. */
final class KeyboardButtons {
    /** Buttons of one inline keyboard that the server takes. */
    static final int MAX_INLINE = 100;

    private static final int MAX_CALLBACK_BYTES = 64;
    private static final int MAX_COPY_TEXT = 256;

    /** In the order in which the server looks for them; the first that is there is what the button does. */
    private static final List<String> INLINE_ACTIONS = List.of(
            "url",
            "callback_data",
            "callback_game",
            "pay",
            "switch_inline_query",
            "switch_inline_query_chosen_chat",
            "switch_inline_query_current_chat",
            "copy_text",
            "login_url",
            "web_app");

    private static final List<String> LOOKS = List.of("style", "icon_custom_emoji_id");

    private KeyboardButtons() {}

    /** Reads one button. */
    interface Reader {
        ObjectNode read(JsonNode button);
    }

    static ObjectNode inline(JsonNode button) {
        String text = text(button, "inline keyboard");
        for (String action : INLINE_ACTIONS) {
            JsonNode value = button.get(action);
            if (value != null) {
                ObjectNode kept = Json.object().put("text", text);
                kept.set(action, checked(action, value));
                keepLooks(button, kept);
                return kept;
            }
        }
        throw unparsable("inline keyboard", "Text buttons are unallowed in the inline keyboard");
    }

    static ObjectNode reply(JsonNode button) {
        if (button.isTextual()) {
            return Json.object().put("text", button.textValue());
        }
        text(button, "keyboard");
        return button.deepCopy();
    }

    private static String text(JsonNode button, String keyboard) {
        if (!button.isObject()) {
            throw unparsable(
                    keyboard,
                    keyboard.equals("keyboard")
                            ? "KeyboardButton must be an Object"
                            : "InlineKeyboardButton must be an Object");
        }
        JsonNode text = button.get("text");
        if (text == null) {
            throw unparsable(keyboard, "Can't find field \"text\"");
        }
        if (!text.isTextual() && !text.isNumber()) {
            throw unparsable(keyboard, "Field \"text\" must be of type String");
        }
        return text.asText();
    }

    private static JsonNode checked(String action, JsonNode value) {
        return switch (action) {
            case "callback_data" -> callbackData(value);
            case "url" -> url(value);
            case "copy_text" -> copyText(value);
            case "web_app", "login_url" -> withUrl(action, value);
            default -> value;
        };
    }

    private static JsonNode callbackData(JsonNode value) {
        if (!value.isTextual() && !value.isNumber()) {
            throw unparsable("inline keyboard", "Field \"callback_data\" must be of type String");
        }
        int bytes = value.asText().getBytes(StandardCharsets.UTF_8).length;
        if (bytes == 0 || bytes > MAX_CALLBACK_BYTES) {
            throw Refusal.badRequest("BUTTON_DATA_INVALID");
        }
        return Json.object().textNode(value.asText());
    }

    private static JsonNode url(JsonNode value) {
        if (!value.isTextual()) {
            throw unparsable("inline keyboard", "Field \"url\" must be of type String");
        }
        String url = value.textValue();
        String checked = url.startsWith("tg:")
                ? url
                : MarkupSyntax.checkedUrl(url)
                        .orElseThrow(() -> Refusal.badRequest("inline keyboard button URL '" + url + "' is invalid: "
                                + (url.isBlank() ? "URL is empty" : "Wrong HTTP URL")));
        return Json.object().textNode(checked);
    }

    private static JsonNode copyText(JsonNode value) {
        int length = value.path("text").asText("").length();
        if (length == 0 || length > MAX_COPY_TEXT) {
            throw Refusal.badRequest("BUTTON_COPY_TEXT_INVALID");
        }
        return value;
    }

    private static JsonNode withUrl(String action, JsonNode value) {
        String url = value.path("url").asText("");
        if (!url.startsWith("https://")) {
            throw Refusal.badRequest("inline keyboard button " + (action.equals("web_app") ? "Web App " : "") + "URL '"
                    + url + "' is invalid: Only HTTPS links are allowed");
        }
        return value;
    }

    private static void keepLooks(JsonNode button, ObjectNode kept) {
        for (String look : LOOKS) {
            if (button.has(look)) {
                kept.set(look, button.get(look));
            }
        }
    }

    private static Refusal unparsable(String keyboard, String why) {
        return Refusal.badRequest("can't parse " + keyboard + " button: " + why);
    }
}
