package dev.basegram.bot.airtable.client;

import dev.basegram.bot.airtable.AirtableFailure;
import dev.basegram.bot.airtable.Answer;
import io.smallrye.mutiny.Uni;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import org.jboss.logging.Logger;
import org.jspecify.annotations.Nullable;

/** Remembers the last failure an operator should know of, and logs those that need one; each kind once until another comes. */
final class Troubles {
    private static final Logger LOG = Logger.getLogger(Troubles.class);

    /**
     * A failure and when it was.
     *
     * @param failure what
     * @param at when
     */
    record Trouble(AirtableFailure failure, Instant at) {}

    private final Clock clock;
    private @Nullable Trouble last;

    Troubles(Clock clock) {
        this.clock = clock;
    }

    synchronized Optional<Trouble> last() {
        return Optional.ofNullable(last);
    }

    <T> Uni<Answer<T>> watch(Uni<Answer<T>> answer) {
        return answer.invoke(given -> given.reason().ifPresent(this::note));
    }

    private void note(AirtableFailure failure) {
        boolean worth = switch (failure) {
            case AirtableFailure.Refused _, AirtableFailure.Gone _ -> false;
            case AirtableFailure.ForOperator _,
                    AirtableFailure.Passing _,
                    AirtableFailure.OutcomeUnknown _,
                    AirtableFailure.RequestRefused _ -> true;
        };
        if (!worth) {
            return;
        }
        if (isAnother(failure)) {
            LOG.warn(failure.forOperator());
        }
    }

    private synchronized boolean isAnother(AirtableFailure failure) {
        Trouble before = last;
        last = new Trouble(failure, clock.instant());
        return before == null || before.failure().getClass() != failure.getClass();
    }
}
