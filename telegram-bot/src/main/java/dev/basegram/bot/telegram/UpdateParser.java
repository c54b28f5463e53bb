package dev.basegram.bot.telegram;

import com.google.gson.JsonParseException;
import com.pengrad.telegrambot.model.CallbackQuery;
import com.pengrad.telegrambot.model.Chat;
import com.pengrad.telegrambot.model.ChatMember;
import com.pengrad.telegrambot.model.ChatMemberUpdated;
import com.pengrad.telegrambot.model.InlineQuery;
import com.pengrad.telegrambot.model.Message;
import com.pengrad.telegrambot.model.Update;
import com.pengrad.telegrambot.model.User;
import com.pengrad.telegrambot.model.message.MaybeInaccessibleMessage;
import com.pengrad.telegrambot.utility.BotUtils;
import java.nio.charset.StandardCharsets;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Reads raw updates, tolerant of kinds and fields that are younger than this release. Thread-safe. */
public final class UpdateParser {
    private final MessageReader messages;

    /**
     * Creates a parser.
     *
     * @param botName the bot's user name in lower case, without the at sign; commands that name another bot are passed over
     */
    public UpdateParser(String botName) {
        this.messages = new MessageReader(botName);
    }

    /** What reading found. */
    public sealed interface Result {
        /** A person did something. */
        record Parsed(PersonUpdate update) implements Result {}

        /** Nothing that a person did in a chat: to be acknowledged. */
        record Ignored(String kind) implements Result {}

        /** Not what the Bot API documents: it will never be readable. */
        record Unreadable(String reason) implements Result {}
    }

    /** Reads one raw update; never throws, whatever the bytes. */
    public Result parse(byte[] body) {
        try {
            Update update = BotUtils.parseUpdate(new String(body, StandardCharsets.UTF_8));
            return update == null ? new Result.Unreadable("empty") : read(update);
        } catch (JsonParseException | NumberFormatException e) {
            return new Result.Unreadable("a field of an unexpected type");
        }
    }

    private Result read(Update update) {
        if (update.message() != null) {
            return message(update, update.message(), messages.read(update.message()));
        }
        if (update.callbackQuery() != null) {
            return press(update, update.callbackQuery());
        }
        if (update.editedMessage() != null) {
            String text = update.editedMessage().text();
            return message(
                    update,
                    update.editedMessage(),
                    new PersonInput.Edited(update.editedMessage().messageId(), text == null ? "" : text));
        }
        if (update.myChatMember() != null) {
            return membership(update, update.myChatMember());
        }
        return update.inlineQuery() != null ? inline(update, update.inlineQuery()) : new Result.Ignored("no_person");
    }

    /** It tells of no chat: whatever there is to say goes to the person's own. */
    private static Result inline(Update update, InlineQuery query) {
        if (query.id() == null || query.from() == null || query.from().id() == null) {
            return new Result.Ignored("inline_query_of_nobody");
        }
        return new Result.Parsed(new PersonUpdate(
                id(update),
                person(query.from()),
                ChatAddress.of(query.from().id()),
                0,
                new PersonInput.InlineQuery(query.id()),
                0));
    }

    private static Result message(Update update, Message message, PersonInput input) {
        User from = message.from();
        Chat chat = message.chat();
        if (chat != null && chat.id() != null && (input instanceof PersonInput.ChatMigrated || isNewPlace(message))) {
            return migration(update, message, chat.id());
        }
        if (from == null
                || from.id() == null
                || chat == null
                || chat.id() == null
                || message.senderBusinessBot() != null) {
            return new Result.Ignored("anonymous");
        }
        if (Boolean.TRUE.equals(from.isBot()) || message.senderChat() != null) {
            return isGroupItself(message, chat) && input instanceof PersonInput.Command
                    ? new Result.Parsed(new PersonUpdate(
                            id(update),
                            person(from),
                            address(message, chat),
                            orZero(message.messageId()),
                            new PersonInput.Anonymous(),
                            0))
                    : new Result.Ignored("anonymous");
        }
        return new Result.Parsed(new PersonUpdate(
                id(update),
                person(from),
                address(message, chat),
                orZero(message.messageId()),
                input,
                message.forwardOrigin() == null ? 0 : orZero(message.date())));
    }

    private static boolean isGroupItself(Message message, Chat chat) {
        return message.senderChat() != null
                && chat.id().equals(message.senderChat().id());
    }

    private static boolean isNewPlace(Message message) {
        return message.migrateFromChatId() != null;
    }

    /** Of the two messages about it, in the old group and in the new one, either tells all. */
    private static Result migration(Update update, Message message, long chatId) {
        Long from = message.migrateFromChatId();
        Long to = message.migrateToChatId();
        User who = message.from();
        return new Result.Parsed(new PersonUpdate(
                id(update),
                who == null || who.id() == null ? new Person(0, "", null) : person(who),
                ChatAddress.of(from == null ? chatId : from),
                0,
                new PersonInput.ChatMigrated(to == null ? chatId : to),
                0));
    }

    private static Result press(Update update, CallbackQuery press) {
        MaybeInaccessibleMessage under = press.maybeInaccessibleMessage();
        if (press.from() == null || press.from().id() == null || under == null || under.chat() == null) {
            return new Result.Ignored("press_without_chat");
        }
        ChatAddress chat = under instanceof Message message
                ? address(message, message.chat())
                : ChatAddress.of(under.chat().id());
        int messageId = orZero(under.messageId());
        String data = press.data() == null ? "" : press.data();
        return new Result.Parsed(new PersonUpdate(
                id(update),
                person(press.from()),
                chat,
                messageId,
                new PersonInput.Press(press.id(), messageId, data),
                0));
    }

    private static Result membership(Update update, ChatMemberUpdated change) {
        if (change.chat() == null || change.chat().id() == null || change.from() == null) {
            return new Result.Ignored("membership");
        }
        ChatMember now = change.newChatMember();
        boolean reachable =
                now != null && now.status() != ChatMember.Status.kicked && now.status() != ChatMember.Status.left;
        ChatAddress chat = ChatAddress.of(change.chat().id());
        return new Result.Parsed(new PersonUpdate(
                id(update),
                person(change.from()),
                chat,
                0,
                chat.isPrivate() ? new PersonInput.Reachability(reachable) : new PersonInput.GroupMembership(reachable),
                0));
    }

    private static ChatAddress address(Message message, Chat chat) {
        Long thread = Boolean.TRUE.equals(message.isTopicMessage()) ? message.messageThreadId() : null;
        return new ChatAddress(chat.id(), thread, message.businessConnectionId());
    }

    private static Person person(User user) {
        String name = Stream.of(user.firstName(), user.lastName())
                .filter(part -> part != null && !part.isBlank())
                .collect(Collectors.joining(" "));
        return new Person(user.id(), name, user.languageCode());
    }

    private static long id(Update update) {
        return update.updateId() == null ? 0 : update.updateId();
    }

    private static int orZero(@Nullable Integer value) {
        return value == null ? 0 : value;
    }
}
