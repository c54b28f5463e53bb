package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.PersonAct;
import dev.basegram.sandbox.telegram.delivery.UpdateKind;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** People pressing buttons. */
final class Pressing {
    private Pressing() {}

    static ActOutcome press(Bot bot, Chat chat, Person person, PersonAct.Press act) {
        Optional<Message> message = chat.message(act.message());
        if (message.isEmpty()) {
            return new ActOutcome.Refused("There is no message " + act.message() + " in chat " + chat.id());
        }
        boolean there = buttons(message.get()).stream()
                .anyMatch(
                        button -> act.data().equals(button.path("callback_data").asText(null)));
        if (!there && !act.forged()) {
            return new ActOutcome.Refused("No button of message " + act.message() + " has the data \"" + act.data()
                    + "\": it shows " + labels(message.get()));
        }
        return query(bot, chat, person, message.get(), act.data());
    }

    static ActOutcome label(Bot bot, Chat chat, Person person, PersonAct.PressLabel act) {
        Optional<Message> message = act.message() == null
                ? chat.messages().reversed().stream()
                        .filter(shown -> button(shown, act.label()).isPresent())
                        .findFirst()
                : chat.message(act.message());
        Optional<JsonNode> inline = message.flatMap(shown -> button(shown, act.label()));
        if (inline.isPresent() && message.isPresent()) {
            JsonNode data = inline.get().get("callback_data");
            return data == null
                    ? new ActOutcome.Refused(
                            "The button \"" + act.label() + "\" sends nothing to the bot: it is " + inline.get())
                    : query(bot, chat, person, message.get(), data.asText());
        }
        return replyButton(bot, chat, person, act.label());
    }

    private static ActOutcome replyButton(Bot bot, Chat chat, Person person, String label) {
        ObjectNode keyboard = chat.replyKeyboard;
        for (JsonNode row : keyboard == null ? Json.array() : keyboard.path("keyboard")) {
            for (JsonNode button : row) {
                if (button.path("text").asText().equals(label)) {
                    return button.path("request_contact").asBoolean()
                            ? Talking.contact(
                                    bot,
                                    chat,
                                    person,
                                    new PersonAct.ShareContact(chat.id(), person.id(), person.id(), null))
                            : Talking.text(bot, chat, person, new PersonAct.Text(chat.id(), person.id(), label));
                }
            }
        }
        return new ActOutcome.Refused("No button \"" + label + "\" is shown in chat " + chat.id());
    }

    private static ActOutcome query(Bot bot, Chat chat, Person person, Message message, String data) {
        String id = bot.nextQueryId();
        ObjectNode query = Json.object().put("id", id);
        query.set("from", Users.user(person, true));
        String inlineId = chat.inlineIds().get(message.id());
        if (inlineId == null) {
            query.set("message", message.json());
        } else {
            query.put("inline_message_id", inlineId);
        }
        query.put("chat_instance", String.valueOf(-7_000_000_000_000_000_000L + chat.id() * 7_919L));
        query.put("data", data);
        bot.queries().open(id, "callback", person.id(), chat, query);
        OptionalInt update = bot.update(UpdateKind.CALLBACK_QUERY, query);
        bot.changed(chat, "press");
        return new ActOutcome.Done(message.id(), id, update.isPresent() ? List.of(update.getAsInt()) : List.of());
    }

    private static Optional<JsonNode> button(Message message, String label) {
        return buttons(message).stream()
                .filter(button -> button.path("text").asText().equals(label))
                .findFirst();
    }

    private static List<JsonNode> buttons(Message message) {
        List<JsonNode> buttons = new ArrayList<>();
        message.json().path("reply_markup").path("inline_keyboard").forEach(row -> row.forEach(buttons::add));
        return buttons;
    }

    private static String labels(Message message) {
        List<String> labels = buttons(message).stream()
                .map(button -> button.path("text").asText() + " ("
                        + button.path("callback_data").asText("no data") + ")")
                .toList();
        return labels.isEmpty() ? "no buttons" : String.join(", ", labels);
    }
}
