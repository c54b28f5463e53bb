package dev.basegram.sandbox.telegram.chats;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.GroupChat;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.PersonAct;
import dev.basegram.sandbox.telegram.delivery.UpdateKind;
import dev.basegram.sandbox.telegram.wire.Json;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/** Who is in a chat: blocking, joining, leaving, promotions, and the move to a supergroup. */
public final class Membership {
    private Membership() {}

    static ActOutcome block(Bot bot, Chat chat, Person person, boolean blocked) {
        if (chat.blocked == blocked) {
            return new ActOutcome.Refused(person.fullName() + (blocked ? " has" : " has not") + " blocked the bot");
        }
        chat.blocked = blocked;
        bot.changed(chat, "chat");
        return Changing.done(
                null, botChanged(bot, chat, person, blocked ? "member" : "kicked", blocked ? "kicked" : "member"));
    }

    /** Whoever writes to a bot has started it and no longer blocks it. */
    static void unblockBySending(Bot bot, Chat chat, Person person) {
        chat.started = true;
        if (chat.blocked) {
            chat.blocked = false;
            botChanged(bot, chat, person, "kicked", "member");
        }
    }

    static ActOutcome add(Bot bot, Chat chat, Person actor, @Nullable Long who) {
        if (who == null) {
            String before = chat.members().botStatus();
            if (chat.members().hasBot()) {
                return new ActOutcome.Refused("The bot is in the group already");
            }
            chat.members().setBot("member");
            OptionalInt standing = botChanged(bot, chat, actor, before, "member");
            return joined(bot, chat, actor, bot.user(), standing);
        }
        Person person = bot.directory().person(who).orElse(null);
        if (person == null || chat.members().has(who)) {
            return new ActOutcome.Refused("Nobody to add has the id " + who);
        }
        OptionalInt standing = changed(bot, chat, actor, person, "member");
        return joined(bot, chat, actor, Users.user(person, false), standing);
    }

    private static ActOutcome joined(Bot bot, Chat chat, Person actor, ObjectNode who, OptionalInt standing) {
        ActOutcome told = new Incoming(bot, chat, actor).asService().send(message -> {
            message.putArray("new_chat_members").add(who);
        });
        return with(standing, told);
    }

    static ActOutcome remove(Bot bot, Chat chat, Person actor, @Nullable Long who) {
        if (who == null) {
            String before = chat.members().botStatus();
            if (!chat.members().hasBot()) {
                return new ActOutcome.Refused("The bot is not in the group");
            }
            chat.members().setBot("kicked");
            bot.changed(chat, "chat");
            return Changing.done(null, botChanged(bot, chat, actor, before, "kicked"));
        }
        Person person = bot.directory().person(who).orElse(null);
        if (person == null || !chat.members().has(who)) {
            return new ActOutcome.Refused("Nobody in the group has the id " + who);
        }
        OptionalInt standing = changed(bot, chat, actor, person, "left");
        ActOutcome told = new Incoming(bot, chat, actor)
                .asService()
                .send(message -> message.set("left_chat_member", Users.user(person, false)));
        return with(standing, told);
    }

    static ActOutcome promote(Bot bot, Chat chat, Person actor, PersonAct.Promote act) {
        String status = act.administrator() ? "administrator" : "member";
        if (act.who() == null) {
            String before = chat.members().botStatus();
            chat.members().setBot(status);
            bot.changed(chat, "chat");
            return Changing.done(null, botChanged(bot, chat, actor, before, status));
        }
        Person person = bot.directory().person(act.who()).orElse(null);
        if (person == null || !chat.members().has(act.who())) {
            return new ActOutcome.Refused("Nobody in the group has the id " + act.who());
        }
        return Changing.done(null, changed(bot, chat, actor, person, status));
    }

    static ActOutcome migrate(Bot bot, Chat chat, Person actor) {
        if (!chat.type().equals("group")) {
            return new ActOutcome.Refused(
                    "Only a small group can become a supergroup; " + chat.id() + " is a " + chat.type());
        }
        long newId = -1_000_000_000_000L + chat.id();
        Chat moved = bot.open(new GroupChat(
                newId, "supergroup", chat.title(), false, chat.members().present(), List.of(), true, false));
        moved.members().takeOver(chat.members());
        ActOutcome left =
                new Incoming(bot, chat, actor).asService().send(message -> message.put("migrate_to_chat_id", newId));
        chat.migratedTo = newId;
        ActOutcome arrived = new Incoming(bot, moved, actor)
                .asService()
                .send(message -> message.put("migrate_from_chat_id", chat.id()));
        List<Integer> updates = new ArrayList<>();
        for (ActOutcome outcome : List.of(left, arrived)) {
            if (outcome instanceof ActOutcome.Done done) {
                updates.addAll(done.updateIds());
            }
        }
        return new ActOutcome.Done(null, null, updates);
    }

    /** Tells a bot that its own standing has changed. */
    public static OptionalInt botChanged(Bot bot, Chat chat, Person actor, String before, String after) {
        return bot.update(
                UpdateKind.MY_CHAT_MEMBER, change(bot, chat, Users.user(actor, true), bot.user(), before, after));
    }

    /** Changes the standing of a person, and tells a bot that is an administrator and wants to know. */
    public static OptionalInt changed(Bot bot, Chat chat, Person actor, Person person, String after) {
        String before = chat.members().status(person.id());
        chat.members().set(person.id(), after);
        bot.changed(chat, "chat");
        if (!chat.members().botStatus().equals("administrator")) {
            return OptionalInt.empty();
        }
        ObjectNode who = Users.user(person, false);
        return bot.update(UpdateKind.CHAT_MEMBER, change(bot, chat, Users.user(actor, true), who, before, after));
    }

    private static ObjectNode change(
            Bot bot, Chat chat, ObjectNode actor, ObjectNode who, String before, String after) {
        ObjectNode change = Json.object();
        change.set("chat", chat.toJson());
        change.set("from", actor);
        change.put("date", bot.now());
        change.set("old_chat_member", Members.toJson(who, before));
        change.set("new_chat_member", Members.toJson(who, after));
        return change;
    }

    private static ActOutcome with(OptionalInt first, ActOutcome outcome) {
        if (first.isEmpty() || !(outcome instanceof ActOutcome.Done done)) {
            return outcome;
        }
        List<Integer> updates = new ArrayList<>(List.of(first.getAsInt()));
        updates.addAll(done.updateIds());
        return new ActOutcome.Done(done.messageId(), done.queryId(), updates);
    }
}
