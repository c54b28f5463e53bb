package dev.basegram.bench.chat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** Writes the updates that Telegram sends when a person writes or presses (core.telegram.org/bots/api#update). */
final class ChatUpdates {
    private final ObjectMapper mapper = new ObjectMapper();
    private long updateId = 300_000_000;
    private int messageId = 1;

    /** Returns a message with a command. */
    String command(long person, String command) {
        ObjectNode update = update();
        ObjectNode message = message(update, "message", person, messageId++).put("text", command);
        message.putArray("entities")
                .addObject()
                .put("type", "bot_command")
                .put("offset", 0)
                .put("length", command.length());
        return update.toString();
    }

    /** Returns a press of a button under a message of the bot's. */
    String press(long person, int message, String data) {
        ObjectNode update = update();
        ObjectNode query =
                update.putObject("callback_query").put("id", "q" + updateId).put("chat_instance", "1");
        person(query.putObject("from"), person).put("is_bot", false);
        message(query, "message", person, message).put("text", "…");
        query.put("data", data);
        return update.toString();
    }

    private ObjectNode update() {
        return mapper.createObjectNode().put("update_id", ++updateId);
    }

    private static ObjectNode message(ObjectNode parent, String name, long person, int id) {
        ObjectNode message =
                parent.putObject(name).put("message_id", id).put("date", System.currentTimeMillis() / 1_000);
        person(message.putObject("from"), person).put("is_bot", false);
        person(message.putObject("chat"), person).put("type", "private");
        return message;
    }

    private static ObjectNode person(ObjectNode node, long id) {
        return node.put("id", id).put("first_name", "Anna").put("language_code", "en");
    }
}
