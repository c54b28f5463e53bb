package dev.basegram.bot.chat;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Checkpoint;
import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.chat.action.Action;
import dev.basegram.bot.chat.action.CallbackData;
import dev.basegram.bot.chat.form.Forms;
import dev.basegram.bot.chat.group.Groups;
import dev.basegram.bot.chat.people.Newcomers;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.chat.turn.Outgoing;
import dev.basegram.bot.chat.turn.Reply;
import dev.basegram.bot.chat.turn.Turn;
import dev.basegram.bot.inbox.HandleOutcome;
import dev.basegram.bot.inbox.IncomingUpdate;
import dev.basegram.bot.inbox.UpdateHandler;
import dev.basegram.bot.session.PreferenceStore;
import dev.basegram.bot.session.Session;
import dev.basegram.bot.session.SessionKey;
import dev.basegram.bot.session.SessionStore;
import dev.basegram.bot.store.StoreWrite;
import dev.basegram.bot.telegram.BotIdentity;
import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.MessageSender;
import dev.basegram.bot.telegram.PersonInput;
import dev.basegram.bot.telegram.PersonUpdate;
import dev.basegram.bot.telegram.TelegramFailure;
import dev.basegram.bot.telegram.TelegramResult;
import dev.basegram.bot.telegram.UpdateParser;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/**
 * The chat's end of intake: reads an update, answers a press at once, lets the checkpoint decide who comes in, has the update
 * answered, shows the answer, and hands back what is to be saved.
 *
 * <p>Made at the first update, not with intake, since some of the chat's commands look at intake.
 */
@ApplicationScoped
class ChatHandler implements UpdateHandler {
    private static final Logger LOG = Logger.getLogger(ChatHandler.class);

    private final BotIdentity identity;
    private final Checkpoint checkpoint;
    private final Newcomers newcomers;
    private final Conversation conversation;
    private final Forms forms;
    private final Speeches speeches;
    private final SessionStore sessions;
    private final PreferenceStore preferences;
    private final MessageSender sender;
    private final Stage stage;
    private final Groups groups;
    private final Clock clock;

    ChatHandler(
            BotIdentity identity,
            Checkpoint checkpoint,
            Newcomers newcomers,
            Conversation conversation,
            Forms forms,
            Speeches speeches,
            SessionStore sessions,
            PreferenceStore preferences,
            MessageSender sender,
            Stage stage,
            Groups groups,
            Clock clock) {
        this.identity = identity;
        this.checkpoint = checkpoint;
        this.newcomers = newcomers;
        this.conversation = conversation;
        this.forms = forms;
        this.speeches = speeches;
        this.sessions = sessions;
        this.preferences = preferences;
        this.sender = sender;
        this.stage = stage;
        this.groups = groups;
        this.clock = clock;
    }

    @Override
    public HandleOutcome handle(IncomingUpdate incoming) throws InterruptedException {
        String name = identity.ask();
        return switch (new UpdateParser(name).parse(incoming.body())) {
            case UpdateParser.Result.Parsed(
                    PersonUpdate(var _, var _, var _, var _, PersonInput.Other(String kind), var _))
            when name.isEmpty() && kind.equals(PersonInput.Other.FOR_ANOTHER_BOT) ->
                new HandleOutcome.TryAgain("Telegram does not tell the bot's name", null);
            case UpdateParser.Result.Parsed(PersonUpdate update) -> handle(update);
            case UpdateParser.Result.Ignored(String kind) -> {
                LOG.debugf("An update of no person (%s) is acknowledged", kind);
                yield HandleOutcome.Done.plain();
            }
            case UpdateParser.Result.Unreadable(String reason) -> new HandleOutcome.Refused(reason);
        };
    }

    @Override
    public void tellHeld(IncomingUpdate incoming) throws InterruptedException {
        if (!(new UpdateParser(identity.ask()).parse(incoming.body())
                        instanceof UpdateParser.Result.Parsed(PersonUpdate update))
                || !update.chat().isPrivate()) {
            return;
        }
        Html words = speeches.of(update.person()).say(Phrase.HELD);
        switch (update.input()) {
            case PersonInput.Press press -> {
                var _ = sender.answerPress(press.pressId(), words.plain());
            }
            case PersonInput.Reachability _,
                    PersonInput.ChatMigrated _,
                    PersonInput.InlineQuery _,
                    PersonInput.Other _ -> {
                // Nobody waits for an answer.
            }
            default -> {
                var _ = sender.send(update.chat(), words, Markup.NONE);
            }
        }
    }

    private HandleOutcome handle(PersonUpdate update) throws InterruptedException {
        if (update.input() instanceof PersonInput.Reachability(boolean reachable)) {
            return done(List.of(preferences.blocked(update.person().id(), !reachable)));
        }
        if (update.input() instanceof PersonInput.InlineQuery(String queryId)) {
            // The same for everybody, whoever they are here: no base is opened for it.
            var _ = sender.answerInlineWithNothing(queryId);
            return HandleOutcome.Done.plain();
        }
        Speech speech = speeches.of(update.person());
        Optional<Action> action = Optional.empty();
        if (update.input() instanceof PersonInput.Press press) {
            action = CallbackData.decode(press.data());
        }
        return switch (groups.settle(update, speech, action)) {
            case Groups.Verdict.Settled(List<StoreWrite> writes) -> done(writes);
            case Groups.Verdict.GoOn(PersonUpdate located) -> handle(located, speech, action);
        };
    }

