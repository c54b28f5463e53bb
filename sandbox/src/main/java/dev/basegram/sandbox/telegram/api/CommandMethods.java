package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.ChatAccess;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;

/** Commands by scope and language ({@code core.telegram.org/bots/api#botcommandscope}). */
final class CommandMethods {
    private static final int MAX_COMMANDS = 100;
    private static final int MAX_NAME = 32;
    private static final int MAX_DESCRIPTION = 256;

    private CommandMethods() {}

    static void addTo(Methods methods) {
        methods.add("setMyCommands", (bot, params) -> {
                    bot.profile().setCommands(scope(bot, params), ProfileMethods.language(params), commands(params));
                    return Answer.done();
                })
                .add("deleteMyCommands", (bot, params) -> {
                    bot.profile().setCommands(scope(bot, params), ProfileMethods.language(params), Json.array());
                    return Answer.done();
                })
                .add(
                        "getMyCommands",
                        (bot, params) ->
                                Answer.ok(bot.profile().commands(scope(bot, params), ProfileMethods.language(params))));
    }

    private static String scope(Bot bot, Params params) {
        JsonNode scope = params.json("scope", "BotCommandScope");
        if (scope == null) {
            return "default";
        }
        if (!scope.isObject()) {
            throw unparsable("BotCommandScope must be an Object");
        }
        if (!scope.has("type")) {
            throw unparsable("Can't find field \"type\"");
        }
        String type = scope.path("type").asText();
        return switch (type) {
            case "default", "all_private_chats", "all_group_chats", "all_chat_administrators" -> type;
            case "chat", "chat_administrators" -> type + ":" + chat(bot, scope);
            case "chat_member" -> type + ":" + chat(bot, scope) + ":" + user(scope);
            default -> throw unparsable("Unsupported type specified");
        };
    }

    private static long chat(Bot bot, JsonNode scope) {
        if (!scope.has("chat_id")) {
            throw unparsable("Can't find field \"chat_id\"");
        }
        if (scope.path("chat_id").asText().isEmpty()) {
            throw unparsable("Empty chat_id specified");
        }
        return ChatAccess.readable(bot, scope.path("chat_id").asText()).id();
    }

    private static long user(JsonNode scope) {
        long user = scope.path("user_id").asLong();
        if (user <= 0) {
            throw unparsable("Invalid user_id specified");
        }
        return user;
    }

    private static Refusal unparsable(String why) {
        return Refusal.badRequest("can't parse BotCommandScope: " + why);
    }

    private static ArrayNode commands(Params params) {
        JsonNode given = params.json("commands", "commands");
        if (given == null) {
            return Json.array();
        }
        if (!given.isArray()) {
            throw Refusal.badRequest("expected an Array of BotCommand");
        }
        if (given.size() > MAX_COMMANDS) {
            throw Refusal.badRequest("BOT_COMMANDS_TOO_MUCH");
        }
        ArrayNode commands = Json.array();
        for (JsonNode command : given) {
            commands.addObject()
                    .put("command", name(field(command, "command")))
                    .put("description", description(field(command, "description")));
        }
        return commands;
    }

    private static String field(JsonNode command, String field) {
        if (!command.isObject()) {
            throw Refusal.badRequest("can't parse BotCommand: expected an Object");
        }
        if (!command.has(field)) {
            throw Refusal.badRequest("can't parse BotCommand: Can't find field \"" + field + "\"");
        }
        return command.path(field).asText().strip();
    }

    private static String name(String given) {
        String name = given.startsWith("/") ? given.substring(1) : given;
        if (name.isEmpty()) {
            throw Refusal.badRequest("command must be non-empty");
        }
        if (name.length() > MAX_NAME || !name.matches("[a-z0-9_]+")) {
            throw Refusal.badRequest("BOT_COMMAND_INVALID");
        }
        return name;
    }

    private static String description(String description) {
        if (description.isEmpty()) {
            throw Refusal.badRequest("command description must be non-empty");
        }
        if (description.length() > MAX_DESCRIPTION) {
            throw Refusal.badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
        }
        return description;
    }
}
