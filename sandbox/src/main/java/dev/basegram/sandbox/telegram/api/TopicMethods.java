package dev.basegram.sandbox.telegram.api;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.chats.Bot;
import dev.basegram.sandbox.telegram.chats.Chat;
import dev.basegram.sandbox.telegram.chats.Outgoing;
import dev.basegram.sandbox.telegram.wire.Answer;
import dev.basegram.sandbox.telegram.wire.Json;
import dev.basegram.sandbox.telegram.wire.Params;
import dev.basegram.sandbox.telegram.wire.Refusal;

/** Topics of forums. */
final class TopicMethods {
    private static final int MAX_NAME = 128;
    private static final int BLUE = 0x6FB9F0;

    private TopicMethods() {}

    static void addTo(Methods methods) {
        methods.add("createForumTopic", TopicMethods::create)
                .add("editForumTopic", TopicMethods::edit)
                .add("closeForumTopic", (bot, params) -> known(bot, params))
                .add("reopenForumTopic", (bot, params) -> known(bot, params))
                .add("deleteForumTopic", TopicMethods::delete);
    }

    private static Answer create(Bot bot, Params params) {
        Chat forum = forum(bot, params);
        String name = name(params);
        Outgoing outgoing = Outgoing.of(bot, params);
        ObjectNode message = outgoing.begin();
        int thread = message.path("message_id").asInt();
        message.put("message_thread_id", thread).put("is_topic_message", true);
        message.putObject("forum_topic_created").put("name", name).put("icon_color", BLUE);
        forum.topics().put(thread, name);
        outgoing.finish(message);
        return Answer.ok(
                Json.object().put("message_thread_id", thread).put("name", name).put("icon_color", BLUE));
    }

    private static Answer edit(Bot bot, Params params) {
        Chat forum = forum(bot, params);
        forum.topics().put(thread(forum, params), name(params));
        bot.changed(forum, "chat");
        return Answer.done();
    }

    private static Answer delete(Bot bot, Params params) {
        Chat forum = forum(bot, params);
        int thread = thread(forum, params);
        forum.topics().remove(thread);
        forum.messages().stream()
                .filter(message -> message.json().path("message_thread_id").asInt() == thread)
                .forEach(message -> forum.delete(message.id()));
        bot.changed(forum, "delete");
        return Answer.done();
    }

    private static Answer known(Bot bot, Params params) {
        thread(forum(bot, params), params);
        return Answer.done();
    }

    private static Chat forum(Bot bot, Params params) {
        Chat chat = MessageMethods.manageable(bot, params, "manage topics");
        if (!chat.isForum()) {
            throw Refusal.badRequest("the chat is not a forum");
        }
        return chat;
    }

    private static int thread(Chat forum, Params params) {
        int thread = params.messageId("message_thread_id");
        if (!forum.topics().containsKey(thread)) {
            throw Refusal.badRequest("message thread not found");
        }
        return thread;
    }

    private static String name(Params params) {
        String name = params.text("name").strip();
        if (name.isEmpty() || name.length() > MAX_NAME) {
            throw Refusal.badRequest("topic name is invalid");
        }
        return name;
    }
}
