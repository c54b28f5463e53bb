package dev.basegram.bot.access;

import static dev.basegram.bot.access.Waiting.await;

import dev.basegram.bot.access.audit.AuditLog;
import dev.basegram.bot.access.audit.CreationIntents;
import dev.basegram.bot.access.audit.IntendedCells;
import dev.basegram.bot.access.audit.IntendedRecord;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.NewRecord;
import dev.basegram.bot.airtable.Table;
import dev.basegram.bot.store.StoreWrite;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jboss.logging.Logger;

/**
 * Looks for records that somebody was about to make when the process died, or whose answer was lost: by the mark they carry, whether
 * or not the person may still make any.
 */
final class CreationLeftovers {
    private static final Logger LOG = Logger.getLogger(CreationLeftovers.class);
    private static final Caller CALLER = Caller.background("audit");
    private static final Duration GIVE_UP = Duration.ofDays(2);

    private final Airtable airtable;
    private final PermittedBase everything;
    private final AuditLog log;
    private final CreationIntents intents;
    private final ValueWords words;

    CreationLeftovers(
            Airtable airtable, PermittedBase everything, AuditLog log, CreationIntents intents, ValueWords words) {
        this.airtable = airtable;
        this.everything = everything;
        this.log = log;
        this.intents = intents;
        this.words = words;
    }

    /** Returns what to save about those whose time has come. */
    List<StoreWrite> look(Instant now, int most) throws InterruptedException {
        List<StoreWrite> settled = new ArrayList<>();
        for (IntendedRecord left : intents.due(now, most)) {
            settled.addAll(outcome(left, now));
        }
        return settled;
    }

    private List<StoreWrite> outcome(IntendedRecord left, Instant now) throws InterruptedException {
        return switch (everything.table(left.table())) {
            case Answer.Failed<Table>(AirtableFailure.TableGone _) -> List.of(intents.forget(left.key()));
            case Answer.Failed<Table> _ -> List.of(later(left, now));
            case Answer.Ok<Table>(Table table) -> {
                var wanted = new NewRecord(table.id(), IntendedCells.read(table, left.cells()), left.key());
                yield switch (await(airtable.made(CALLER, wanted))) {
                    case Answer.Ok<Optional<AirtableRecord>>(var made)
                    when made.isPresent() -> noted(left, wanted, made.get());
                    case Answer.Ok<Optional<AirtableRecord>> _ -> List.of(intents.forget(left.key()));
                    case Answer.Failed<Optional<AirtableRecord>>(AirtableFailure failure) -> {
                        LOG.infof("Whether a record was made is not known yet: %s", failure.forOperator());
                        yield List.of(later(left, now));
                    }
                };
            }
        };
    }

    private List<StoreWrite> noted(IntendedRecord left, NewRecord wanted, AirtableRecord made)
            throws InterruptedException {
        var actor = new Actor(left.personId(), left.personName(), "left");
        var trail = new AuditTrail(actor, everything, log, intents, words, left.at());
        trail.noteMade(wanted, made);
        return trail.toSave();
    }

    /** The pause doubles with each look, so that Airtable is not asked for ever what it cannot tell. */
    private StoreWrite later(IntendedRecord left, Instant now) {
        Duration age = Duration.between(left.at(), now);
        if (age.compareTo(GIVE_UP) < 0) {
            return intents.putOff(left, now.plus(age));
        }
        LOG.warnf(
                "Whether a record was made in %s on %s by person %d could not be found out in %d hours",
                left.table(), left.at(), left.personId(), GIVE_UP.toHours());
        return intents.forget(left.key());
    }
}
