package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Outgoing;
import dev.basegram.sandbox.telegram.markup.FormattedText;
import dev.basegram.sandbox.telegram.markup.TextParams;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.Map;
import java.util.function.Consumer;

/** Sending messages without a file. */
final class SendMethods {
    private static final Map<String, Integer> DICE = Map.of("🎲", 6, "🎯", 6, "🎳", 6, "🏀", 5, "⚽", 5, "🎰", 64);

    private SendMethods() {}

    static void addTo(Methods methods) {
        methods.add("sendMessage", SendMethods::sendMessage)
                .add("sendLocation", SendMethods::sendLocation)
                .add("sendVenue", SendMethods::sendVenue)
                .add("sendContact", SendMethods::sendContact)
                .add("sendDice", SendMethods::sendDice);
    }

    static Answer send(Bot bot, Params params, Consumer<ObjectNode> content) {
        Outgoing outgoing = Outgoing.of(bot, params);
        ObjectNode message = outgoing.begin();
        content.accept(message);
        return Answer.ok(outgoing.finish(message));
    }

    private static Answer sendMessage(Bot bot, Params params) {
        FormattedText text = TextParams.text(params);
        return send(bot, params, message -> {
            text.putInto(message, "text", "entities");
            linkPreview(params, message);
        });
    }

    static void linkPreview(Params params, ObjectNode message) {
        if (params.flag("disable_web_page_preview")) {
            message.set("link_preview_options", Json.object().put("is_disabled", true));
        } else if (params.has("link_preview_options")) {
            Json.parse(params.text("link_preview_options"))
                    .filter(options -> options.isObject() && !options.isEmpty())
                    .ifPresent(options -> message.set("link_preview_options", options));
        }
    }

    private static Answer sendLocation(Bot bot, Params params) {
        ObjectNode location = location(params);
        return send(bot, params, message -> message.set("location", location));
    }

    private static ObjectNode location(Params params) {
        double latitude = coordinate(params, "latitude", 90);
        double longitude = coordinate(params, "longitude", 180);
        return Json.object().put("latitude", latitude).put("longitude", longitude);
    }

    private static double coordinate(Params params, String name, double most) {
        if (!params.has(name)) {
            throw Refusal.badRequest(name + " is empty");
        }
        double value = params.decimal(name).orElseThrow(() -> Refusal.badRequest("can't parse " + name + " as Number"));
        if (Math.abs(value) > most) {
            throw Refusal.badRequest("wrong " + name + " specified");
        }
        return value;
    }

    private static Answer sendVenue(Bot bot, Params params) {
        ObjectNode venue = Json.object();
        venue.set("location", location(params));
        venue.put("title", required(params, "title")).put("address", required(params, "address"));
        return send(bot, params, message -> {
            message.set("location", venue.get("location"));
            message.set("venue", venue);
        });
    }

    private static Answer sendContact(Bot bot, Params params) {
        ObjectNode contact = Json.object()
                .put("phone_number", required(params, "phone_number"))
                .put("first_name", required(params, "first_name"));
        if (params.has("last_name")) {
            contact.put("last_name", params.text("last_name"));
        }
        return send(bot, params, message -> message.set("contact", contact));
    }

    /** The throw is the message id's, not random, so that a test can count on it. */
    private static Answer sendDice(Bot bot, Params params) {
        String emoji = params.has("emoji") ? params.text("emoji").replace("\ufe0f", "") : "🎲";
        Integer sides = DICE.get(emoji);
        if (sides == null) {
            throw Refusal.badRequest("wrong dice emoji specified");
        }
        return send(
                bot,
                params,
                message -> message.putObject("dice")
                        .put("emoji", emoji)
                        .put("value", message.path("message_id").asInt() % sides + 1));
    }

    static String required(Params params, String name) {
        if (!params.has(name)) {
            throw Refusal.badRequest(name + " is empty");
        }
        return params.text(name);
    }
}
