package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.PersonAct;
import dev.basegram.sandbox.telegram.delivery.UpdateKind;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.Optional;
import java.util.OptionalInt;

/** People voting in polls. */
final class Polls {
    private Polls() {}

    static ActOutcome vote(Bot bot, Chat chat, Person person, PersonAct.Vote act) {
        Optional<Message> message =
                chat.message(act.message()).filter(shown -> shown.json().has("poll"));
        if (message.isEmpty()) {
            return new ActOutcome.Refused("Message " + act.message() + " in chat " + chat.id() + " is no poll");
        }
        ObjectNode changed = message.get().json().deepCopy();
        ObjectNode poll = (ObjectNode) changed.get("poll");
        if (poll.path("is_closed").asBoolean()) {
            return new ActOutcome.Refused("The poll is closed");
        }
        JsonNode options = poll.path("options");
        for (JsonNode index : act.options()) {
            if (!options.has(index.asInt())) {
                return new ActOutcome.Refused("The poll has no option " + index);
            }
            ObjectNode option = (ObjectNode) options.get(index.asInt());
            option.put("voter_count", option.path("voter_count").asInt() + 1);
        }
        poll.put("total_voter_count", poll.path("total_voter_count").asInt() + 1);
        chat.put(new Message(act.message(), message.get().outgoing(), changed));
        bot.changed(chat, "edit");
        bot.update(UpdateKind.POLL, poll);
        return Changing.done(
                act.message(),
                poll.path("is_anonymous").asBoolean(true)
                        ? OptionalInt.empty()
                        : bot.update(UpdateKind.POLL_ANSWER, answer(person, act, poll)));
    }

    private static ObjectNode answer(Person person, PersonAct.Vote act, ObjectNode poll) {
        ObjectNode answer = Json.object().put("poll_id", poll.path("id").asText());
        answer.set("user", Users.user(person, true));
        answer.set("option_ids", act.options());
        return answer;
    }
}
