package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Chat;
import dev.basegram.sandbox.telegram.chats.ChatAccess;
import dev.basegram.sandbox.telegram.chats.Members;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;
import java.util.List;

/** Who is in a group, and changing it. */
final class MemberMethods {
    private MemberMethods() {}

    static void addTo(Methods methods) {
        methods.add("getChatMember", MemberMethods::getChatMember)
                .add("getChatAdministrators", MemberMethods::getChatAdministrators)
                .add("getChatMemberCount", MemberMethods::getChatMemberCount)
                .add("getChatMembersCount", MemberMethods::getChatMemberCount)
                .add("banChatMember", (bot, params) -> set(bot, params, "kicked", "restrict/unrestrict chat member"))
                .add("kickChatMember", (bot, params) -> set(bot, params, "kicked", "restrict/unrestrict chat member"))
                .add("unbanChatMember", (bot, params) -> set(bot, params, "left", "restrict/unrestrict chat member"))
                .add("promoteChatMember", (bot, params) -> set(bot, params, promoted(params), "promote a chat member"));
    }

    private static Answer getChatMember(Bot bot, Params params) {
        Chat chat = ChatAccess.readable(bot, params);
        long user = params.number("user_id");
        if (user == bot.id()) {
            String status = chat.isPrivate() ? "member" : chat.members().botStatus();
            return Answer.ok(Members.toJson(bot.user(), status));
        }
        Person person = ChatAccess.person(bot, params);
        if (chat.isPrivate()) {
            if (person.id() != chat.id()) {
                throw Refusal.badRequest("user not found");
            }
            return Answer.ok(Members.toJson(bot.userOf(person.id()), "member"));
        }
        return Answer.ok(Members.toJson(bot.userOf(person.id()), chat.members().status(person.id())));
    }

    private static Answer getChatAdministrators(Bot bot, Params params) {
        Chat chat = ChatAccess.readable(bot, params);
        if (chat.isPrivate()) {
            throw Refusal.badRequest("there are no administrators in the private chat");
        }
        ArrayNode administrators = Json.array();
        for (long person : chat.members().administrators()) {
            administrators.add(Members.toJson(bot.userOf(person), chat.members().status(person)));
        }
        if (chat.members().botStatus().equals("administrator")) {
            administrators.add(Members.toJson(bot.user(), "administrator"));
        }
        return Answer.ok(administrators);
    }

    private static Answer getChatMemberCount(Bot bot, Params params) {
        Chat chat = ChatAccess.readable(bot, params);
        List<Long> present = chat.members().present();
        int count = chat.isPrivate() ? 2 : present.size() + (chat.members().hasBot() ? 1 : 0);
        return Answer.ok(Json.object().numberNode(count));
    }

    private static Answer set(Bot bot, Params params, String status, String what) {
        Chat chat = MessageMethods.manageable(bot, params, what);
        if (chat.isPrivate()) {
            throw Refusal.badRequest("chat member status can't be changed in private chats");
        }
        Person person = ChatAccess.person(bot, params);
        if (chat.members().status(person.id()).equals("creator")) {
            throw Refusal.badRequest("can't remove chat owner");
        }
        chat.members().set(person.id(), status);
        bot.changed(chat, "chat");
        return Answer.done();
    }

    private static String promoted(Params params) {
        ObjectNode given = params.toLog();
        boolean any = false;
        for (var field : given.properties()) {
            any |= field.getKey().startsWith("can_") && params.flag(field.getKey());
        }
        return any ? "administrator" : "member";
    }
}
