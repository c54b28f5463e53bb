package dev.basegram.bot.chat.group;

import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.session.ChangeStore;
import dev.basegram.bot.session.GroupScreenStore;
import dev.basegram.bot.session.SessionStore;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.MessageSender;
import dev.basegram.bot.telegram.PersonInput;
import dev.basegram.bot.telegram.PersonUpdate;
import jakarta.inject.Singleton;
import java.util.List;
import java.util.Optional;

/** Groups, before anybody's rights are looked at: whose button it is, and what happens to the group itself. */
@Singleton
public class Groups {
    private final GroupScreenStore screens;
    private final SessionStore sessions;
    private final ChangeStore changes;
    private final PrivateRoad road;
    private final MessageSender sender;

    Groups(
            GroupScreenStore screens,
            SessionStore sessions,
            ChangeStore changes,
            PrivateRoad road,
            MessageSender sender) {
        this.screens = screens;
        this.sessions = sessions;
        this.changes = changes;
        this.road = road;
        this.sender = sender;
    }

    /** What is to become of an update. */
    public sealed interface Verdict {
        /** Nothing more than this is to be saved. */
        record Settled(List<StoreWrite> writes) implements Verdict {}

        /** It is to be handled as anywhere. */
        record GoOn(PersonUpdate update) implements Verdict {}
    }

    private static final Verdict SETTLED = new Verdict.Settled(List.of());

    /** Settles what needs no rights, or must not get as far as asking for them. */
    public Verdict settle(PersonUpdate update, Speech speech, Optional<Action> action) throws InterruptedException {
        long chat = update.chat().chatId();
        return switch (update.input()) {
            case PersonInput.ChatMigrated(long newChat) ->
                new Verdict.Settled(
                        List.of(sessions.move(chat, newChat), changes.move(chat, newChat), screens.forget(chat)));
            case PersonInput.GroupMembership(boolean member) -> member ? SETTLED : new Verdict.Settled(forgotten(chat));
            case PersonInput.Anonymous _ -> {
                var _ = sender.send(update.chat(), speech.say(Phrase.GROUP_ANONYMOUS), Markup.NONE);
                yield SETTLED;
            }
            case PersonInput.Press press when !update.chat().isPrivate() -> pressed(update, press, speech, action);
            default -> new Verdict.GoOn(update);
        };
    }

    /** Returns what is to be saved once the bot is out of a group. */
    public List<StoreWrite> forgotten(long chat) {
        return List.of(sessions.forget(chat), screens.forget(chat));
    }

    /** Tells nobody but its owner anything about a screen, not even whether what it shows is still there. */
    private Verdict pressed(PersonUpdate update, PersonInput.Press press, Speech speech, Optional<Action> action)
            throws InterruptedException {
        Optional<GroupScreenStore.Owner> owner = screens.owner(update.chat().chatId(), press.messageId());
        if (owner.isEmpty() || action.isEmpty()) {
            var _ = sender.answerPress(press.pressId(), speech.label(Phrase.BUTTON_UNKNOWN));
            return SETTLED;
        }
        if (owner.get().personId() != update.person().id()) {
            var _ = sender.alert(
                    press.pressId(),
                    speech.say(Phrase.GROUP_NOT_YOURS, owner.get().name()).plain());
            return SETTLED;
        }
        Optional<String> link = road.of(action.get());
        if (link.isPresent()) {
            var _ = sender.openBot(press.pressId(), link.get());
            return SETTLED;
        }
        return new Verdict.GoOn(inTopic(update, owner.get()));
    }

    /** Of a message that has become too old Telegram no longer tells the topic. */
    private static PersonUpdate inTopic(PersonUpdate update, GroupScreenStore.Owner owner) {
        ChatAddress chat = update.chat();
        return chat.threadId() != null || owner.threadId() == 0
                ? update
                : new PersonUpdate(
                        update.updateId(),
                        update.person(),
                        chat.inThread(owner.threadId()),
                        update.messageId(),
                        update.input(),
                        update.forwardedAt());
    }
}
