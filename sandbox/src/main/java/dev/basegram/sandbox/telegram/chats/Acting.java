package dev.basegram.sandbox.telegram.chats;

import dev.basegram.sandbox.telegram.ActOutcome;
import dev.basegram.sandbox.telegram.Person;
import dev.basegram.sandbox.telegram.PersonAct;
import java.util.Optional;

/** Lets people act in a bot's Telegram. */
public final class Acting {
    private Acting() {}

    /** Acts as a person, holding the bot's monitor. */
    public static ActOutcome act(Bot bot, PersonAct act) {
        synchronized (bot) {
            Optional<Person> person = bot.directory().person(act.from());
            if (person.isEmpty()) {
                return new ActOutcome.Refused(
                        "No person has the id " + act.from() + ": use 1001, 1002 or 1003, or register one");
            }
            return perform(bot, person.get(), act);
        }
    }

    private static ActOutcome perform(Bot bot, Person person, PersonAct act) {
        return switch (act) {
            case PersonAct.Text text -> in(bot, person, text.chat(), chat -> Talking.text(bot, chat, person, text));
            case PersonAct.Upload upload ->
                in(bot, person, upload.chat(), chat -> Talking.upload(bot, chat, person, upload));
            case PersonAct.ShareContact contact ->
                in(bot, person, contact.chat(), chat -> Talking.contact(bot, chat, person, contact));
            case PersonAct.ShareLocation place ->
                in(bot, person, place.chat(), chat -> Talking.location(bot, chat, person, place));
            case PersonAct.Sticker sticker ->
                in(bot, person, sticker.chat(), chat -> Talking.sticker(bot, chat, person, sticker));
            case PersonAct.Forward forward ->
                in(bot, person, forward.chat(), chat -> Talking.forward(bot, chat, person, forward));
            case PersonAct.WebAppData data ->
                in(bot, person, data.chat(), chat -> Talking.webAppData(bot, chat, person, data));
            case PersonAct.Raw raw -> in(bot, person, raw.chat(), chat -> Talking.raw(bot, chat, person, raw));
            case PersonAct.Press press ->
                in(bot, person, press.chat(), chat -> Pressing.press(bot, chat, person, press));
            case PersonAct.PressLabel label ->
                in(bot, person, label.chat(), chat -> Pressing.label(bot, chat, person, label));
            case PersonAct.Edit edit -> in(bot, person, edit.chat(), chat -> Changing.edit(bot, chat, person, edit));
            case PersonAct.Delete delete -> in(bot, person, delete.chat(), chat -> Changing.delete(bot, chat, delete));
            case PersonAct.React react ->
                in(bot, person, react.chat(), chat -> Changing.react(bot, chat, person, react));
            case PersonAct.Vote vote -> in(bot, person, vote.chat(), chat -> Polls.vote(bot, chat, person, vote));
            case PersonAct.InlineQuery query -> Inline.query(bot, person, query);
            case PersonAct.ChooseInlineResult choice ->
                in(bot, person, choice.chat(), chat -> Inline.choose(bot, chat, person, choice));
            case PersonAct.Block block ->
                in(bot, person, person.id(), chat -> Membership.block(bot, chat, person, true));
            case PersonAct.Unblock unblock ->
                in(bot, person, person.id(), chat -> Membership.block(bot, chat, person, false));
            case PersonAct.AddMember add ->
                in(bot, person, add.chat(), chat -> Membership.add(bot, chat, person, add.who()));
            case PersonAct.RemoveMember remove ->
                in(bot, person, remove.chat(), chat -> Membership.remove(bot, chat, person, remove.who()));
            case PersonAct.Promote promote ->
                in(bot, person, promote.chat(), chat -> Membership.promote(bot, chat, person, promote));
            case PersonAct.OpenTopic topic ->
                in(bot, person, topic.chat(), chat -> Talking.openTopic(bot, chat, person, topic.name()));
            case PersonAct.Migrate migrate ->
                in(bot, person, migrate.chat(), chat -> Membership.migrate(bot, chat, person));
        };
    }

    /** What a person does in a chat. */
    private interface InChat {
        ActOutcome act(Chat chat);
    }

    private static ActOutcome in(Bot bot, Person person, long chatId, InChat act) {
        Optional<Chat> chat = bot.chat(chatId);
        if (chat.isEmpty()) {
            return new ActOutcome.Refused("No chat has the id " + chatId
                    + ": a private chat has its person's id; register a group to have one");
        }
        if (chat.get().isPrivate() && chatId != person.id()) {
            return new ActOutcome.Refused(
                    "Chat " + chatId + " is private to that person: " + person.id() + " writes in chat " + person.id());
        }
        if (!chat.get().isPrivate() && !chat.get().members().has(person.id())) {
            return new ActOutcome.Refused(person.fullName() + " is not in the group " + chatId + ": add them first");
        }
        Long migratedTo = chat.get().migratedTo;
        if (migratedTo != null) {
            return new ActOutcome.Refused("The group " + chatId + " has become " + migratedTo + ": write there");
        }
        return act.act(chat.get());
    }
}
