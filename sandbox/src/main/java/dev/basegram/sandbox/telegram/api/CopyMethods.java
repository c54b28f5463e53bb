package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Chat;
import dev.basegram.sandbox.telegram.chats.ChatAccess;
import dev.basegram.sandbox.telegram.chats.Copies;
import dev.basegram.sandbox.telegram.chats.Message;
import dev.basegram.sandbox.telegram.chats.Outgoing;
import dev.basegram.sandbox.telegram.markup.TextParams;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.ArrayList;
import java.util.List;

/** Copies and forwards, one or many. */
final class CopyMethods {
    private static final int MAX_MESSAGES = 100;

    private CopyMethods() {}

    static void addTo(Methods methods) {
        methods.add("forwardMessage", CopyMethods::forwardMessage)
                .add("copyMessage", CopyMethods::copyMessage)
                .add("forwardMessages", (bot, params) -> many(bot, params, "forward"))
                .add("copyMessages", (bot, params) -> many(bot, params, "copy"));
    }

    private static Answer forwardMessage(Bot bot, Params params) {
        Message source = source(bot, params, "forward");
        return SendMethods.send(bot, params, message -> Copies.forwardInto(source, message));
    }

    private static Answer copyMessage(Bot bot, Params params) {
        Message source = source(bot, params, "copy");
        Outgoing outgoing = Outgoing.of(bot, params);
        ObjectNode message = outgoing.begin();
        Copies.copyInto(source, message);
        if (params.has("caption") && !source.hasText()) {
            message.remove(List.of("caption", "caption_entities"));
            TextParams.caption(params).putInto(message, "caption", "caption_entities");
        }
        return Answer.ok(idOf(outgoing.finish(message)));
    }

    private static Message source(Bot bot, Params params, String verb) {
        Chat from = ChatAccess.readable(bot, params.text("from_chat_id"));
        return from.message(params.messageId("message_id"))
                .orElseThrow(() -> Refusal.badRequest("message to " + verb + " not found"));
    }

    private static Answer many(Bot bot, Params params, String verb) {
        Chat from = ChatAccess.readable(bot, params.text("from_chat_id"));
        List<Message> sources = new ArrayList<>();
        for (int id : messageIds(params)) {
            from.message(id).ifPresent(sources::add);
        }
        if (sources.isEmpty()) {
            throw Refusal.badRequest("there are no messages to " + verb);
        }
        ArrayNode ids = Json.array();
        for (Message source : sources) {
            Outgoing outgoing = Outgoing.of(bot, params);
            ObjectNode message = outgoing.begin();
            if (verb.equals("copy")) {
                Copies.copyInto(source, message);
            } else {
                Copies.forwardInto(source, message);
            }
            ids.add(idOf(outgoing.finish(message)));
        }
        return Answer.ok(ids);
    }

    /** Returns the ids of {@code message_ids}, 1 to 100. */
    static List<Integer> messageIds(Params params) {
        JsonNode given = params.json("message_ids", "message identifiers");
        if (given == null || given.isEmpty()) {
            throw Refusal.badRequest("message identifiers are not specified");
        }
        if (!given.isArray()) {
            throw Refusal.badRequest("expected an Array of message identifiers");
        }
        if (given.size() > MAX_MESSAGES) {
            throw Refusal.badRequest("too many message identifiers specified");
        }
        List<Integer> ids = new ArrayList<>();
        given.forEach(id -> ids.add(id.asInt()));
        return ids;
    }

    private static ObjectNode idOf(ObjectNode message) {
        return Json.object().put("message_id", message.path("message_id").asInt());
    }
}
