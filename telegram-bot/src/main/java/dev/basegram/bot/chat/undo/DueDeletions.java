package dev.basegram.bot.chat.undo;

import dev.basegram.bot.access.Actor;
import dev.basegram.bot.access.Checkpoint;
import dev.basegram.bot.access.PermittedBase;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.chat.personal.Speeches;
import dev.basegram.bot.chat.text.Phrase;
import dev.basegram.bot.session.Change;
import dev.basegram.bot.session.ChangeStore;
import dev.basegram.bot.store.Database;
import dev.basegram.bot.telegram.ChatAddress;
import dev.basegram.bot.telegram.Markup;
import dev.basegram.bot.telegram.MessageSender;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;

/** Carries out deletions whose minute has passed, with the rights the person has by then, and says what came of it. */
@Singleton
class DueDeletions {
    private static final Logger LOG = Logger.getLogger(DueDeletions.class);
    private static final int AT_ONCE = 20;
    private static final Duration LEASE = Duration.ofMinutes(2);
    private static final Duration GIVE_UP = Duration.ofHours(1);
    private static final Duration KEEP = Duration.ofHours(1);

    private final ChangeStore changes;
    private final Checkpoint checkpoint;
    private final MessageSender sender;
    private final Speeches speeches;
    private final Database database;
    private final Clock clock;

    DueDeletions(
            ChangeStore changes,
            Checkpoint checkpoint,
            MessageSender sender,
            Speeches speeches,
            Database database,
            Clock clock) {
        this.changes = changes;
        this.checkpoint = checkpoint;
        this.sender = sender;
        this.speeches = speeches;
        this.database = database;
        this.clock = clock;
    }

    @Scheduled(
            every = "5s",
            delayed = "5s",
            identity = "due-deletions",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void carryOut() throws InterruptedException {
        Instant now = clock.instant();
        for (Change change : changes.due(now, AT_ONCE)) {
            if (changes.claim(change, now.plus(LEASE))) {
                carryOut(change, now);
            }
        }
        changes.forgetOlderThan(now, KEEP);
    }

    private void carryOut(Change change, Instant now) throws InterruptedException {
        Optional<PermittedBase> base =
                checkpoint.admit(new Actor(change.session().personId(), "", "due." + change.id()));
        Optional<AirtableFailure> failure = base.isEmpty()
                ? Optional.of(gone(change))
                : delete(base.get(), change).reason();
        if (failure.isPresent()
                && failure.get().passes()
                && now.isBefore(change.madeAt().plus(GIVE_UP))) {
            LOG.infof("A deletion waits for Airtable: %s", failure.get().forOperator());
            base.ifPresent(PermittedBase::auditNow);
            return; // the claim runs out and it is tried again
        }
        database.writeNow(handle -> {
            changes.forget(change.id()).on(handle);
            base.ifPresent(opened -> opened.audit().forEach(write -> write.on(handle)));
        });
        Phrase phrase = failure.isEmpty() ? Phrase.DELETE_DONE : Phrase.DELETE_FAILED;
        long thread = change.session().threadId();
        ChatAddress chat = new ChatAddress(change.session().chatId(), thread == 0 ? null : thread, null);
        // Whether it arrives or not, the deletion is done.
        var _ = sender.send(chat, speeches.of(change.session().personId()).say(phrase, change.state()), Markup.NONE);
    }

    private static Answer<RecordId> delete(PermittedBase base, Change change) throws InterruptedException {
        return switch (base.table(new TableId(change.table()))) {
            case Answer.Ok<Table>(Table table) -> base.delete(table, new RecordId(change.record()));
            case Answer.Failed<Table>(AirtableFailure failure) -> Answer.failed(failure);
        };
    }

    private static AirtableFailure gone(Change change) {
        return new AirtableFailure.RecordGone(new RecordId(change.record()));
    }
}
