package dev.basegram.bot.access.rules;

import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.AirtableRecord;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import dev.basegram.bot.airtable.RecordId;
import dev.basegram.bot.airtable.Snapshot;
import dev.basegram.bot.airtable.TableId;
import dev.basegram.bot.airtable.ViewId;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.Collectors;
import org.jboss.logging.Logger;

/**
 * Asks Airtable which rows an admin's formula holds for, and remembers the answer for a minute. Blocks its thread, which should be a
 * virtual one, for the first question about a formula; what is only old is given at once while a new answer is on its way.
 */
@Singleton
class AskedMatches implements RowMatches {
    private static final Logger LOG = Logger.getLogger(AskedMatches.class);
    private static final Duration GOOD_FOR = Duration.ofMinutes(1);
    private static final Duration USABLE_FOR = Duration.ofMinutes(10);
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final int MOST_FORMULAS = 200;

    private final Airtable airtable;
    private final Clock clock;
    private final Map<Question, Known> known = new ConcurrentHashMap<>();
    private final Map<TableId, Instant> lastMade = new ConcurrentHashMap<>();

    AskedMatches(Airtable airtable, Clock clock) {
        this.airtable = airtable;
        this.clock = clock;
    }

    private record Question(TableId table, String formula) {}

    private record Known(Set<RecordId> rows, Instant since) {}

    @Override
    public Set<RecordId> matching(TableId table, String formula) {
        var question = new Question(table, formula);
        Known held = known.get(question);
        if (held == null
                || olderThan(held, USABLE_FOR)
                || held.since().isBefore(lastMade.getOrDefault(table, Instant.MIN))) {
            return askAndWait(question);
        }
        if (olderThan(held, GOOD_FOR)) {
            var _ = ask(question); // a failure is logged where it is understood
        }
        return held.rows();
    }

    @Override
    public Shown inView(TableId table, ViewId view) {
        CompletableFuture<Shown> asked = airtable.view(Caller.background("access"), table, view)
                .map(answer -> switch (answer) {
                    case Answer.Ok<Snapshot>(Snapshot shown) ->
                        new Shown(
                                shown.records().stream()
                                        .map(AirtableRecord::id)
                                        .collect(Collectors.toUnmodifiableSet()),
                                shown.truncated());
                    case Answer.Failed<Snapshot>(AirtableFailure failure) -> {
                        LOG.warnf("The view of a rule for %s could not be read: %s", table, failure.forOperator());
                        yield Shown.NONE;
                    }
                })
                .subscribeAsCompletionStage();
        return await(table, asked, Shown.NONE);
    }

    /** Who has just made a record wants to see it now, not in a minute. */
    @Override
    public void made(TableId table) {
        lastMade.put(table, clock.instant());
    }

    private boolean olderThan(Known held, Duration age) {
        return held.since().plus(age).isBefore(clock.instant());
    }

    private Set<RecordId> askAndWait(Question question) {
        return await(question.table(), ask(question), Set.of());
    }

    private static <T> T await(TableId table, CompletableFuture<T> asked, T none) {
        try {
            return asked.get(PATIENCE.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return none;
        } catch (TimeoutException e) {
            LOG.warnf(
                    "Airtable did not say in %d s which rows of %s a rule is about: none until it does",
                    PATIENCE.toSeconds(), table);
            return none;
        } catch (ExecutionException e) {
            throw new IllegalStateException("a bug in the Airtable client", e.getCause());
        }
    }

    private CompletableFuture<Set<RecordId>> ask(Question question) {
        Instant asked = clock.instant();
        return airtable.matching(Caller.background("access"), question.table(), question.formula())
                .map(answer -> switch (answer) {
                    case Answer.Ok<Set<RecordId>>(Set<RecordId> rows) -> remember(question, new Known(rows, asked));
                    case Answer.Failed<Set<RecordId>>(AirtableFailure failure) -> {
                        LOG.warnf(
                                "The formula of a rule for %s could not be asked: %s",
                                question.table(), failure.forOperator());
                        if (!failure.passes()) {
                            known.remove(question); // a broken formula shows nothing, not what it once showed
                        }
                        yield Set.<RecordId>of();
                    }
                })
                .subscribeAsCompletionStage();
    }

    private Set<RecordId> remember(Question question, Known answer) {
        if (known.size() >= MOST_FORMULAS) {
            known.clear(); // rules were edited over and over; the ones in use are asked again
        }
        known.put(question, answer);
        return answer.rows();
    }
}
