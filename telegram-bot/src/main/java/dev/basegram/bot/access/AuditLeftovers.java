package dev.basegram.bot.access;

import static dev.basegram.bot.access.Waiting.await;

import dev.basegram.bot.access.audit.AuditEntry;
import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.audit.CreationIntents;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.CellValue;
import dev.basegram.bot.airtable.Field;
import dev.basegram.bot.airtable.Freshness;
import dev.basegram.bot.store.StoreUnavailableException;
import dev.basegram.bot.store.StoreWrite;
import io.quarkus.scheduler.Scheduled;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jboss.logging.Logger;

/**
 * Looks into writes whose outcome nobody noted, since the process died in the middle or Airtable's answer was lost: what the base
 * holds now tells whether they happened.
 */
@Singleton
class AuditLeftovers {
    private static final Logger LOG = Logger.getLogger(AuditLeftovers.class);
    private static final Caller CALLER = Caller.background("audit");
    private static final int AT_ONCE = 50;

    /** Longer than a write and its answer take: what is younger may still be under way. */
    static final Duration SETTLED_AFTER = Duration.ofMinutes(2);

    private final Airtable airtable;
    private final AuditLog log;
    private final CreationLeftovers creations;
    private final ValueWords words;
    private final Clock clock;
    private final PermittedBase everything;

    AuditLeftovers(Airtable airtable, AuditLog log, CreationIntents intents, ValueWords words, Clock clock) {
        this.airtable = airtable;
        this.log = log;
        this.words = words;
        this.clock = clock;
        this.everything =
                new PermittedBase(airtable, new FullRights(Role.ADMIN), CALLER, (_, _) -> {}, Trail.NONE, Set.of());
        this.creations = new CreationLeftovers(airtable, everything, log, intents, words);
    }

    @Scheduled(
            every = "30s",
            delayed = "30s",
            identity = "audit-leftovers",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    @RunOnVirtualThread
    void settle() throws InterruptedException {
        try {
            List<StoreWrite> settled = new ArrayList<>();
            for (AuditEntry each : log.leftSince(clock.instant().minus(SETTLED_AFTER), AT_ONCE)) {
                outcome(each).ifPresent(settled::add);
            }
            settled.addAll(creations.look(clock.instant(), AT_ONCE));
            if (!settled.isEmpty()) {
                log.save(settled);
            }
        } catch (StoreUnavailableException e) {
            LOG.debugf("Nothing is looked into now: %s", e.getMessage());
        }
    }

    @Scheduled(every = "6h", delayed = "5m", identity = "audit-retention")
    @RunOnVirtualThread
    void forgetOld() {
        log.forgetOld(clock.instant());
    }

    /** Returns what to save about a leftover; empty while Airtable cannot say. */
    private Optional<StoreWrite> outcome(AuditEntry left) throws InterruptedException {
        return switch (await(airtable.record(CALLER, left.table(), left.record(), Freshness.NOW))) {
            case Answer.Ok<AirtableRecord>(AirtableRecord now) ->
                Optional.of(left.field().isEmpty() ? log.forget(left) : changed(left, now));
            // Of a change whose record has gone since, only that it was on its way is known: it is noted, without what
            // came of it.
            case Answer.Failed<AirtableRecord>(AirtableFailure.RecordGone _) -> Optional.of(log.note(left));
            case Answer.Failed<AirtableRecord>(AirtableFailure.TableGone _) -> Optional.of(log.forget(left));
            case Answer.Failed<AirtableRecord> _ -> Optional.empty();
        };
    }

    private StoreWrite changed(AuditEntry left, AirtableRecord now) throws InterruptedException {
        Optional<Field> field = left.field().isEmpty()
                ? Optional.empty()
                : everything
                        .table(left.table())
                        .found()
                        .flatMap(table -> table.field(left.field().get()));
        if (field.isEmpty()) {
            return log.forget(left);
        }
        CellValue value = now.cell(field.get().id());
        String after = value.isEmpty() ? null : words.of(everything, field.get(), value);
        boolean untouched = Objects.equals(left.before(), after);
        return untouched ? log.forget(left) : log.note(left.with(left.before(), after));
    }
}
