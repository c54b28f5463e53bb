package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Editing;
import dev.basegram.sandbox.telegram.markup.ReplyMarkup;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;

/** Polls. */
final class PollMethods {
    private static final int MAX_OPTIONS = 12;
    private static final int MAX_QUESTION = 300;

    private PollMethods() {}

    static void addTo(Methods methods) {
        methods.add("sendPoll", PollMethods::sendPoll).add("stopPoll", PollMethods::stopPoll);
    }

    private static Answer sendPoll(Bot bot, Params params) {
        String question = SendMethods.required(params, "question");
        if (question.length() > MAX_QUESTION) {
            throw Refusal.badRequest("poll question length must not exceed 300");
        }
        JsonNode given = params.json("options", "options");
        if (given == null || !given.isArray()) {
            throw Refusal.badRequest("expected an Array of InputPollOption");
        }
        if (given.size() < 2) {
            throw Refusal.badRequest("poll must have at least 2 option");
        }
        if (given.size() > MAX_OPTIONS) {
            throw Refusal.badRequest("poll can't have more than " + MAX_OPTIONS + " options");
        }
        return SendMethods.send(bot, params, message -> {
            ObjectNode poll =
                    message.putObject("poll").put("id", bot.nextGroupId()).put("question", question);
            ArrayNode options = poll.putArray("options");
            given.forEach(option -> options.addObject()
                    .put(
                            "text",
                            option.isTextual()
                                    ? option.asText()
                                    : option.path("text").asText())
                    .put("voter_count", 0));
            poll.put("total_voter_count", 0)
                    .put("is_closed", params.flag("is_closed"))
                    .put("is_anonymous", !params.has("is_anonymous") || params.flag("is_anonymous"))
                    .put("type", params.has("type") ? params.text("type") : "regular")
                    .put("allows_multiple_answers", params.flag("allows_multiple_answers"));
        });
    }

    private static Answer stopPoll(Bot bot, Params params) {
        Editing.Target target = Editing.target(bot, params);
        if (!target.message().json().has("poll")) {
            throw Refusal.badRequest("message with poll to stop not found");
        }
        if (target.message().json().path("poll").path("is_closed").asBoolean()) {
            throw Refusal.badRequest("poll has already been closed");
        }
        ObjectNode after = Editing.edit(
                bot,
                target,
                ReplyMarkup.of(params),
                message -> message.set(
                        "poll", message.path("poll").<ObjectNode>deepCopy().put("is_closed", true)));
        return Answer.ok(after.path("poll").isMissingNode() ? Json.object() : after.get("poll"));
    }
}
