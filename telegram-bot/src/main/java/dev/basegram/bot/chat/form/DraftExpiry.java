package dev.basegram.bot.chat.form;

import dev.basegram.bot.access.Checkpoint;
import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.session.Draft;
import dev.basegram.bot.session.DraftStore;
import dev.basegram.bot.session.PreferenceStore;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.MessageSender;
import dev.basegram.bot.telegram.TelegramFailure;
import dev.basegram.bot.telegram.TelegramResult;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;

/** Drops unfinished forms that nobody touched for a month, and tells whose they were. */
@Singleton
class DraftExpiry {
    private static final Duration KEPT = Duration.ofDays(30);
    private static final int AT_ONCE = 50;

    private final DraftStore drafts;
    private final Database database;
    private final Checkpoint checkpoint;
    private final Speeches speeches;
    private final PreferenceStore preferences;
    private final MessageSender sender;
    private final Clock clock;

    DraftExpiry(
            DraftStore drafts,
            Database database,
            Checkpoint checkpoint,
            Speeches speeches,
            PreferenceStore preferences,
            MessageSender sender,
            Clock clock) {
        this.drafts = drafts;
        this.database = database;
        this.checkpoint = checkpoint;
        this.speeches = speeches;
        this.preferences = preferences;
        this.sender = sender;
        this.clock = clock;
    }

    @Scheduled(every = "1h", delayed = "1m", identity = "draft-expiry")
    @RunOnVirtualThread
    void expire() throws InterruptedException {
        for (Draft draft : drafts.untouchedSince(clock.instant().minus(KEPT), AT_ONCE)) {
            database.writeNow(drafts.remove(draft.id(), draft.personId()));
            Optional<PermittedBase> base = checkpoint.admit(draft.personId());
            // Who may no longer see the table is not told its name either.
            if (!preferences.of(draft.personId()).blocked()
                    && base.isPresent()
                    && base.get().table(new TableId(draft.table())) instanceof Answer.Ok<Table>(Table table)) {
                tell(draft, table);
            }
        }
    }

    private void tell(Draft draft, Table table) throws InterruptedException {
        TelegramResult<Integer> told = sender.notify(
                ChatAddress.of(draft.chatId()),
                speeches.of(draft.personId()).say(Phrase.DRAFT_EXPIRED, table.name()),
                Markup.NONE);
        if (draft.chatId() == draft.personId()
                && told instanceof TelegramResult.Failure<Integer>(TelegramFailure.Unreachable _)) {
            database.writeNow(preferences.blocked(draft.personId(), true));
        }
    }
}
