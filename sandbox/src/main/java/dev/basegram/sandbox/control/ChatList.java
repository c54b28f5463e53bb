package dev.basegram.sandbox.control;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.basegram.sandbox.telegram.BotView;
import dev.basegram.sandbox.telegram.ChatView;
import dev.basegram.sandbox.telegram.GroupChat;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.TelegramSandbox;
import java.util.ArrayList;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/**
 * Who and what there is to chat with.
 *
 * @param bot the bot asked for; null until one has called
 * @param bots every bot that has called, the one that called last first
 */
@Schema(description = "Who and what there is to chat with")
record ChatList(@Nullable BotView bot, List<BotView> bots, List<Person> people, List<Entry> chats) {

    /** One line of the list. */
    @Schema(description = "A private chat with the bot, or a group")
    record Entry(
            long id,
            String type,
            String title,
            List<Long> members,
            @Nullable Last last) {}

    /** The newest message, shortened. */
    @Schema(description = "The newest message of a chat, shortened to one line")
    record Last(int message_id, long date, long from, boolean outgoing, String text) {}

    private static final int LINE = 120;

    static ChatList of(TelegramSandbox telegram, @Nullable Long botId) {
        List<BotView> bots = telegram.bots();
        BotView bot = bots.stream()
                .filter(candidate -> botId == null || candidate.id() == botId)
                .findFirst()
                .orElse(null);
        List<Entry> chats = new ArrayList<>();
        for (Person person : telegram.people()) {
            chats.add(new Entry(
                    person.id(),
                    "private",
                    person.fullName(),
                    List.of(person.id()),
                    last(telegram, botId, person.id())));
        }
        for (GroupChat group : telegram.groups()) {
            chats.add(new Entry(
                    group.id(), group.type(), group.title(), group.members(), last(telegram, botId, group.id())));
        }
        return new ChatList(bot, bots, telegram.people(), chats);
    }

    private static @Nullable Last last(TelegramSandbox telegram, @Nullable Long botId, long chat) {
        List<ObjectNode> messages =
                telegram.chat(botId, chat).map(ChatView::messages).orElse(List.of());
        if (messages.isEmpty()) {
            return null;
        }
        ObjectNode message = messages.getLast();
        return new Last(
                message.path("message_id").asInt(),
                message.path("date").asLong(),
                message.path("from").path("id").asLong(),
                message.path("outgoing").asBoolean(),
                line(message));
    }

    private static String line(JsonNode message) {
        String said = message.path("text").asText(message.path("caption").asText());
        if (said.isEmpty()) {
            return kind(message);
        }
        String line = said.replaceAll("\\s+", " ");
        return line.length() <= LINE ? line : line.substring(0, line.offsetByCodePoints(0, LINE / 2)) + "…";
    }

    private static String kind(JsonNode message) {
        for (String kind : List.of("photo", "video", "voice", "audio", "animation", "sticker", "contact", "location")) {
            if (message.has(kind)) {
                return Character.toUpperCase(kind.charAt(0)) + kind.substring(1);
            }
        }
        return message.path("document").path("file_name").asText("Message");
    }
}
