package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Chat;
import dev.basegram.sandbox.telegram.chats.ChatAccess;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;

/** What a bot says about itself. */
final class ProfileMethods {
    private ProfileMethods() {}

    static void addTo(Methods methods) {
        methods.add("getMe", (bot, params) -> Answer.ok(me(bot)))
                .add("logOut", (bot, params) -> Answer.done())
                .add("close", (bot, params) -> Answer.done())
                .add("setChatMenuButton", ProfileMethods::setMenuButton)
                .add(
                        "getChatMenuButton",
                        (bot, params) -> Answer.ok(bot.profile().menuButton(chat(bot, params))))
                .add("setMyDefaultAdministratorRights", ProfileMethods::setRights)
                .add("getMyDefaultAdministratorRights", ProfileMethods::rights);
        addText(methods, "Name", "name", 64);
        addText(methods, "Description", "description", 512);
        addText(methods, "ShortDescription", "short_description", 120);
    }

    private static ObjectNode me(Bot bot) {
        return bot.user()
                .put("can_join_groups", true)
                .put("can_read_all_group_messages", false)
                .put("supports_inline_queries", true)
                .put("can_connect_to_business", false)
                .put("has_main_web_app", false)
                .put("has_topics_enabled", false)
                .put("allows_users_to_create_topics", false);
    }

    private static void addText(Methods methods, String what, String field, int most) {
        methods.add("setMy" + what, (bot, params) -> {
            String text = params.text(field);
            if (text.length() > most) {
                throw Refusal.badRequest(field + " is too long");
            }
            bot.profile().setText(field, language(params), text);
            return Answer.done();
        });
        methods.add("getMy" + what, (bot, params) -> {
            String text = bot.profile().text(field, language(params));
            boolean unnamed = field.equals("name") && text.isEmpty();
            return Answer.ok(Json.object()
                    .put(field, unnamed ? bot.user().path("first_name").asText() : text));
        });
    }

    /** Returns the language of a call: empty for everyone, or a two-letter code. */
    static String language(Params params) {
        String language = params.text("language_code");
        if (!language.isEmpty() && !language.matches("[a-z]{2}(?:-[A-Za-z]{2,4})?")) {
            throw Refusal.badRequest("invalid language code specified");
        }
        return language;
    }

    private static long chat(Bot bot, Params params) {
        if (!params.has("chat_id")) {
            return 0;
        }
        Chat chat = ChatAccess.readable(bot, params);
        if (!chat.isPrivate()) {
            throw Refusal.badRequest("chat not found");
        }
        return chat.id();
    }

    private static Answer setMenuButton(Bot bot, Params params) {
        long chat = chat(bot, params);
        JsonNode button = params.json("menu_button", "menu button");
        bot.profile().setMenuButton(chat, button == null ? Json.object().put("type", "default") : checked(button));
        return Answer.done();
    }

    private static ObjectNode checked(JsonNode button) {
        if (!(button instanceof ObjectNode object)) {
            throw Refusal.badRequest("MenuButton must be an Object");
        }
        return switch (object.path("type").asText()) {
            case "default", "commands" -> object;
            case "web_app" -> webApp(object);
            default -> throw Refusal.badRequest("MenuButton has unsupported type");
        };
    }

    private static ObjectNode webApp(ObjectNode button) {
        if (!button.path("web_app").path("url").asText().startsWith("https://")) {
            throw Refusal.badRequest("menu button Web App URL is invalid: Only HTTPS links are allowed");
        }
        return button;
    }

    private static Answer setRights(Bot bot, Params params) {
        bot.profile().setRights(params.flag("for_channels"), params.json("rights", "chat administrator rights"));
        return Answer.done();
    }

    private static Answer rights(Bot bot, Params params) {
        JsonNode rights = bot.profile().rights(params.flag("for_channels"));
        return Answer.ok(rights == null ? Json.object().put("can_manage_chat", false) : rights);
    }
}
