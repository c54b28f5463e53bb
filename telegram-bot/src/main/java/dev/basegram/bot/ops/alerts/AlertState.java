package dev.basegram.bot.ops.alerts;

import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * Where one alert stands. Immutable; time comes in from outside.
 *
 * @param phase whether it is on
 * @param since when what is wrong began, or ended
 * @param phaseAt since when the phase
 * @param toldAt when owners were last told; {@link Instant#EPOCH} for never
 * @param told how often they were told of this episode
 */
record AlertState(Phase phase, Instant since, Instant phaseAt, Instant toldAt, int told) {
    static final AlertState QUIET = new AlertState(Phase.QUIET, Instant.EPOCH, Instant.EPOCH, Instant.EPOCH, 0);

    /** What has ended for less than this may come again. */
    private static final Duration OVER_AFTER = Duration.ofMinutes(2);
    /** What comes again within this of the last word about it must last longer before there is another. */
    private static final Duration JUST_TOLD = Duration.ofHours(1);

    private static final Duration LASTS_WHEN_FLAPPING = Duration.ofMinutes(15);
    private static final List<Duration> PAUSES =
            List.of(Duration.ofHours(1), Duration.ofHours(4), Duration.ofHours(24));

    /** Whether an alert is on. */
    enum Phase {
        /** All is well. */
        QUIET,
        /** Something is wrong, and may pass by itself. */
        PENDING,
        /** Owners know. */
        FIRING,
        /** It seems over. */
        CLEARING
    }

    /** What to tell owners. */
    enum Word {
        NOTHING,
        BEGUN,
        STILL,
        OVER
    }

    /**
     * One look.
     *
     * @param state where it stands then
     * @param word what to tell; the state counts once that has been done
     */
    record Step(AlertState state, Word word) {}

    /**
     * Looks once.
     *
     * @param wrong whether what the alert is about is so
     * @param lasting how long it must be so before anybody is told
     */
    Step look(boolean wrong, Duration lasting, Instant now) {
        return switch (phase) {
            case QUIET -> wrong ? pending(lasting, now, now) : quiet();
            case PENDING -> wrong ? pending(lasting, since, now) : new Step(at(Phase.QUIET, now), Word.NOTHING);
            case FIRING -> wrong ? still(now) : new Step(at(Phase.CLEARING, now), Word.NOTHING);
            case CLEARING -> clearing(wrong, now);
        };
    }

    private Step quiet() {
        return new Step(this, Word.NOTHING);
    }

    private AlertState at(Phase next, Instant now) {
        return new AlertState(next, since, now, toldAt, told);
    }

    private Step pending(Duration lasting, Instant began, Instant now) {
        boolean flapping = toldAt.plus(JUST_TOLD).isAfter(now);
        Duration enough = flapping && lasting.compareTo(LASTS_WHEN_FLAPPING) < 0 ? LASTS_WHEN_FLAPPING : lasting;
        boolean lasts = Duration.between(began, now).compareTo(enough) >= 0;
        return lasts
                ? new Step(new AlertState(Phase.FIRING, began, now, now, 1), Word.BEGUN)
                : new Step(new AlertState(Phase.PENDING, began, now, toldAt, 0), Word.NOTHING);
    }

    private Step still(Instant now) {
        Duration pause = PAUSES.get(Math.min(told, PAUSES.size()) - 1);
        return Duration.between(toldAt, now).compareTo(pause) >= 0
                ? new Step(new AlertState(Phase.FIRING, since, phaseAt, now, told + 1), Word.STILL)
                : quiet();
    }

    private Step clearing(boolean wrong, Instant now) {
        if (wrong) {
            return new Step(at(Phase.FIRING, now), Word.NOTHING);
        }
        return Duration.between(phaseAt, now).compareTo(OVER_AFTER) >= 0
                ? new Step(new AlertState(Phase.QUIET, phaseAt, now, now, 0), Word.OVER)
                : quiet();
    }
}
