package dev.basegram.bot.ops.alerts;

import dev.basegram.bot.access.Owners;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.chat.text.Speech;
import dev.basegram.bot.session.PreferenceStore;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.Html;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.MessageSender;
import dev.basegram.bot.telegram.TelegramFailure;
import dev.basegram.bot.telegram.TelegramResult;
import jakarta.inject.Singleton;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Tells owners of an alert: to each one message at a time, which the next word about it replaces. */
@Singleton
class OwnerNotes {
    private static final Logger LOG = Logger.getLogger(OwnerNotes.class);

    private final Owners owners;
    private final Speeches speeches;
    private final PreferenceStore preferences;
    private final MessageSender sender;
    private final AlertStore store;
    private final Database database;

    OwnerNotes(
            Owners owners,
            Speeches speeches,
            PreferenceStore preferences,
            MessageSender sender,
            AlertStore store,
            Database database) {
        this.owners = owners;
        this.speeches = speeches;
        this.preferences = preferences;
        this.sender = sender;
        this.store = store;
        this.database = database;
    }

    /**
     * Tells everybody who can be told.
     *
     * @param cause what is wrong; empty when the word is that it is over
     * @return false when Telegram took none of it, so that it has to be told later
     */
    boolean tell(Alert alert, AlertState.Word word, Optional<Alert.Cause> cause, Duration lasted)
            throws InterruptedException {
        Map<Long, Integer> before = store.messages(alert);
        boolean any = false;
        boolean none = true;
        for (long owner : owners.all()) {
            if (preferences.of(owner).blocked()) {
                continue;
            }
            none = false;
            Speech speech = speeches.of(owner);
            any |= tell(alert, owner, text(speech, word, alert, cause, lasted), word, before.get(owner));
        }
        return any || none;
    }

    private static Html text(
            Speech speech, AlertState.Word word, Alert alert, Optional<Alert.Cause> cause, Duration lasted) {
        Html what = cause.map(
                        known -> speech.say(known.phrase(), known.arguments().toArray()))
                .orElse(Html.EMPTY);
        return switch (word) {
            case STILL -> Html.lines(what, speech.say(Phrase.ALERT_STILL, Durations.words(speech, lasted)));
            case OVER ->
                speech.say(Phrase.ALERT_OVER, speech.label(AlertTitles.of(alert)), Durations.words(speech, lasted));
            case BEGUN, NOTHING -> what;
        };
    }

    private boolean tell(Alert alert, long owner, Html text, AlertState.Word word, @Nullable Integer old)
            throws InterruptedException {
        return switch (sender.notify(ChatAddress.of(owner), text, Markup.NONE)) {
            case TelegramResult.Success<Integer>(Integer message) -> {
                if (old != null) {
                    var _ = sender.delete(ChatAddress.of(owner), old);
                }
                store.message(alert, owner, word == AlertState.Word.OVER ? Optional.empty() : Optional.of(message));
                yield true;
            }
            case TelegramResult.Failure<Integer>(TelegramFailure.Unreachable _) -> {
                database.writeNow(preferences.blocked(owner, true));
                yield true;
            }
            case TelegramResult.Failure<Integer>(TelegramFailure why) -> {
                LOG.warnf("%s could not be told to an owner: %s", alert.rule(), why.label());
                yield false;
            }
        };
    }
}
