package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.PersonAct;
import dev.basegram.sandbox.telegram.delivery.UpdateKind;
import dev.basegram.sandbox.telegram.markup.FormattedText;
import dev.basegram.sandbox.telegram.markup.TextParams;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** People changing what is there: edits, deletions, reactions. */
final class Changing {
    private Changing() {}

    static ActOutcome edit(Bot bot, Chat chat, Person person, PersonAct.Edit act) {
        Optional<Message> message = chat.message(act.message());
        if (message.isEmpty() || message.get().json().path("from").path("id").asLong() != person.id()) {
            return new ActOutcome.Refused("Message " + act.message() + " in chat " + chat.id() + " is not "
                    + person.fullName() + "'s to edit");
        }
        FormattedText text = TextParams.plain(act.text());
        ObjectNode edited = message.get().json().deepCopy();
        boolean caption = !message.get().hasText();
        edited.remove(List.of("entities", "caption_entities"));
        edited.put("edit_date", bot.now());
        text.putInto(edited, caption ? "caption" : "text", caption ? "caption_entities" : "entities");
        chat.put(new Message(act.message(), false, edited));
        bot.changed(chat, "edit");
        UpdateKind kind = chat.type().equals("channel") ? UpdateKind.EDITED_CHANNEL_POST : UpdateKind.EDITED_MESSAGE;
        OptionalInt update = Privacy.lets(bot, chat, edited) ? bot.update(kind, edited) : OptionalInt.empty();
        return done(act.message(), update);
    }

    static ActOutcome delete(Bot bot, Chat chat, PersonAct.Delete act) {
        if (!chat.delete(act.message())) {
            return new ActOutcome.Refused("There is no message " + act.message() + " in chat " + chat.id());
        }
        bot.changed(chat, "delete");
        return done(null, OptionalInt.empty());
    }

    static ActOutcome react(Bot bot, Chat chat, Person person, PersonAct.React act) {
        Optional<Message> message = chat.message(act.message());
        if (message.isEmpty()) {
            return new ActOutcome.Refused("There is no message " + act.message() + " in chat " + chat.id());
        }
        ObjectNode reaction = Json.object();
        reaction.set("chat", chat.toJson());
        reaction.put("message_id", act.message());
        reaction.set("user", Users.user(person, false));
        reaction.put("date", bot.now());
        ArrayNode after = Json.array();
        if (act.emoji() != null) {
            after.addObject().put("type", "emoji").put("emoji", act.emoji());
        }
        reaction.set("old_reaction", chat.react(act.message(), person.id(), after));
        reaction.set("new_reaction", after);
        bot.changed(chat, "edit");
        boolean told = chat.isPrivate() || chat.members().botStatus().equals("administrator");
        return done(act.message(), told ? bot.update(UpdateKind.MESSAGE_REACTION, reaction) : OptionalInt.empty());
    }

    static ActOutcome done(@Nullable Integer message, OptionalInt update) {
        return new ActOutcome.Done(message, null, update.isPresent() ? List.of(update.getAsInt()) : List.of());
    }
}
