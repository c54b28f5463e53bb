package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.PersonAct;
import dev.basegram.sandbox.telegram.delivery.UpdateKind;
import dev.basegram.sandbox.telegram.markup.ReplyMarkup;
import dev.basegram.sandbox.telegram.markup.TextParams;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** People using a bot in inline mode. */
final class Inline {
    private Inline() {}

    static ActOutcome query(Bot bot, Person person, PersonAct.InlineQuery act) {
        String id = bot.nextQueryId();
        ObjectNode query = Json.object().put("id", id);
        query.set("from", Users.user(person, true));
        query.put("chat_type", act.chatType()).put("query", act.query()).put("offset", act.offset());
        bot.queries().open(id, "inline", person.id(), null, query);
        OptionalInt update = bot.update(UpdateKind.INLINE_QUERY, query);
        return new ActOutcome.Done(null, id, update.isPresent() ? List.of(update.getAsInt()) : List.of());
    }

    static ActOutcome choose(Bot bot, Chat chat, Person person, PersonAct.ChooseInlineResult act) {
        Optional<JsonNode> result =
                bot.queries().inlineAnswer(act.inlineQueryId()).flatMap(results -> find(results, act.resultId()));
        if (result.isEmpty()) {
            return new ActOutcome.Refused(
                    "The query " + act.inlineQueryId() + " was not answered with a result \"" + act.resultId() + "\"");
        }
        JsonNode content = result.get().path("input_message_content");
        String field = content.has("message_text") ? "message_text" : "";
        ReplyMarkup markup = result.get().has("reply_markup")
                ? ReplyMarkup.of(result.get().get("reply_markup"))
                : new ReplyMarkup.None();
        ActOutcome sent = new Incoming(bot, chat, person).send(message -> {
            if (field.isEmpty()) {
                message.put(
                        "text",
                        result.get()
                                .path("title")
                                .asText("(" + result.get().path("type").asText() + ")"));
            } else {
                TextParams.text(content, field).putInto(message, "text", "entities");
            }
            message.set("via_bot", bot.user());
            markup.putInto(message);
        });
        tellChosen(bot, chat, person, act, sent);
        return sent;
    }

    private static void tellChosen(
            Bot bot, Chat chat, Person person, PersonAct.ChooseInlineResult act, ActOutcome sent) {
        ObjectNode chosen = Json.object().put("result_id", act.resultId());
        chosen.set("from", Users.user(person, true));
        if (sent instanceof ActOutcome.Done done && done.messageId() != null) {
            String inlineId = "AQAAAI" + bot.nextQueryId();
            chat.inlineIds().put(done.messageId(), inlineId);
            chosen.put("inline_message_id", inlineId);
        }
        chosen.put("query", "");
        bot.update(UpdateKind.CHOSEN_INLINE_RESULT, chosen);
    }

    private static Optional<JsonNode> find(JsonNode results, String id) {
        for (JsonNode result : results) {
            if (result.path("id").asText().equals(id)) {
                return Optional.of(result);
            }
        }
        return Optional.empty();
    }
}