    private HandleOutcome handle(PersonUpdate update, Speech speech, Optional<Action> action)
            throws InterruptedException {
        if (update.input() instanceof PersonInput.Press press) {
            var _ = sender.answerPress(press.pressId(), toast(update, action, speech));
        }
        Optional<Html> entry = newcomers.open(update, speech);
        Optional<PermittedBase> base = checkpoint.admit(Actor.of(update));
        return base.isPresent()
                ? admitted(update, speech, base.get(), action, entry)
                : stranger(update, speech, action, entry);
    }

    /** Decides what to flash over the chat, from our own store alone: a press is answered before Airtable is asked anything. */
    private @Nullable String toast(PersonUpdate update, Optional<Action> action, Speech speech) {
        if (action.isEmpty()) {
            return speech.label(Phrase.BUTTON_UNKNOWN);
        }
        return action.get() instanceof Action.InForm press
                        && forms.isStale(update.person().id(), press)
                ? speech.label(Phrase.STEP_DONE)
                : null;
    }

    private HandleOutcome admitted(
            PersonUpdate update, Speech speech, PermittedBase base, Optional<Action> action, Optional<Html> entry)
            throws InterruptedException {
        SessionKey key = key(update);
        Turn turn = new Turn(update, speech, base, sessions.find(key), clock.instant());
        try (TypingSignal _ = TypingSignal.start(sender, update.chat())) {
            Reply answer = conversation.answer(turn, update.input(), action);
            Reply reply = entry.map(words -> Reply.say(words).and(answer)).orElse(answer);
            Stage.Shown shown = stage.show(update, turn.session(), reply.messages());
            HandleOutcome outcome =
                    outcome(update, key, reply.saving(base.audit()).writes(), shown);
            if (!(outcome instanceof HandleOutcome.Done)) {
                base.auditNow();
            }
            return outcome;
        }
    }

    private static SessionKey key(PersonUpdate update) {
        Long thread = update.chat().threadId();
        return new SessionKey(
                update.chat().chatId(),
                thread == null ? 0 : thread,
                update.person().id());
    }

    private HandleOutcome outcome(PersonUpdate update, SessionKey key, List<StoreWrite> writes, Stage.Shown shown) {
        Session session = shown.session();
        if (update.input() instanceof PersonInput.File file) {
            session = session.withAlbum(file.albumId());
        }
        List<StoreWrite> all = new ArrayList<>(writes);
        all.addAll(shown.writes());
        if (isBackAgain(update)) {
            all.add(preferences.blocked(update.person().id(), false));
        }
        all.add(sessions.save(key, session));
        return switch (shown.failure()) {
            case null -> done(all);
            case TelegramFailure.TooManyRequests tooMany ->
                new HandleOutcome.TryAgain("Telegram asks for a pause", tooMany.retryAfter());
            case TelegramFailure.Unavailable unavailable ->
                new HandleOutcome.TryAgain("Telegram does not answer: " + unavailable.reason(), null);
            case TelegramFailure.Unauthorized _ -> new HandleOutcome.TryAgain("Telegram rejects the bot's token", null);
            case TelegramFailure.Unreachable _ -> {
                if (update.chat().isPrivate()) {
                    all.add(preferences.blocked(update.person().id(), true));
                } else {
                    all.addAll(groups.forgotten(update.chat().chatId()));
                }
                yield done(all);
            }
            case TelegramFailure.BadRequest bad -> {
                // What it quotes may be a person's words.
                LOG.errorf(
                        "Telegram refused a message with %d: %s",
                        bad.code(), bad.description().replaceAll("\"[^\"]*\"", "…"));
                yield new HandleOutcome.Refused("Telegram refused the answer with " + bad.code());
            }
            case TelegramFailure other -> {
                LOG.warnf("An answer could not be shown: %s", other.label());
                yield done(all);
            }
        };
    }

    /** Whoever starts the bot can be written to again, even if the word that they unblocked it was lost. */
    private boolean isBackAgain(PersonUpdate update) {
        return update.chat().isPrivate()
                && update.input() instanceof PersonInput.Command(String name, var _)
                && name.equals("start")
                && preferences.of(update.person().id()).blocked();
    }

    private HandleOutcome stranger(PersonUpdate update, Speech speech, Optional<Action> action, Optional<Html> entry)
            throws InterruptedException {
        if (!update.chat().isPrivate() || update.input() instanceof PersonInput.Other) {
            return HandleOutcome.Done.plain(); // in a group nobody is told who is a stranger here
        }
        Outgoing.Kept words = entry.isPresent()
                ? new Outgoing.Kept(entry.get(), Markup.NONE)
                : newcomers.answer(update, action, speech);
        return switch (sender.send(update.chat(), words.text(), words.markup())) {
            case TelegramResult.Failure<Integer>(TelegramFailure.TooManyRequests(Duration after)) ->
                new HandleOutcome.TryAgain("Telegram asks for a pause", after);
            case TelegramResult.Failure<Integer>(TelegramFailure.Unavailable _) ->
                new HandleOutcome.TryAgain("Telegram does not answer", null);
            case TelegramResult<Integer> _ -> HandleOutcome.Done.plain();
        };
    }

    private static HandleOutcome done(List<StoreWrite> writes) {
        return new HandleOutcome.Done(writes);
    }

    @Override
    public void tellRefused(IncomingUpdate incoming, String reference) throws InterruptedException {
        Long chat = incoming.head().chatId();
        Long person = incoming.head().personId();
        if (chat == null || person == null || chat <= 0) {
            return;
        }
        Html text = speeches.of(person).say(Phrase.REFUSED, Html.code(reference));
        var _ = sender.send(
                new ChatAddress(
                        chat, incoming.head().threadId(), incoming.head().businessConnectionId()),
                text,
                Markup.NONE);
    }
}
