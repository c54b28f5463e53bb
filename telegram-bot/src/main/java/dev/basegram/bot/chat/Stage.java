package dev.basegram.bot.chat;

import dev.basegram.bot.chat.screen.Screen;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.session.GroupScreenStore;
import dev.basegram.bot.session.SentFileStore;
import dev.basegram.bot.session.Session;
import dev.basegram.bot.session.SessionKey;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.FileSender;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.MessageSender;
import dev.basegram.bot.telegram.OutgoingFile;
import dev.basegram.bot.telegram.PersonInput;
import dev.basegram.bot.telegram.PersonUpdate;
import dev.basegram.bot.telegram.SentFiles;
import dev.basegram.bot.telegram.TelegramFailure;
import dev.basegram.bot.telegram.TelegramResult;
import jakarta.inject.Singleton;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Shows what a handler answered: the live screen edited in place or moved to the end of the chat, and messages that stay. */
@Singleton
final class Stage {
    /**
     * What the person sees now.
     *
     * @param session with the message that is now the live screen
     * @param writes what to remember of what was sent
     * @param failure why not everything could be shown; null when all was
     */
    record Shown(
            Session session,
            List<StoreWrite> writes,
            @Nullable TelegramFailure failure) {}

    private static final Markup.Inline NO_BUTTONS = new Markup.Inline(List.of());

    private final MessageSender sender;
    private final FileSender files;
    private final SentFileStore sentFiles;
    private final GroupScreenStore groupScreens;

    Stage(MessageSender sender, FileSender files, SentFileStore sentFiles, GroupScreenStore groupScreens) {
        this.groupScreens = groupScreens;
        this.sender = sender;
        this.files = files;
        this.sentFiles = sentFiles;
    }

    Shown show(PersonUpdate update, Session session, List<Outgoing> messages) throws InterruptedException {
        Session now = session;
        List<StoreWrite> writes = new ArrayList<>();
        for (Outgoing message : messages) {
            TelegramResult<Session> shown = show(update, now, message, writes);
            switch (shown) {
                case TelegramResult.Success<Session>(Session next) -> now = next;
                case TelegramResult.Failure<Session>(TelegramFailure reason) -> {
                    return new Shown(now, writes, reason);
                }
            }
        }
        return new Shown(withOwnKeyboard(update, now, messages), writes, null);
    }

    /**
     * Puts the person's own keyboard back when what asked for their number is behind them. Only a new message can do that
     * (core.telegram.org/bots/api#replykeyboardremove): it goes again at once, and with it the one that brought the button.
     */
    private Session withOwnKeyboard(PersonUpdate update, Session session, List<Outgoing> messages)
            throws InterruptedException {
        Integer asked = session.keyboard();
        if (asked == null || messages.stream().anyMatch(Stage::asksForNumber)) {
            return session;
        }
        boolean restored = messages.stream()
                .anyMatch(message -> message instanceof Outgoing.Kept(Html _, Markup.RestoreKeyboard _));
        if (!restored) {
            if (!(sender.send(update.chat(), Html.of("✓"), new Markup.RestoreKeyboard())
                    instanceof TelegramResult.Success<Integer>(Integer sent))) {
                return session; // with the next answer then
            }
            clear(update.chat(), sent, null);
        }
        clear(update.chat(), asked, null);
        return session.withKeyboard(null);
    }

    private static boolean asksForNumber(Outgoing message) {
        return message instanceof Outgoing.KeepKeyboard
                || message instanceof Outgoing.Kept(Html _, Markup.AskContact _);
    }

    private TelegramResult<Session> show(
            PersonUpdate update, Session session, Outgoing message, List<StoreWrite> writes)
            throws InterruptedException {
        return switch (message) {
            case Outgoing.Live(Screen screen, Html leaves) ->
                live(update, session, screen, leaves).map(shown -> {
                    Integer id = shown.screen();
                    if (id != null) {
                        noteOwner(update, id, screen.buttons(), writes);
                    }
                    return shown;
                });
            case Outgoing.Kept(Html text, Markup markup) ->
                sender.send(update.chat(), text, markup).map(sent -> {
                    noteOwner(update, sent, markup, writes);
                    return markup instanceof Markup.AskContact ? session.withKeyboard(sent) : session;
                });
            case Outgoing.KeepKeyboard _ -> new TelegramResult.Success<>(session);
            case Outgoing.Close(Html leaves) -> {
                clear(update.chat(), session.screen(), leaves);
                yield new TelegramResult.Success<>(session.withScreen(null));
            }
            case Outgoing.Files sending -> files(update, session, sending, writes);
        };
    }

    private TelegramResult<Session> files(
            PersonUpdate update, Session session, Outgoing.Files sending, List<StoreWrite> writes)
            throws InterruptedException {
        boolean pictures = sending.files().getFirst().kind() == OutgoingFile.Kind.PHOTO;
        var _ = sender.uploading(update.chat(), pictures); // a signal that does not arrive changes nothing
        TelegramResult<SentFiles> sent = files.send(update.chat(), sending.files(), sending.caption());
        if (!(sent instanceof TelegramResult.Success<SentFiles>(SentFiles outcome))) {
            return sent.map(_ -> session);
        }
        outcome.ids().forEach((key, id) -> writes.add(sentFiles.remember(key, id)));
        if (outcome.refused().isEmpty()) {
            return new TelegramResult.Success<>(session);
        }
        // Telegram's own id may have been the trouble: the next time it comes from the base again.
        outcome.refused().forEach(file -> writes.add(sentFiles.forget(file.key())));
        return sender.send(update.chat(), sending.otherwise(), Markup.NONE).map(_ -> session);
    }

    /** Remembers whose buttons these are where others can press them too. */
    private void noteOwner(PersonUpdate update, int messageId, Markup markup, List<StoreWrite> writes) {
        if (!update.chat().isPrivate() && markup instanceof Markup.Inline(var rows) && !rows.isEmpty()) {
            Long thread = update.chat().threadId();
            SessionKey whose = new SessionKey(
                    update.chat().chatId(),
                    thread == null ? 0 : thread,
                    update.person().id());
            writes.add(groupScreens.remember(whose, update.person().name(), messageId));
        }
    }

    private TelegramResult<Session> live(PersonUpdate update, Session session, Screen screen, @Nullable Html leaves)
            throws InterruptedException {
        Integer old = session.screen();
        if (old != null && isAtHand(update, session, old)) {
            return sender.edit(update.chat(), old, screen.text(), screen.buttons())
                    .map(session::withScreen);
        }
        TelegramResult<Integer> sent = sender.send(update.chat(), screen.text(), screen.buttons());
        if (sent instanceof TelegramResult.Success<Integer>) {
            clear(update.chat(), old, leaves);
        }
        return sent.map(session::withScreen);
    }

    /** Tells whether the live screen is where the person looks: they pressed it, or sent one more file of the same album. */
    private static boolean isAtHand(PersonUpdate update, Session session, int screen) {
        return switch (update.input()) {
            case PersonInput.Press press -> press.messageId() == screen;
            case PersonInput.File file -> file.albumId() != null && Objects.equals(file.albumId(), session.album());
            default -> false;
        };
    }

    /** Takes an old screen away. That it is too old or gone changes nothing for the person. */
    private void clear(ChatAddress chat, @Nullable Integer screen, @Nullable Html leaves) throws InterruptedException {
        if (screen == null) {
            return;
        }
        if (leaves == null) {
            var _ = sender.delete(chat, screen);
        } else {
            var _ = sender.edit(chat, screen, leaves, NO_BUTTONS);
        }
    }
}
