package dev.basegram.bot.access;

import dev.basegram.bot.airtable.AccessCheck;
import dev.basegram.bot.airtable.Airtable;
import dev.basegram.bot.airtable.Answer;
import dev.basegram.bot.airtable.Caller;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What the Airtable token may do, found out by trying and remembered for a while, since it costs several calls. Blocks its thread,
 * which should be a virtual one.
 */
@Singleton
public class TokenCheck {
    private static final Duration GOOD_FOR = Duration.ofMinutes(10);

    private final Airtable airtable;
    private final Clock clock;
    private volatile Optional<Found> last = Optional.empty();

    TokenCheck(Airtable airtable, Clock clock) {
        this.airtable = airtable;
        this.clock = clock;
    }

    /**
     * What was found out.
     *
     * @param at when
     */
    public record Found(AccessCheck check, Instant at) {}

    /**
     * Finds out what the token may do.
     *
     * @param anew whether to try again though it is known
     */
    public Answer<Found> look(long personId, boolean anew) throws InterruptedException {
        Optional<Found> held = known();
        if (!anew && held.isPresent()) {
            return Answer.ok(held.get());
        }
        Instant now = clock.instant();
        return Waiting.await(airtable.checkAccess(Caller.person(Long.toString(personId))))
                .map(check -> {
                    var found = new Found(check, now);
                    last = Optional.of(found);
                    return found;
                });
    }

    /** Returns what was found out lately; empty when nothing was. */
    public Optional<Found> known() {
        return last.filter(found -> found.at().plus(GOOD_FOR).isAfter(clock.instant()));
    }
}
